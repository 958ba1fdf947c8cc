package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Who pays what of all that was charged: as a bar, and in words below it.
public final class PartsSum {

    private static final String PUBLIC = "public-part";
    private static final String INSURER = "insurer-part";
    private static final String MEMBER = "member-part";
    private static final int SHARE_DIGITS = 2;
    private static final double LEAST_LINE = 200;

    private final Texts texts;
    private final Amounts amounts;

    public PartsSum(Texts texts) {
        this.texts = texts;
        amounts = Amounts.of(texts);
    }

    /// The bar; nothing where nothing was charged.
    public Node bar(ClaimDecision decision) {
        Money charged = decision.charged();
        String said = texts.get("reimbursement.whatIf.copyParts", charged, decision.publicPaid(), decision.insurerPaid(),
                decision.memberPays());
        return charged.minor() == 0 ? new Region() : new PartsBar(List.of(
                new PartsBar.Part(PUBLIC, decision.publicPaid(), texts.get("reimbursement.whatIf.publicShort")),
                new PartsBar.Part(INSURER, decision.insurerPaid(), texts.get("reimbursement.whatIf.insurerShort")),
                new PartsBar.Part(MEMBER, decision.memberPays(), texts.get("reimbursement.whatIf.memberShort"))), said);
    }

    /// The amounts below each other, each with its share.
    public GridPane legend(ClaimDecision decision) {
        GridPane legend = new GridPane();
        legend.getStyleClass().add("parts-legend");
        legend.getColumnConstraints().setAll(column(HPos.LEFT, Priority.NEVER), column(HPos.LEFT, Priority.ALWAYS),
                column(HPos.RIGHT, Priority.NEVER), column(HPos.RIGHT, Priority.NEVER));
        List<String> shares = shares(decision.charged(),
                List.of(decision.publicPaid(), decision.insurerPaid(), decision.memberPays()));
        row(legend, "", texts.get("reimbursement.whatIf.charged"), decision.charged(), "", "charged");
        row(legend, PUBLIC, texts.get("reimbursement.whatIf.public"), decision.publicPaid(), shares.get(0), "public");
        row(legend, INSURER, texts.get("reimbursement.whatIf.insurer"), decision.insurerPaid(), shares.get(1), "insurer");
        row(legend, MEMBER, texts.get("reimbursement.whatIf.member"), decision.memberPays(), shares.get(2), "member");
        return legend;
    }

    /// The amounts in one line with the bar beside them, where there is little height.
    public Node low(ClaimDecision decision) {
        Node bar = bar(decision);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox both = new HBox(line(decision), bar);
        both.getStyleClass().add("parts-low");
        return both;
    }

    private FlowPane line(ClaimDecision decision) {
        FlowPane line = new OneLine(item("", "reimbursement.whatIf.charged", decision.charged(), "charged"),
                item(PUBLIC, "reimbursement.whatIf.publicShort", decision.publicPaid(), "public"),
                item(INSURER, "reimbursement.whatIf.insurerShort", decision.insurerPaid(), "insurer"),
                item(MEMBER, "reimbursement.whatIf.memberShort", decision.memberPays(), "member"));
        line.getStyleClass().add("parts-line");
        line.setMinWidth(LEAST_LINE);
        return line;
    }

    /// As wide as what it holds where there is room: what is left is for whoever stands beside it.
    private static final class OneLine extends FlowPane {

        OneLine(Node... items) {
            super(items);
        }

        @Override
        protected double computePrefWidth(double height) {
            return snappedLeftInset() + snappedRightInset() + getHgap() * (getChildren().size() - 1)
                    + getChildren().stream().mapToDouble(item -> snapSizeX(item.prefWidth(-1))).sum();
        }
    }

    private HBox item(String style, String name, Money amount, String id) {
        HBox item = new HBox();
        item.getStyleClass().add("parts-item");
        if (!style.isEmpty()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", style);
            item.getChildren().add(swatch);
        }
        item.getChildren().addAll(new Label(texts.get(name)), figure(amount, id));
        return item;
    }

    private Label figure(Money amount, String id) {
        Label figure = new Label(amounts.text(amount));
        figure.setId("sum-" + id);
        figure.getStyleClass().addAll("medium", "amount");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        return figure;
    }

    /// The shares that parts have of all, "47 % of it", adding up to the whole: the last one takes what rounding left. Empty
    /// where there is nothing to be a part of.
    List<String> shares(Money all, List<Money> parts) {
        List<String> shares = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal share = all.minor() == 0 || i == parts.size() - 1 ? left
                    : parts.get(i).decimal().divide(all.decimal(), SHARE_DIGITS, RoundingMode.HALF_UP).min(left);
            left = left.subtract(share);
            shares.add(all.minor() == 0 ? "" : texts.get("reimbursement.whatIf.share", share));
        }
        return shares;
    }

    private void row(GridPane legend, String style, String name, Money amount, String share, String id) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style.isEmpty() ? "no-part" : style);
        Label who = new Label(name);
        who.setMinWidth(0);
        Label part = new Label(share);
        part.getStyleClass().addAll("secondary", "amount");
        legend.addRow(legend.getRowCount(), swatch, who, part, figure(amount, id));
    }

    private static ColumnConstraints column(HPos side, Priority grows) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(side);
        column.setHgrow(grows);
        return column;
    }
}
