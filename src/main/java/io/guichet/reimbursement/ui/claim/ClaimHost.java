package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.FileRef;
import io.guichet.reimbursement.Decided;

/// What a claim is shown in: it knows which claim comes next. Called on the JavaFX thread.
public interface ClaimHost {

    /// Something was decided here: show what comes next.
    void decided(Decided done);

    /// Go to the next claim.
    void next();

    /// Go to the claim before.
    void previous();

    /// A decision was taken back: its claim is shown again, and is this person's to decide.
    default void undone(FileRef claim) {
    }
}
