package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.FollowUp;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What becomes of an amendment: applied, cancelled, thrown away; and the documents it asks for first. Whoever calls has
/// asked the person.
public final class AmendmentDecisions {

    private final ContractWork work;
    private final AmendmentViewModel amendment;
    private final Section<List<FollowUp>> followUps;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<FieldProblem>> refusal = new ReadOnlyObjectWrapper<>(List.of());

    AmendmentDecisions(ContractWork work, AmendmentViewModel amendment) {
        this.work = work;
        this.amendment = amendment;
        followUps = new Section<>(work.background(), () -> {
            FileRef ref = ref();
            return () -> work.amendments().followUps(ref);
        });
    }

    /// What the amendment left to do.
    public Section<List<FollowUp>> followUps() {
        return followUps;
    }

    /// Why it is cancelled.
    public StringProperty reasonProperty() {
        return reason;
    }

    /// Whether something is being carried out.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What went wrong, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Why it cannot be cancelled: what was built on it.
    public ReadOnlyObjectProperty<List<FieldProblem>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Applies what was looked at.
    public void apply() {
        if (amendment.ready()) {
            FileRef ref = ref();
            long version = amendment.saving().version();
            decide(() -> work.amendments().apply(ref, version), amendment::complain);
        }
    }

    /// Brings back the state before.
    public void cancel() {
        String why = reason.get().strip();
        if (!why.isEmpty()) {
            FileRef ref = ref();
            long version = amendment.saving().version();
            decide(() -> work.amendments().cancel(ref, version, why), refusal::set);
        }
    }

    /// Throws the draft away.
    public void discard() {
        FileRef ref = ref();
        long version = amendment.saving().version();
        decide(() -> work.amendments().discard(ref, version), refusal::set);
    }

    /// Attaches a file of this computer as what the amendment asks for, and looks again.
    public void attach(String type, Path source) {
        FileRef ref = ref();
        run(() -> work.documents().attach(ref, type, source), outcome -> {
            switch (outcome) {
                case Outcome.Done<?> done -> amendment.documentsChanged();
                case Outcome.Invalid<?>(List<FieldProblem> problems) ->
                        problem.set(problems.isEmpty() ? null : Problem.of(problems.getFirst().message()));
                case Outcome.Conflict<?> conflict -> amendment.documentsChanged();
                case Outcome.Denied<?>(UserMessage why) -> problem.set(Problem.of(why));
            }
        });
    }

    private FileRef ref() {
        return Objects.requireNonNull(amendment.saving().ref(), "not stored yet");
    }

    private void decide(Callable<Outcome<AmendmentDetails>> command, Consumer<List<FieldProblem>> invalid) {
        refusal.set(List.of());
        run(command, outcome -> {
            switch (outcome) {
                case Outcome.Done<AmendmentDetails>(AmendmentDetails now) -> {
                    reason.set("");
                    amendment.show(now);
                }
                case Outcome.Invalid<AmendmentDetails>(List<FieldProblem> problems) -> invalid.accept(problems);
                case Outcome.Conflict<AmendmentDetails>(long version, List<FieldChange> changes) -> {
                    problem.set(Problem.of(UserMessage.of("contract.amendment.changedFirst")));
                    amendment.refresh();
                }
                case Outcome.Denied<AmendmentDetails>(UserMessage why) -> problem.set(Problem.of(why));
            }
        });
    }

    private <T> void run(Callable<T> work, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        problem.set(null);
        busy.set(true);
        this.work.background().run(work, result -> {
            busy.set(false);
            then.accept(result);
        }, cause -> {
            busy.set(false);
            problem.set(Problem.of(cause));
        });
    }
}
