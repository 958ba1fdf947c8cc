package io.guichet.document.ui;

import io.guichet.document.DocumentRow;
import io.guichet.document.DocumentTypes;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.ChangeWatch;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The documents of one file: what is attached, what is missing, what somebody is about to attach, and the one that
/// somebody is about to remove.
public final class DocumentsViewModel implements AutoCloseable {

    /// Rows read at most: nobody looks through more.
    static final int MOST = 200;

    /// What there is to see.
    ///
    /// @param rows     what is attached, newest first
    /// @param required types the file must have
    public record Shown(List<DocumentRow> rows, List<String> required) {

        public Shown {
            rows = List.copyOf(rows);
            required = List.copyOf(required);
        }

        /// Types the file must have and has not.
        public List<String> missing() {
            return required.stream().filter(type -> rows.stream().noneMatch(row -> row.type().equals(type))).toList();
        }
    }

    /// A file that was not taken.
    ///
    /// @param source of this computer
    /// @param reason why
    private record Refused(Path source, UserMessage reason) {
    }

    private final FileRef file;
    private final DocumentDesk desk;
    private final Section<Shown> shown;
    private final ChangeWatch watch;
    private final ObservableList<Path> pending = FXCollections.observableArrayList();
    private final ObservableList<Path> pendingView = FXCollections.unmodifiableObservableList(pending);
    private final ObservableList<UserMessage> refusals = FXCollections.observableArrayList();
    private final ObservableList<UserMessage> refusalsView = FXCollections.unmodifiableObservableList(refusals);
    private final StringProperty type = new SimpleStringProperty(DocumentTypes.GENERAL.getFirst());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DocumentRow> removing = new ReadOnlyObjectWrapper<>();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> reasonProblem = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty expanded = new SimpleBooleanProperty();
    private final ObservableValue<Boolean> unsaved;
    private @Nullable Runnable retry;

    DocumentsViewModel(FileRef file, DocumentDesk desk) {
        this.file = file;
        this.desk = desk;
        shown = new Section<>(desk.background(), () -> () ->
                new Shown(desk.documents().of(file, MOST), desk.required().of(file)));
        watch = new ChangeWatch(desk.feed(), desk.background(), change -> change.file().equals(file), this::askAgain);
        unsaved = Bindings.createBooleanBinding(() -> !pending.isEmpty() || removing.get() != null, pending, removing);
    }

    /// Reads, at first or again.
    public void load() {
        shown.load();
    }

    /// What is read.
    public Section<Shown> shown() {
        return shown;
    }

    public FileRef file() {
        return file;
    }

    /// Whether this person attaches and removes.
    public boolean changes() {
        return desk.changes();
    }

    /// Files that wait for what they are.
    public ObservableList<Path> pending() {
        return pendingView;
    }

    /// Why the last files were not taken.
    public ObservableList<UserMessage> refusals() {
        return refusalsView;
    }

    /// Code of what the waiting files are.
    public StringProperty typeProperty() {
        return type;
    }

    /// What is offered: what the file must have first, then what any file may have.
    public List<String> types() {
        Shown now = shown.value();
        return Stream.concat(now == null ? Stream.empty() : now.required().stream(), DocumentTypes.GENERAL.stream())
                .distinct().toList();
    }

    /// Whether something is being attached, saved or removed.
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// Why the last attempt failed, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The document that is about to be removed, or null.
    public ReadOnlyObjectProperty<@Nullable DocumentRow> removingProperty() {
        return removing.getReadOnlyProperty();
    }

    /// Why it is removed.
    public StringProperty reasonProperty() {
        return reason;
    }

