package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.Step;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The steps of an amount, a sentence each with where its figure was published, and what it gave or took.
public final class StepSentences {

    private StepSentences() {
    }

    /// @param language of the sentences: the one in use, or the member's
    public static GridPane of(List<Step> steps, Texts texts, Locale language) {
        Amounts amounts = Amounts.in(language);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("step-ladder");
        grid.getColumnConstraints().setAll(column(HPos.LEFT, Priority.ALWAYS), column(HPos.RIGHT, Priority.NEVER));
        int row = 0;
        for (Step step : steps) {
            Label sentence = new Label(texts.get(language, step.sentence()));
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
            grid.addRow(row++, told, amount);
        }
        return grid;
    }

    private static ColumnConstraints column(HPos side, Priority grows) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(side);
        column.setHgrow(grows);
        return column;
    }
}
