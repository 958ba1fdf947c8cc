package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.FileRef;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// How a claim is looked at: whose language its sentences are in, and which lines are explained in sentences. Lives as long as
/// the place in which claims are shown.
public final class ClaimLook {

    private final BooleanProperty asMember = new SimpleBooleanProperty();
    private final Set<Integer> explained = new HashSet<>();
    private @Nullable FileRef claim;
    private boolean entered;

    /// Whether sentences are in the member's language.
    public BooleanProperty asMemberProperty() {
        return asMember;
    }

    /// Another claim is looked at: nothing of it is opened yet.
    void of(FileRef shown) {
        if (!shown.equals(claim)) {
            claim = shown;
            explained.clear();
            entered = false;
        }
    }

    boolean explains(int line) {
        return explained.contains(line);
    }

    void explain(int line, boolean wanted) {
        if (wanted) {
            explained.add(line);
        } else {
            explained.remove(line);
        }
    }

    /// All sentences at once, or none of them.
    void explainAll(int lines) {
        boolean all = explained.size() == lines;
        explained.clear();
        for (int i = 0; i < lines && !all; i++) {
            explained.add(i);
        }
    }

    /// Whether what was entered is shown whole.
    boolean showsEntered() {
        return entered;
    }

    void showEntered(boolean wanted) {
        entered = wanted;
    }
}
