package io.guichet.reimbursement.ui.run;

import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryTag;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What a run adds up to.
///
/// @param tried whether it is a dry run
record RunFigures(Texts texts, RunWords words, boolean tried) {

    private static final int MOST_REASONS = 6;

    /// All of it: how many, and how much.
    List<Node> totals(RunReport seen) {
        List<Node> facts = new ArrayList<>();
        facts.add(fact("reimbursement.run.figure.claims", words.amounts().count(seen.rows().size())));
        for (Result result : Result.values()) {
            if (result == Result.DONE || seen.count(result) > 0) {
                facts.add(captioned(words.word(result, tried), words.amounts().count(seen.count(result))));
            }
        }
        facts.add(fact("reimbursement.run.column.before", words.amounts().text(seen.before())));
        facts.add(fact("reimbursement.run.column.after", words.amounts().text(seen.after())));
        facts.add(fact("reimbursement.run.column.difference", words.amounts().difference(seen.after().minus(seen.before()))));
        if (seen.toPay().minor() != 0 || seen.toRecover().minor() != 0) {
            facts.add(fact("reimbursement.run.figure.toPay", words.amounts().text(seen.toPay())));
            facts.add(fact("reimbursement.run.figure.toRecover", words.amounts().text(seen.toRecover())));
        }
        return facts;
    }

    private Node fact(String key, String value) {
        return captioned(texts.get(key), value);
    }

    private Node captioned(String name, String value) {
        return CopyValue.captioned(texts, name, value);
    }

    /// Why claims were refused, and the sums of each country; empty when neither tells anything new.
    List<Node> details(RunReport seen) {
        List<Node> blocks = new ArrayList<>();
        if (!seen.refusals().isEmpty()) {
            blocks.add(refusals(seen));
        }
        if (seen.byCountry().size() > 1) {
            blocks.add(countries(seen));
        }
        return blocks;
    }

    private Node refusals(RunReport seen) {
        GridPane grid = grid();
        int line = 0;
        for (var each : seen.refusals().entrySet().stream().limit(MOST_REASONS).toList()) {
            Label sentence = new Label(texts.get(each.getKey()));
            sentence.setWrapText(true);
            grid.addRow(line++, right(words.amounts().count(each.getValue())), sentence);
        }
        return block("reimbursement.run.figure.refusals", grid);
    }

    private Node countries(RunReport seen) {
        GridPane grid = grid();
        grid.addRow(0, new Label(), caption("reimbursement.run.figure.claims"), caption("reimbursement.run.column.before"),
                caption("reimbursement.run.column.after"), caption("reimbursement.run.column.difference"));
        int line = 1;
        for (var each : seen.byCountry().entrySet()) {
            RunReport part = each.getValue();
            Money difference = part.after().minus(part.before());
            grid.addRow(line++, new CountryTag(each.getKey()), right(words.amounts().count(part.rows().size())),
                    right(words.amounts().text(part.before())), right(words.amounts().text(part.after())),
                    right(words.amounts().difference(difference)));
        }
        return block("reimbursement.run.figure.countries", grid);
    }

    private VBox block(String title, Node content) {
        Label heading = new Label(texts.get(title));
        heading.getStyleClass().add("field-label");
        VBox block = new VBox(heading, content);
        block.getStyleClass().add("run-block");
        return block;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("run-grid");
        return grid;
    }

    private Label caption(String key) {
        Label caption = right(texts.get(key));
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static Label right(String figure) {
        Label label = new Label(figure);
        label.getStyleClass().add("amount");
        label.setMinWidth(Label.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
