package io.guichet.contract.ui;

import io.guichet.contract.AmendmentRow;
import io.guichet.platform.i18n.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// Amendments below each other: what, for whom, from when, how far, by whom and when.
final class AmendmentList {

    /// What the style sheet leaves at both sides of an entry.
    static final double ENTRY_PADDING = 24;

    private final ScreenParts parts;
    private final ContractWords words;
    private final Texts texts;

    AmendmentList(ScreenParts parts, ContractWords words) {
        this.parts = parts;
        this.words = words;
        texts = parts.texts();
    }

    /// @param contracts also say to which contract each belongs
    Node view(List<AmendmentRow> rows, boolean contracts) {
        if (rows.isEmpty()) {
            return SectionBlock.nothing(texts.get("contract.amendments.none"));
        }
        VBox list = new VBox();
        list.setId("amendments");
        list.getStyleClass().add("entry-list");
        rows.forEach(row -> list.getChildren().add(entry(row, contracts)));
        return list;
    }

    private Button entry(AmendmentRow row, boolean contracts) {
        String kind = words.kind(row.ref().country(), row.kind());
        // A label that wraps in a button grows huge.
        Text what = new Text(kind);
        what.getStyleClass().addAll("medium", "entry-title");
        VBox lines = new VBox(what);
        if (!row.name().isEmpty() || contracts) {
            String who = row.name().isEmpty() ? row.number()
                    : contracts ? texts.get("contract.amendments.whoWhere", row.name(), row.number()) : row.name();
            lines.getChildren().add(new Label(who));
        }
        Label from = new Label(texts.get("contract.amendments.from", row.effective()));
        lines.getChildren().addAll(words.state(row.state()), from);
        Label by = new Label(texts.get("contract.amendments.by", row.by(), words.moment(row.at())));
        by.getStyleClass().add("secondary");
        lines.getChildren().add(by);
        lines.getStyleClass().add("entry-lines");
        Button open = new Button();
        open.setGraphic(lines);
        open.setId("amendment-" + row.ref().reference());
        open.getStyleClass().addAll("row-button", "entry");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAccessibleText(kind + " " + row.name());
        open.setOnAction(pressed -> parts.navigator().open(row.ref(), kind, false));
        what.wrappingWidthProperty().bind(Bindings.max(0, open.widthProperty().subtract(ENTRY_PADDING)));
        // The text is as wide as it was: it must not keep its list from becoming narrower.
        lines.setMinWidth(0);
        lines.prefWidthProperty().bind(open.widthProperty().subtract(ENTRY_PADDING));
        return open;
    }
}
