package io.guichet.contract.ui;

import io.guichet.contract.ContractRow;
import io.guichet.platform.i18n.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Contracts below each other, each of which can be opened.
final class ContractRows {

    private final ScreenParts parts;
    private final ContractWords words;
    private final Texts texts;

    ContractRows(ScreenParts parts) {
        this.parts = parts;
        words = parts.words();
        texts = parts.texts();
    }

    /// @param none   said when there is none
    /// @param beside what stands below each, or null for nothing
    Node view(List<ContractRow> rows, String none, Function<ContractRow, @Nullable Node> beside) {
        if (rows.isEmpty()) {
            return SectionBlock.nothing(none);
        }
        VBox list = new VBox();
        list.setId("contracts");
        list.getStyleClass().add("entry-list");
        for (ContractRow row : rows) {
            Label number = new Label(row.number());
            number.getStyleClass().add("medium");
            Label period = new Label(words.period(row.from(), row.to()));
            period.getStyleClass().add("secondary");
            VBox lines = new VBox(SectionBlock.line(number, words.state(row.state())), new Label(row.productName()), period);
            lines.getStyleClass().add("entry-lines");
            Button open = new Button();
            open.setGraphic(lines);
            open.setId("contract-" + row.ref().reference());
            open.getStyleClass().addAll("row-button", "entry");
            open.setMaxWidth(Double.MAX_VALUE);
            open.setAccessibleText(texts.get("contract.rows.open", row.number(), row.productName()));
            open.setOnAction(pressed -> parts.navigator().open(row.ref(), row.number(), false));
            lines.prefWidthProperty().bind(open.widthProperty().subtract(AmendmentList.ENTRY_PADDING));
            list.getChildren().add(open);
            Node more = beside.apply(row);
            if (more != null) {
                list.getChildren().add(more);
            }
        }
        return list;
    }
}