    /// What is wrong with the reason, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> reasonProblemProperty() {
        return reasonProblem.getReadOnlyProperty();
    }

    /// Whether the whole list is seen.
    public BooleanProperty expandedProperty() {
        return expanded;
    }

    /// Whether a file waits to be attached, or a reason is being typed.
    public ObservableValue<Boolean> unsavedProperty() {
        return unsaved;
    }

    /// Files that somebody chose or dropped; the first type that is missing is proposed.
    public void offer(List<Path> sources) {
        if (!desk.changes() || working.get()) {
            return;
        }
        if (pending.isEmpty()) {
            Shown now = shown.value();
            if (now != null && !now.missing().isEmpty() && !now.missing().contains(type.get())) {
                type.set(now.missing().getFirst());
            }
        }
        refusals.clear();
        sources.stream().filter(source -> !pending.contains(source)).forEach(pending::add);
    }

    /// Forgets the files that wait.
    public void withdraw() {
        pending.clear();
        refusals.clear();
        dropProblem();
    }

    /// Attaches the files that wait. Those that were not taken go on waiting, with why.
    public void attach() {
        List<Path> sources = List.copyOf(pending);
        String chosen = type.get();
        if (sources.isEmpty()) {
            return;
        }
        work(() -> {
            List<Refused> refused = new ArrayList<>();
            for (Path source : sources) {
                switch (desk.documents().attach(file, chosen, source)) {
                    case Outcome.Done<DocumentRow> _ -> { }
                    case Outcome.Invalid<DocumentRow>(List<FieldProblem> problems) ->
                            problems.forEach(each -> refused.add(new Refused(source, each.message())));
                    case Outcome.Denied<DocumentRow>(UserMessage why) -> refused.add(new Refused(source, why));
                    case Outcome.Conflict<DocumentRow> _ -> throw new IllegalStateException("attaching is no change");
                }
            }
            return refused;
        }, refused -> {
            pending.setAll(refused.stream().map(Refused::source).distinct().toList());
            refusals.setAll(refused.stream().map(Refused::reason).distinct().toList());
            load();
        }, this::attach);
    }

    /// Writes a copy to a file of this computer.
    public void save(DocumentRow row, Path target) {
        work(() -> desk.documents().save(row, target), outcome -> {
            if (outcome instanceof Outcome.Denied<Path>(UserMessage why)) {
                problem.set(Problem.of(why));
                load();
            } else {
                Path name = target.getFileName();
                desk.notices().tell(new Notices.Notice(Notices.Level.SUCCESS,
                        UserMessage.of("document.panel.saved", name == null ? "" : name.toString())));
            }
        }, () -> save(row, target));
    }

    /// Begins to remove a document: its reason is asked.
    public void askReason(DocumentRow row) {
        reason.set("");
        reasonProblem.set(null);
        removing.set(row);
    }

    /// Leaves it where it is.
    public void keep() {
        removing.set(null);
        reasonProblem.set(null);
    }

    /// Removes the document whose reason was asked.
    public void remove() {
        DocumentRow row = removing.get();
        if (row == null) {
            return;
        }
        String why = reason.get();
        work(() -> desk.documents().remove(row, why), outcome -> {
            switch (outcome) {
                case Outcome.Done<DocumentRow> _ -> removing.set(null);
                case Outcome.Invalid<DocumentRow>(List<FieldProblem> problems) ->
                        reasonProblem.set(problems.getFirst().message());
                case Outcome.Denied<DocumentRow>(UserMessage denied) -> {
                    removing.set(null);
                    problem.set(Problem.of(denied));
                }
                case Outcome.Conflict<DocumentRow> _ -> throw new IllegalStateException("a document has no version");
            }
            load();
        }, this::remove);
    }

    /// Does again what failed last.
    public void retry() {
        Runnable again = retry;
        dropProblem();
        if (again != null) {
            again.run();
        }
    }

    @Override
    public void close() {
        watch.close();
        shown.cancel();
    }

    private void askAgain() {
        // Not before the panel was seen: it reads when it is.
        if (shown.value() != null || shown.problemProperty().get() != null) {
            load();
        }
    }

    private <T> void work(Callable<T> call, Consumer<T> done, Runnable again) {
        if (working.get()) {
            return;
        }
        dropProblem();
        working.set(true);
        desk.background().run(call, result -> {
            working.set(false);
            done.accept(result);
        }, cause -> {
            working.set(false);
            retry = again;
            problem.set(cause instanceof IOException
                    ? Problem.of(UserMessage.of("document.error.notSaved")) : Problem.of(cause));
        });
    }

    private void dropProblem() {
        problem.set(null);
        retry = null;
    }
}
