package io.guichet.directory.ui;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.Relative;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.Line;
import io.guichet.platform.ui.LineList;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What covers a member, what is left of it, and who is insured with them, as lines.
final class CoverLines {

    private final Pen pen;

    CoverLines(Pen pen) {
        this.pen = pen;
    }

    /// The covers, each with its contract; `fully` tells the role and the period of each too.
    Node covers(List<Cover> covers, boolean fully) {
        if (covers.isEmpty()) {
            return Pen.nothing(pen.texts().get("directory.overview.cover.never"));
        }
        return new LineList(covers.stream().map(cover -> cover(cover, fully)).toList());
    }

    /// The yearly amounts and numbers, what is left of each as a bar and in figures.
    Node allowances(List<Allowance> allowances) {
        if (allowances.isEmpty()) {
            return Pen.nothing(pen.texts().get("directory.overview.allowances.none"));
        }
        boolean oneEnd = allowances.stream().map(Allowance::to).distinct().count() == 1;
        VBox rows = new VBox();
        String caption = oneEnd ? pen.texts().get("directory.overview.allowances.until", allowances.getFirst().to())
                : pen.texts().get("directory.overview.allowances.left");
        rows.getChildren().add(Pen.cell(caption, "caption"));
        rows.getChildren().add(new LineList(allowances.stream().map(each -> allowance(each, oneEnd)).toList()));
        return rows;
    }

    /// The people insured with the member.
    Node household(List<Relative> relatives) {
        if (relatives.isEmpty()) {
            return Pen.nothing(pen.texts().get("directory.overview.household.none"));
        }
        return new LineList(relatives.stream().map(this::relative).toList());
    }

    private Line cover(Cover cover, boolean fully) {
        String state = state(cover);
        Label product = Pen.wide(cover.product(), "medium");
        Label standing = switch (cover.state()) {
            case RUNNING -> Pen.state(state, Feather.CHECK_CIRCLE, "success-text");
            case COMING -> Pen.state(state, Feather.CLOCK, "muted");
            case SUSPENDED -> Pen.state(state, Feather.PAUSE_CIRCLE, "warning-text");
            case ENDED -> Pen.state(state, Feather.X_CIRCLE, "danger-text");
        };
        String role = pen.texts().get(cover.role());
        String about = pen.texts().get("directory.overview.cover.about", cover.number(), cover.payer());
        VBox words = new VBox(new HBox(product, standing), Pen.wide(about, "secondary"));
        ((HBox) words.getChildren().getFirst()).getStyleClass().add("line-first");
        String period = pen.period(cover.from(), cover.to());
        if (fully) {
            words.getChildren().add(Pen.wide(pen.texts().get("directory.overview.cover.role", role, period), "secondary"));
        }
        for (UserMessage note : cover.notes()) {
            Label said = Pen.wide(pen.texts().get(note), "secondary");
            said.setGraphic(Icons.of(Feather.INFO));
            words.getChildren().add(said);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("line-words");
        String said = String.join("\t", cover.product(), state, cover.number(), cover.payer(), role, period,
                cover.notes().stream().map(pen.texts()::get).collect(Collectors.joining(", "))).strip();
        Line line = pen.line(said, cover.contract(), cover.number(), words);
        line.setId("cover-" + cover.number());
        return line;
    }

    private String state(Cover cover) {
        LocalDate to = cover.to();
        return switch (cover.state()) {
            case RUNNING -> to == null ? pen.texts().get("directory.overview.cover.running")
                    : pen.texts().get("directory.overview.cover.until", to);
            case COMING -> pen.texts().get("directory.overview.cover.coming", cover.from());
            case SUSPENDED -> pen.texts().get("directory.overview.cover.suspended");
            case ENDED -> to == null ? pen.texts().get("directory.overview.cover.over")
                    : pen.texts().get("directory.overview.cover.ended", to);
        };
    }

    private Line allowance(Allowance allowance, boolean oneEnd) {
        String label = pen.texts().get(allowance.label());
        String left = left(allowance);
        Label figures = Pen.whole(left, 0, "amount");
        if (allowance.left() == 0) {
            figures = Pen.state(left, Feather.ALERT_TRIANGLE, "amount", "warning-text");
        }
        String period = pen.period(allowance.from(), allowance.to());
        StringBuilder said = new StringBuilder(label).append('\t').append(left).append('\t').append(period);
        UserMessage note = allowance.note();
        VBox name = new VBox(Pen.wide(label));
        name.getStyleClass().add("line-words");
        HBox.setHgrow(name, Priority.ALWAYS);
        if (!oneEnd) {
            name.getChildren().add(Pen.wide(period, "caption"));
        }
        if (note != null) {
            name.getChildren().add(Pen.wide(pen.texts().get(note), "caption"));
            said.append('\t').append(pen.texts().get(note));
        }
        Line line = pen.line(said.toString(), name, figures, meter(allowance));
        Tooltip.install(line, new Tooltip(period));
        line.setId("allowance-" + allowance.code());
        return line;
    }

    private String left(Allowance allowance) {
        Amounts amounts = Amounts.of(pen.texts());
        return switch (allowance.unit()) {
            case MONEY -> pen.texts().get("directory.overview.left", amounts.figures(Money.euros(allowance.left())),
                    amounts.text(Money.euros(allowance.limit())));
            case SERVICES -> pen.texts().get("directory.overview.left", amounts.count(allowance.left()),
                    amounts.count(allowance.limit()));
            case DAYS -> pen.texts().get("directory.overview.leftDays", amounts.count(allowance.left()),
                    allowance.limit());
        };
    }

    /// A bar as long as what is left. The figures beside it say the same.
    private static Region meter(Allowance allowance) {
        Region rest = new Region();
        rest.getStyleClass().add("meter-left");
        StackPane meter = new StackPane(rest);
        meter.getStyleClass().add("meter");
        double share = allowance.limit() == 0 ? 0 : (double) allowance.left() / allowance.limit();
        rest.maxWidthProperty().bind(meter.widthProperty().multiply(share));
        rest.setVisible(share > 0);
        return meter;
    }

    private Line relative(Relative relative) {
        String relation = pen.texts().get(relative.relation());
        String covered = pen.texts().get(relative.covered() ? "directory.overview.covered" : "directory.overview.notCovered");
        String born = pen.texts().get("directory.overview.relative", relation, pen.day(relative.birth()),
                pen.words().age(relative.birth()));
        Label state = relative.covered() ? Pen.state(covered, Feather.CHECK_CIRCLE, "success-text")
                : Pen.state(covered, Feather.X_CIRCLE, "danger-text");
        Label birth = Pen.whole(pen.texts().get("directory.account.bornAge", pen.day(relative.birth()),
                pen.words().age(relative.birth())), 0, "secondary", "date");
        Line line = pen.line(String.join("\t", relative.name(), born, covered), relative.member(), relative.name(),
                Pen.whole(relative.name(), 0), Pen.wide(relation, "secondary"), birth, state);
        line.setId("relative-" + relative.member().reference());
        return line;
    }
}
