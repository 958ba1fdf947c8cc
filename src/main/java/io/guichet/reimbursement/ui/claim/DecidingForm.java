package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// What is typed to decide a claim otherwise than as it is. Kept until it is done or given up.
public abstract sealed class DecidingForm permits AdjustForm, RejectForm, AskForm, ReopenForm, HandOverForm {

    private final ObservableMap<String, UserMessage> problems = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> refusal = new ReadOnlyObjectWrapper<>();
    private @Nullable Runnable listener;

    /// What is wrong, by field.
    public ObservableMap<String, UserMessage> problems() {
        return problems;
    }

    /// Why it was refused, where no field is the cause; or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Whether giving it up would lose something.
    public abstract boolean typed();

    /// Shows why it was refused: at the fields it has, else as a whole.
    void complain(List<FieldProblem> found) {
        problems.clear();
        for (FieldProblem problem : found) {
            if (has(problem.field())) {
                problems.put(problem.field(), problem.message());
            } else {
                refusal.set(problem.message());
            }
        }
    }

    void refuse(@Nullable UserMessage why) {
        refusal.set(why);
    }

    void clean() {
        problems.clear();
        refusal.set(null);
    }

    /// Whether there is such a field.
    abstract boolean has(String field);

    /// Calls `then` after each change of what is typed; null ends it.
    void onTyped(@Nullable Runnable then) {
        listener = then;
    }

    /// To be called for everything that can be typed.
    final void watch(Observable... fields) {
        for (Observable field : fields) {
            field.addListener(changed -> {
                // A complaint is about what stood there.
                clean();
                if (listener != null) {
                    listener.run();
                }
            });
        }
    }
}
