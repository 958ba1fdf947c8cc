package io.guichet.contract.ui;

import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.PremiumLine;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a contract pays for, and what it costs, line by line with its reason.
final class CoverViews {

    private static final double HALF = 50;

    private final Texts texts;
    private final ContractWords words;

    CoverViews(Texts texts, ContractWords words) {
        this.texts = texts;
        this.words = words;
    }

    /// Guarantees below the family they belong to.
    Node guarantees(List<Guarantee> guarantees) {
        if (guarantees.isEmpty()) {
            return SectionBlock.nothing(texts.get("contract.guarantees.none"));
        }
        Map<UserMessage, List<Guarantee>> families = new LinkedHashMap<>();
        guarantees.forEach(each -> families.computeIfAbsent(each.family(), family -> new ArrayList<>()).add(each));
        VBox all = new VBox();
        all.getStyleClass().add("cover-families");
        families.forEach((family, lines) -> {
            Label name = new Label(begun(texts.get(family)));
            name.getStyleClass().add("medium");
            GridPane grid = new GridPane();
            grid.getStyleClass().add("cover-lines");
            grid.getColumnConstraints().addAll(share(HPos.LEFT), share(HPos.RIGHT));
            int row = 0;
            for (Guarantee line : lines) {
                Label level = wrapped(texts.get(line.level()));
                level.getStyleClass().add("level");
                grid.addRow(row++, wrapped(texts.get(line.label())), level);
            }
            all.getChildren().add(new VBox(name, grid));
        });
        return all;
    }

    /// Net premium, taxes, total, and who bears it; each with how it comes about.
    Node premium(List<PremiumLine> lines) {
        if (lines.isEmpty()) {
            return SectionBlock.nothing(texts.get("contract.premium.none"));
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cover-lines");
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        ColumnConstraints amounts = new ColumnConstraints();
        amounts.setHalignment(HPos.RIGHT);
        amounts.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(what, amounts);
        int row = 0;
        for (PremiumLine line : lines) {
            Label label = wrapped(texts.get(line.label()));
            Label reason = wrapped(texts.get(line.reason()));
            reason.getStyleClass().add("secondary");
            Label amount = new Label(words.amounts().text(line.amount()));
            amount.setMinWidth(Region.USE_PREF_SIZE);
            amount.getStyleClass().add("amount");
            if (line.kind() == PremiumLine.Kind.TOTAL) {
                label.getStyleClass().add("strong");
                amount.getStyleClass().add("strong");
                Region rule = new Region();
                rule.getStyleClass().add("hairline");
                grid.add(rule, 0, row++, 2, 1);
            }
            grid.addRow(row++, new VBox(label, reason), amount);
        }
        grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        Label month = new Label(texts.get("contract.premium.month"));
        month.getStyleClass().add("caption");
        VBox all = new VBox(month, grid);
        all.getStyleClass().add("cover-families");
        return all;
    }

    /// A title begins with a capital, also where the word is that of a choice.
    private String begun(String words) {
        int first = words.isEmpty() ? 0 : words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(texts.locale()) + words.substring(first);
    }

    private static ColumnConstraints share(HPos where) {
        ColumnConstraints share = new ColumnConstraints();
        share.setPercentWidth(HALF);
        share.setHalignment(where);
        return share;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
