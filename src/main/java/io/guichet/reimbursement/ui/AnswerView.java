package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.ui.WhatIfViewModel.Answer;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An answer as it is read on the phone: who pays what of all, as a bar and in words; then each line with its steps.
final class AnswerView {

    private static final String PUBLIC = "public-part";
    private static final String INSURER = "insurer-part";
    private static final String MEMBER = "member-part";

    private final Texts texts;
    private final Amounts amounts;
    private final WhatIfWords words;

    AnswerView(Texts texts) {
        this.texts = texts;
        amounts = Amounts.of(texts);
        words = new WhatIfWords(texts);
    }

    List<Node> nodes(Answer answer) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(sum(answer));
        for (int i = 0; i < answer.lines().size(); i++) {
            nodes.add(line(words.about(answer.lines().get(i)), answer.decision().lines().get(i), answer.lines().size() > 1));
        }
        return nodes;
    }

    private Node sum(Answer answer) {
        Money charged = answer.decision().charged();
        Money byPublic = answer.decision().publicPaid();
        Money byUs = answer.decision().insurerPaid();
        Money byMember = answer.decision().memberPays();
        String said = texts.get("reimbursement.whatIf.copyParts", charged, byPublic, byUs, byMember);
        Label title = new Label(texts.get("reimbursement.whatIf.back"));
        title.getStyleClass().add("section-title");
        Label back = new Label(amounts.text(byPublic.plus(byUs)));
        back.setId("back");
        back.getStyleClass().addAll("page-title", "amount");
        back.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, spread(), back);
        head.getStyleClass().add("answer-head");
        GridPane legend = new GridPane();
        legend.getStyleClass().add("parts-legend");
        legend.getColumnConstraints().setAll(column(HPos.LEFT, Priority.NEVER), column(HPos.LEFT, Priority.ALWAYS),
                column(HPos.RIGHT, Priority.NEVER), column(HPos.RIGHT, Priority.NEVER));
        row(legend, 0, "", texts.get("reimbursement.whatIf.charged"), charged, "", "charged");
        List<String> shares = words.shares(charged, List.of(byPublic, byUs, byMember));
        row(legend, 1, PUBLIC, texts.get("reimbursement.whatIf.public"), byPublic, shares.get(0), "public");
        row(legend, 2, INSURER, texts.get("reimbursement.whatIf.insurer"), byUs, shares.get(1), "insurer");
        row(legend, 3, MEMBER, texts.get("reimbursement.whatIf.member"), byMember, shares.get(2), "member");
        VBox sum = new VBox(head, bar(charged, byPublic, byUs, byMember, said), legend);
        sum.getStyleClass().add("answer-sum");
        return sum;
    }

    private Node bar(Money charged, Money byPublic, Money byUs, Money byMember, String said) {
        return charged.minor() == 0 ? new Region() : new PartsBar(List.of(
                new PartsBar.Part(PUBLIC, byPublic, texts.get("reimbursement.whatIf.publicShort")),
                new PartsBar.Part(INSURER, byUs, texts.get("reimbursement.whatIf.insurerShort")),
                new PartsBar.Part(MEMBER, byMember, texts.get("reimbursement.whatIf.memberShort"))), said);
    }

    private void row(GridPane legend, int row, String style, String name, Money amount, String share, String id) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style.isEmpty() ? "no-part" : style);
        Label who = new Label(name);
        who.setMinWidth(0);
        Label part = new Label(share);
        part.getStyleClass().addAll("secondary", "amount");
        Label figure = new Label(amounts.text(amount));
        figure.setId("sum-" + id);
        figure.getStyleClass().addAll("medium", "amount");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        legend.addRow(row, swatch, who, part, figure);
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
        GridPane steps = new GridPane();
        steps.getStyleClass().add("step-ladder");
        steps.getColumnConstraints().setAll(column(HPos.LEFT, Priority.ALWAYS), column(HPos.RIGHT, Priority.NEVER));
        int row = 0;
        for (Step step : line.steps()) {
            Label sentence = new Label(words.sentence(step));
            sentence.setWrapText(true);
            VBox told = new VBox(sentence);
            if (!step.source().isEmpty()) {
                Label source = new Label(step.source());
                source.getStyleClass().add("caption");
                source.setWrapText(true);
                told.getChildren().add(source);
            }
            Label amount = new Label(amounts.text(step.amount()));
            amount.getStyleClass().addAll("medium", "amount");
            amount.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(amount, VPos.TOP);
            steps.addRow(row++, told, amount);
        }
        block.getChildren().add(steps);
        return block;
    }

    private static ColumnConstraints column(HPos side, Priority grows) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(side);
        column.setHgrow(grows);
        return column;
    }

    private static Region spread() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return between;
    }
}
