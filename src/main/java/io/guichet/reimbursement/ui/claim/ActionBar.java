package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.KeyNames;
import io.guichet.reimbursement.OpenClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;

/// What can be done with a claim, each with its key.
final class ActionBar {

    private final ClaimDeciding deciding;
    private final ClaimWork work;
    private final Texts texts;

    ActionBar(ClaimDeciding deciding, ClaimWork work, Texts texts) {
        this.deciding = deciding;
        this.work = work;
        this.texts = texts;
    }

    /// The buttons; none for who decides no claims there.
    List<Node> nodes(OpenClaim claim) {
        if (!work.decides(claim.file().ref().country())) {
            return List.of();
        }
        List<Node> buttons = new ArrayList<>();
        if (ClaimViewModel.undecided(claim)) {
            boolean ready = deciding.ready();
            Optional<Money> amount = deciding.approvable();
            boolean barred = amount.flatMap(each -> deciding.barred(claim, each)).isPresent();
            Button approve = button("claim-approve", amount.map(each -> texts.get(barred ? "reimbursement.claim.propose"
                    : "reimbursement.claim.approve", each)).orElseGet(() -> texts.get("reimbursement.claim.approveUnknown")),
                    ClaimKeys.APPROVE, deciding::approve, ready);
            approve.getStyleClass().add("accent");
            buttons.add(approve);
            buttons.add(button("claim-adjust", texts.get("reimbursement.claim.adjust"), ClaimKeys.ADJUST, deciding::adjust, ready));
            buttons.add(button("claim-reject", texts.get("reimbursement.claim.reject"), ClaimKeys.REJECT, deciding::reject, ready));
            buttons.add(button("claim-ask", texts.get("reimbursement.claim.ask"), ClaimKeys.ASK, deciding::ask, ready));
        } else {
            buttons.add(button("claim-reopen", texts.get("reimbursement.claim.reopen"), ClaimKeys.REOPEN, deciding::reopen,
                    deciding.reopenable(claim)));
        }
        if (deciding.undoable()) {
            buttons.add(button("claim-undo", texts.get("reimbursement.claim.undo"), ClaimKeys.UNDO, deciding::undo, true));
        }
        FlowPane row = new FlowPane();
        row.getStyleClass().add("panel-tools");
        row.getChildren().setAll(buttons);
        return ClaimViewModel.undecided(claim) && ClaimViewModel.held(claim, work.rights().user())
                ? List.of(held(claim), row) : List.of(row);
    }

    private Node held(OpenClaim claim) {
        Label held = ClaimFactsView.wrapped(texts.get("reimbursement.claim.heldHint",
                claim.work().map(row -> row.assignee()).orElse("")));
        held.getStyleClass().add("secondary");
        return held;
    }

    private Button button(String id, String says, KeyCombination key, Runnable does, boolean able) {
        Button button = KeyedButton.of(id, new SimpleStringProperty(says), KeyNames.of(texts, key));
        button.setOnAction(pressed -> does.run());
        button.setDisable(!able);
        return button;
    }
}
