package io.guichet.care.ui;

import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow;
import io.guichet.care.Cases;
import io.guichet.care.MoveCase;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.ChangeWatch;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A case on the screen: what was said, what somebody is writing, and what colleagues do meanwhile.
public final class CaseViewModel implements AutoCloseable {

    /// What there is to see.
    public enum State { LOADING, OPEN, MISSING, FAILED }

    /// A case as it is shown.
    ///
    /// @param details what was read
    /// @param member  what people call the member, empty when the search knows no name
    public record Shown(CaseDetails details, String member) {
    }

    /// Openings run out after fifteen minutes without a sign of life.
    static final Duration KEEP_ALIVE = Duration.ofMinutes(5);

    private static final UserMessage TYPED_KEPT = UserMessage.of("care.case.kept");

    private final FileRef file;
    private final CaseDesk desk;
    private final LatestWork asking;
    private final ChangeWatch watch;
    private final Background.Running alive;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> textProblem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FieldChange> overtaken = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableValue<Boolean> unsaved = text.map(typed -> !typed.isBlank());

    CaseViewModel(FileRef file, CaseDesk desk) {
        this.file = file;
        this.desk = desk;
        asking = new LatestWork(desk.background());
        watch = new ChangeWatch(desk.feed(), desk.background(), change -> change.file().equals(file), this::load);
        alive = desk.ticker().every(KEEP_ALIVE, this::load);
    }

    /// Reads, at first or again; opens the file when it is not open any more.
    public void load() {
        Cases cases = desk.cases();
        boolean first = shown.get() == null;
        asking.run(() -> named((first ? Optional.<CaseDetails>empty() : cases.refresh(file)).or(() -> cases.find(file))),
                found -> {
                    problem.set(null);
                    found.ifPresentOrElse(this::show, this::gone);
                }, cause -> {
                    // That the connection is lost is told by the frame, and asking again follows when it is back.
                    boolean lost = cause instanceof DatabaseFailure failure
                            && failure.kind() == DatabaseFailure.Kind.UNREACHABLE;
                    if (first || !lost) {
                        problem.set(kept(Problem.of(cause)));
                    }
                    if (first) {
                        state.set(State.FAILED);
                    }
                });
    }

    public FileRef file() {
        return file;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What was read last, or null.
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Why it could not be read or written, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What is wrong with what was typed, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> textProblemProperty() {
        return textProblem.getReadOnlyProperty();
    }

    /// What a colleague did while this person was writing, or null.
    public ReadOnlyObjectProperty<@Nullable FieldChange> overtakenProperty() {
        return overtaken.getReadOnlyProperty();
    }

    /// Whether something is being written.
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// The note or answer that is being typed.
    public StringProperty textProperty() {
        return text;
    }

    /// Whether something typed is not saved.
    public ObservableValue<Boolean> unsavedProperty() {
        return unsaved;
    }

    /// Whether the signed-in person works on it.
    public boolean isMine() {
        Shown now = shown.get();
        return now != null && now.details().row().by().equals(desk.user());
    }

    /// Writes down what was typed; the case is then in that state.
    public void move(CaseRow.State then) {
        Shown now = shown.get();
        if (now != null && now.details().editable()) {
            MoveCase command = new MoveCase(file, now.details().version(), then, text.get());
            write(() -> desk.cases().move(command), () -> text.set(""));
        }
    }

    /// Writes down what was typed and leaves the state as it is; a closed case is open again.
    public void note() {
        Shown now = shown.get();
        if (now != null) {
            CaseRow.State state = now.details().row().state();
            move(state == CaseRow.State.CLOSED ? CaseRow.State.OPEN : state);
        }
    }

    /// Makes the signed-in person the one who works on it.
    public void take() {
        Shown now = shown.get();
        if (now != null && now.details().editable()) {
            write(() -> desk.cases().take(file, now.details().version()), () -> { });
        }
    }

    @Override
    public void close() {
        asking.cancel();
        watch.close();
        alive.cancel();
        desk.background().run(() -> {
            desk.cases().leave(file);
            return file;
        }, left -> { }, cause -> { });
    }

    private void write(Callable<Outcome<CaseDetails>> command, Runnable written) {
        if (working.get()) {
            return;
        }
        working.set(true);
        problem.set(null);
        textProblem.set(null);
        overtaken.set(null);
        desk.background().run(() -> {
            Outcome<CaseDetails> outcome = command.call();
            // Somebody was faster: what they wrote is shown at once, so that the person can decide.
            return new Written(outcome, outcome instanceof Outcome.Conflict<CaseDetails> ? desk.cases().refresh(file)
                    : Optional.empty());
        }, result -> {
            working.set(false);
            switch (result.outcome()) {
                case Outcome.Done<CaseDetails>(CaseDetails details) -> {
                    written.run();
                    show(new Shown(details, name()));
                }
                case Outcome.Invalid<CaseDetails>(List<FieldProblem> problems) ->
                        textProblem.set(problems.getFirst().message());
                case Outcome.Denied<CaseDetails>(UserMessage why) -> problem.set(kept(Problem.of(why)));
                case Outcome.Conflict<CaseDetails>(long version, List<FieldChange> changes) -> {
                    result.current().ifPresent(current -> show(new Shown(current, name())));
                    overtaken.set(changes.isEmpty() ? null : changes.getLast());
                    if (changes.isEmpty()) {
                        problem.set(kept(Problem.of(UserMessage.of("care.case.overtaken"))));
                    }
                }
            }
        }, cause -> {
            working.set(false);
            problem.set(kept(Problem.of(cause)));
        });
    }

    private record Written(Outcome<CaseDetails> outcome, Optional<CaseDetails> current) {
    }

    private Optional<Shown> named(Optional<CaseDetails> found) {
        return found.map(details -> new Shown(details, desk.names().apply(details.row().member())));
    }

    private String name() {
        Shown now = shown.get();
        return now == null ? "" : now.member();
    }

    private void show(Shown found) {
        shown.set(found);
        state.set(State.OPEN);
    }

    private void gone() {
        if (unsaved.getValue()) {
            problem.set(kept(Problem.of(UserMessage.of("care.error.gone"))));
        } else {
            state.set(State.MISSING);
        }
    }

    private Problem kept(Problem what) {
        return unsaved.getValue() ? what.keeping(TYPED_KEPT) : what;
    }
}
