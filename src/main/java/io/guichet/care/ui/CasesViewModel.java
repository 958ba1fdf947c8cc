package io.guichet.care.ui;

import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow;
import io.guichet.care.CaseRow.Channel;
import io.guichet.care.CaseTopics;
import io.guichet.care.OpenCase;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.ChangeWatch;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The cases of one member, and the one that somebody is about to open.
public final class CasesViewModel implements AutoCloseable {

    /// Rows read at most: nobody looks through more.
    static final int MOST = 100;

    private static final UserMessage TYPED_KEPT = UserMessage.of("care.panel.kept");

    private final FileRef member;
    private final CaseDesk desk;
    private final Section<List<CaseRow>> rows;
    private final ChangeWatch watch;
    private final BooleanProperty expanded = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final StringProperty topic = new SimpleStringProperty(CaseTopics.ALL.getFirst());
    private final ObjectProperty<Channel> channel = new SimpleObjectProperty<>(Channel.PHONE);
    private final StringProperty caseTitle = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<String, UserMessage>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableValue<Boolean> unsaved;

    CasesViewModel(FileRef member, CaseDesk desk) {
        this.member = member;
        this.desk = desk;
        rows = new Section<>(desk.background(), () -> () -> desk.cases().of(member, MOST));
        // A case tells its member that it changed.
        watch = new ChangeWatch(desk.feed(), desk.background(), change -> change.file().equals(member), this::askAgain);
        unsaved = Bindings.createBooleanBinding(
                () -> writing.get() && !(caseTitle.get().isBlank() && note.get().isBlank()), writing, caseTitle, note);
    }

    /// Reads, at first or again.
    public void load() {
        rows.load();
    }

    /// What is read.
    public Section<List<CaseRow>> rows() {
        return rows;
    }

    /// Whether this person opens cases.
    public boolean changes() {
        return desk.changes();
    }

    /// Whether the whole list is seen.
    public BooleanProperty expandedProperty() {
        return expanded;
    }

    /// Whether a case is about to be opened.
    public ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /// Whether it is being opened.
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// What the new case is about, as a code.
    public StringProperty topicProperty() {
        return topic;
    }

    /// How the member came.
    public ObjectProperty<Channel> channelProperty() {
        return channel;
    }

    /// The new case in a line.
    public StringProperty titleProperty() {
        return caseTitle;
    }

    /// What was said.
    public StringProperty noteProperty() {
        return note;
    }

    /// What is wrong with the new case, by field: `topic`, `title`, `note`.
    public ReadOnlyObjectProperty<Map<String, UserMessage>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// Why it could not be opened, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether something typed is not saved.
    public ObservableValue<Boolean> unsavedProperty() {
        return unsaved;
    }

    /// Begins a new case; what was typed before is still there.
    public void begin() {
        if (desk.changes()) {
            writing.set(true);
        }
    }

    /// Gives it up.
    public void giveUp() {
        writing.set(false);
        caseTitle.set("");
        note.set("");
        problems.set(Map.of());
        problem.set(null);
    }

    /// Opens it.
    public void open() {
        if (working.get()) {
            return;
        }
        OpenCase command = new OpenCase(member, topic.get(), channel.get(), caseTitle.get(), note.get());
        problem.set(null);
        problems.set(Map.of());
        working.set(true);
        desk.background().run(() -> desk.cases().open(command), outcome -> {
            working.set(false);
            switch (outcome) {
                case Outcome.Done<CaseDetails> _ -> {
                    giveUp();
                    load();
                }
                case Outcome.Invalid<CaseDetails>(List<FieldProblem> found) -> problems.set(found.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, other) -> first)));
                case Outcome.Denied<CaseDetails>(UserMessage why) -> problem.set(Problem.of(why).keeping(TYPED_KEPT));
                case Outcome.Conflict<CaseDetails> _ -> throw new IllegalStateException("a new case has no version");
            }
        }, cause -> {
            working.set(false);
            problem.set(Problem.of(cause).keeping(TYPED_KEPT));
        });
    }

    @Override
    public void close() {
        watch.close();
        rows.cancel();
    }

    private void askAgain() {
        // Not before the panel was seen: it reads when it is.
        if (rows.value() != null || rows.problemProperty().get() != null) {
            load();
        }
    }
}
