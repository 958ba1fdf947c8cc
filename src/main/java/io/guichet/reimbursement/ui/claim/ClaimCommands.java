package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Carries out what is wanted of a claim, one thing at a time, and tells what was refused where its cause is: at the fields of
/// the form it came from, or at the claim. What was typed stays.
public final class ClaimCommands {

    private static final String CLAIM = "claim";

    private final ClaimViewModel shown;
    private final Background background;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    ClaimCommands(ClaimViewModel shown, Background background) {
        this.shown = shown;
        this.background = background;
    }

    /// Whether something is being done.
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    boolean working() {
        return working.get();
    }

    /// Why what was wanted last is refused, where no form is open; or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Why it could not be done at all, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void quiet() {
        refusal.set(null);
        problem.set(null);
    }

    /// Something could not be done.
    void failed(Exception cause) {
        working.set(false);
        problem.set(Problem.of(cause));
    }

    /// @param form from which it comes, or null; left when it is done
    <T> void run(Callable<Outcome<T>> command, @Nullable DecidingForm form, Consumer<T> then) {
        quiet();
        working.set(true);
        background.run(command, outcome -> {
            working.set(false);
            switch (outcome) {
                case Outcome.Done<T>(T value) -> {
                    shown.heard();
                    if (form != null && shown.formProperty().get() == form) {
                        shown.use(null);
                    }
                    then.accept(value);
                }
                case Outcome.Invalid<T>(List<FieldProblem> problems) -> refused(form, problems);
                case Outcome.Conflict<T> conflict -> refused(form, List.of(new FieldProblem(CLAIM,
                        UserMessage.of("reimbursement.claim.conflict"))));
                case Outcome.Denied<T>(UserMessage why) -> refused(form, List.of(new FieldProblem(CLAIM, why)));
            }
        }, this::failed);
    }

    private void refused(@Nullable DecidingForm form, List<FieldProblem> problems) {
        if (form != null) {
            form.complain(problems);
        } else {
            refusal.set(problems.getFirst().message());
        }
        // What stands against it is told by what changed.
        shown.load();
    }
}
