package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.ui.WhatIfViewModel.Answer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An answer as it is read on the phone: who pays what of all, as a bar and in words; then each line with its steps.
public final class AnswerView {

    private final Texts texts;
    private final Amounts amounts;
    private final WhatIfWords words;

    public AnswerView(Texts texts) {
        this.texts = texts;
        amounts = Amounts.of(texts);
        words = new WhatIfWords(texts);
    }

    /// The sum, and below it each line with its steps.
    public List<Node> nodes(Answer answer) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(sum(answer));
        for (int i = 0; i < answer.lines().size(); i++) {
            nodes.add(line(words.about(answer.lines().get(i)), answer.decision().lines().get(i), answer.lines().size() > 1));
        }
        return nodes;
    }

    private Node sum(Answer answer) {
        Label title = new Label(texts.get("reimbursement.whatIf.back"));
        title.getStyleClass().add("section-title");
        Label back = new Label(amounts.text(answer.decision().publicPaid().plus(answer.decision().insurerPaid())));
        back.setId("back");
        back.getStyleClass().addAll("page-title", "amount");
        back.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, spread(), back);
        head.getStyleClass().add("answer-head");
        PartsSum parts = new PartsSum(texts);
        VBox sum = new VBox(head, parts.bar(answer.decision()), parts.legend(answer.decision()));
        sum.getStyleClass().add("answer-sum");
        return sum;
    }

    private Node line(String about, LineDecision line, boolean several) {
        Label what = new Label(about);
        what.getStyleClass().add("medium");
        what.setWrapText(true);
        VBox block = new VBox(what);
        block.getStyleClass().add("field-group");
        if (several) {
            Label parts = new Label(texts.get("reimbursement.whatIf.copyParts", line.charged(), line.publicPaid(), line.insurerPaid(),
                    line.memberPays()));
            parts.getStyleClass().add("secondary");
            parts.setWrapText(true);
            block.getChildren().add(parts);
        }
        block.getChildren().add(StepSentences.of(line.steps(), texts, texts.locale()));
        return block;
    }

    private static Region spread() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return between;
    }
}
