package io.guichet.reimbursement.ui.claim;

import io.guichet.platform.ui.Shortcut;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of a claim. Letters decide only while nothing is typed: not in a field, and not while a form is open.
final class ClaimKeys {

    static final KeyCombination APPROVE = plain(KeyCode.A);
    static final KeyCombination ADJUST = plain(KeyCode.D);
    static final KeyCombination REJECT = plain(KeyCode.R);
    static final KeyCombination ASK = plain(KeyCode.Q);
    static final KeyCombination UNDO = plain(KeyCode.Z);
    static final KeyCombination REOPEN = plain(KeyCode.O);
    static final KeyCombination TAKE = plain(KeyCode.T);
    static final KeyCombination STEPS = plain(KeyCode.S);
    static final KeyCombination MEMBER = plain(KeyCode.M);
    static final KeyCombination NEXT = plain(KeyCode.J);
    static final KeyCombination PREVIOUS = plain(KeyCode.K);

    private ClaimKeys() {
    }

    private static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    /// What the keys do, in the order they are listed.
    static List<Shortcut> of(ClaimViewModel claim, ClaimDeciding deciding, ClaimLook look, ClaimHost host, Runnable again) {
        return List.of(
                new Shortcut(APPROVE, "reimbursement.claim.shortcut.approve", free(claim, deciding::approve)),
                new Shortcut(ADJUST, "reimbursement.claim.shortcut.adjust", free(claim, deciding::adjust)),
                new Shortcut(REJECT, "reimbursement.claim.shortcut.reject", free(claim, deciding::reject)),
                new Shortcut(ASK, "reimbursement.claim.shortcut.ask", free(claim, deciding::ask)),
                new Shortcut(UNDO, "reimbursement.claim.shortcut.undo", free(claim, deciding::undo)),
                new Shortcut(REOPEN, "reimbursement.claim.shortcut.reopen", free(claim, deciding::reopen)),
                new Shortcut(TAKE, "reimbursement.claim.shortcut.take", free(claim, () -> takeOrRelease(claim, deciding))),
                new Shortcut(STEPS, "reimbursement.claim.shortcut.steps", free(claim, () -> {
                    look.explainAll(claim.open().map(open -> open.file().lines().size()).orElse(0));
                    again.run();
                })),
                new Shortcut(MEMBER, "reimbursement.claim.shortcut.member", free(claim, () ->
                        look.asMemberProperty().set(!look.asMemberProperty().get()))),
                new Shortcut(NEXT, "reimbursement.claim.shortcut.next", free(claim, host::next)),
                new Shortcut(PREVIOUS, "reimbursement.claim.shortcut.previous", free(claim, host::previous)),
                new Shortcut(FormView.CONFIRM, "reimbursement.claim.shortcut.confirm", deciding::confirm),
                new Shortcut(FormView.LEAVE, "reimbursement.claim.shortcut.leave", deciding::leave));
    }

    private static Runnable free(ClaimViewModel claim, Runnable action) {
        return () -> {
            if (claim.formProperty().get() == null) {
                action.run();
            }
        };
    }

    private static void takeOrRelease(ClaimViewModel claim, ClaimDeciding deciding) {
        if (claim.open().filter(deciding::releasable).isPresent()) {
            deciding.release();
        } else {
            deciding.take();
        }
    }

    /// Whether the key means something here now.
    ///
    /// @param focused what has the focus, or null
    static boolean meant(KeyEvent pressed, ClaimViewModel claim, @Nullable Node focused) {
        if (FormView.CONFIRM.match(pressed) || FormView.LEAVE.match(pressed)) {
            return claim.formProperty().get() != null;
        }
        return claim.formProperty().get() == null && !(focused instanceof TextInputControl);
    }
}
