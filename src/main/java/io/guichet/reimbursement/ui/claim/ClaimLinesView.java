package io.guichet.reimbursement.ui.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.ClaimState;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.ui.PartsSum;
import io.guichet.reimbursement.ui.StepSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a claim comes to: who pays what, and each line with the ladder of its steps, which opens into sentences.
final class ClaimLinesView {

    private final ClaimWords words;
    private final Texts texts;
    private final ClaimLook look;
    private final Runnable again;
    private final boolean low;

    /// @param again shows it anew
    /// @param low   whether there is little height: what it comes to is said in one line then
    ClaimLinesView(ClaimWords words, ClaimLook look, Runnable again, boolean low) {
        this.low = low;
        this.words = words;
        this.texts = words.texts();
        this.look = look;
        this.again = again;
    }

    List<Node> nodes(OpenClaim claim) {
        List<Node> nodes = new ArrayList<>();
        Optional<ClaimDecision> amounts = ClaimViewModel.amounts(claim);
        amounts.ifPresent(decision -> {
            PartsSum parts = new PartsSum(texts);
            VBox sum = low ? new VBox(parts.low(decision)) : new VBox(parts.bar(decision), parts.legend(decision));
            sum.getStyleClass().add("answer-sum");
            nodes.add(sum);
        });
        nodes.add(head(claim, amounts.isPresent()));
        Locale language = look.asMemberProperty().get() ? claim.whose().language() : texts.locale();
        int count = Math.max(claim.file().lines().size(), amounts.map(decision -> decision.lines().size()).orElse(0));
        for (int i = 0; i < count; i++) {
            int number = i;
            nodes.add(line(claim, number, amounts.filter(decision -> number < decision.lines().size())
                    .map(decision -> decision.lines().get(number)), language));
        }
        return nodes;
    }

    private Node head(OpenClaim claim, boolean known) {
        Label title = new Label(texts.get("reimbursement.claim.lines"));
        title.getStyleClass().add("section-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(title, between);
        head.getStyleClass().add("answer-head");
        if (known) {
            String tongue = claim.whose().language().getDisplayLanguage(texts.locale());
            ToggleButton switched = new ToggleButton(texts.get("reimbursement.claim.asMember", tongue), Icons.of(Feather.USER));
            switched.setId("claim-as-member");
            switched.getStyleClass().add("chip");
            switched.setSelected(look.asMemberProperty().get());
            switched.setMinWidth(Region.USE_PREF_SIZE);
            switched.setOnAction(pressed -> look.asMemberProperty().set(switched.isSelected()));
            head.getChildren().add(switched);
        } else if (claim.file().state() == ClaimState.REJECTED) {
            title.setText(texts.get("reimbursement.claim.linesRefused"));
        }
        return head;
    }

    private Node line(OpenClaim claim, int number, Optional<LineDecision> decided, Locale language) {
        Label what = new Label(words.line(claim.file(), number));
        what.getStyleClass().add("medium");
        what.setWrapText(true);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox first = new HBox(what);
        first.getStyleClass().add("claim-line-head");
        VBox block = new VBox(first);
        block.getStyleClass().addAll("claim-line", "field-group");
        if (decided.isEmpty()) {
            return block;
        }
        LineDecision line = decided.get();
        boolean open = look.explains(number);
        Label paid = new Label(words.amount(line.insurerPaid()));
        paid.setId("line-paid-" + number);
        paid.getStyleClass().addAll("medium", "amount");
        paid.setMinWidth(Region.USE_PREF_SIZE);
        paid.setTooltip(new Tooltip(texts.get("reimbursement.whatIf.copyParts", line.charged(), line.publicPaid(),
                line.insurerPaid(), line.memberPays())));
        first.getChildren().add(paid);
        if (!line.steps().isEmpty()) {
            ToggleButton why = new ToggleButton();
            why.setId("line-why-" + number);
            Icons.dress(why, open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN,
                    texts.get(open ? "reimbursement.claim.hideSteps" : "reimbursement.claim.showSteps"));
            why.getStyleClass().add("icon-button");
            why.setSelected(open);
            why.setOnAction(pressed -> {
                look.explain(number, why.isSelected());
                again.run();
            });
            first.getChildren().add(why);
        }
        if (!line.steps().isEmpty()) {
            block.getChildren().add(LadderView.of(line, texts, language));
        }
        if (open) {
            block.getChildren().add(StepSentences.of(line.steps(), texts, language));
        }
        if (line.steps().isEmpty()) {
            Label older = new Label(texts.get("reimbursement.claim.noSteps"));
            older.getStyleClass().add("secondary");
            older.setWrapText(true);
            block.getChildren().add(older);
        }
        return block;
    }
}
