package io.guichet.directory.ui;

import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.PaymentLine;
import io.guichet.directory.MemberEvent;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.ui.Line;
import io.guichet.platform.ui.LineList;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Claims, payments and what happened, as lines.
final class ClaimLines {

    /// Widths in parts of the size of text, at least: dates, moments and amounts stand below each other.
    private static final double DAY = 6.2;
    private static final double MOMENT = 10;
    private static final double AMOUNT = 6;
    private static final double LETTER = 0.58;
    private static final double ICON = 1.9;

    /// How many of each a small window has room for.
    static final int FEW_CLAIMS = 6;
    static final int FEW_PAYMENTS = 4;
    static final int FEW_EVENTS = 5;

    private final Pen pen;
    private final ZoneId zone;
    private final ObservableBooleanValue room;

    ClaimLines(Pen pen, ZoneId zone) {
        this(pen, zone, new SimpleBooleanProperty(true));
    }

    /// @param room whether there is room for more than a few of each
    ClaimLines(Pen pen, ZoneId zone, ObservableBooleanValue room) {
        this.pen = pen;
        this.zone = zone;
        this.room = room;
    }

    /// The newest claims.
    Node claims(Page<ClaimLine> page) {
        if (page.rows().isEmpty()) {
            return Pen.nothing(pen.texts().get("directory.overview.claims.none"));
        }
        double states = page.rows().stream().mapToInt(claim -> word(claim.state()).length()).max().orElse(0) * LETTER + ICON;
        HBox caption = new HBox(Pen.wide(""), caption("directory.claim.charged"), caption("directory.claim.paid"),
                Pen.whole("", states));
        caption.getStyleClass().add("line-captions");
        return new VBox(caption, new LineList(page.rows().stream().map(claim -> claim(claim, states)).toList())
                .whereRoom(FEW_CLAIMS, room));
    }

    /// The newest payments.
    Node payments(Page<PaymentLine> page) {
        if (page.rows().isEmpty()) {
            return Pen.nothing(pen.texts().get("directory.overview.payments.none"));
        }
        return new LineList(page.rows().stream().map(this::payment).toList()).whereRoom(FEW_PAYMENTS, room);
    }

    /// What happened lately.
    Node happened(List<MemberEvent> events) {
        if (events.isEmpty()) {
            return Pen.nothing(pen.texts().get("directory.overview.happened.none"));
        }
        double moments = events.stream().allMatch(this::isOfADay) ? DAY : MOMENT;
        return new LineList(events.stream().map(event -> event(event, moments)).toList()).whereRoom(FEW_EVENTS, room);
    }

    /// The word for a claim's state.
    String word(ClaimLine.State state) {
        return pen.texts().get("directory.claim.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /// A claim's state, as icon and word.
    ///
    /// @param ems how wide it is at least, in parts of its size of text
    Label state(ClaimLine.State state, double ems) {
        return switch (state) {
            case RECEIVED -> mark(state, ems, Feather.INBOX, "muted");
            case TO_DECIDE -> mark(state, ems, Feather.CLOCK, "warning-text");
            case DECIDED -> mark(state, ems, Feather.CHECK, "muted");
            case PAID -> mark(state, ems, Feather.CHECK_CIRCLE, "success-text");
            case REJECTED -> mark(state, ems, Feather.X_CIRCLE, "danger-text");
        };
    }

    /// What we pay for a claim: nothing is said while nobody decided.
    String paid(ClaimLine claim) {
        return claim.state().open() ? "" : pen.amount(claim.paid());
    }

    /// A claim as text.
    String said(ClaimLine claim) {
        return String.join("\t", pen.day(claim.day()), claim.number(), pen.texts().get(claim.what()),
                pen.amount(claim.charged()), paid(claim), word(claim.state()));
    }

    /// A payment as text.
    String said(PaymentLine payment) {
        return String.join("\t", pen.day(payment.day()), pen.amount(payment.amount()), payment.number(),
                account(payment)).strip();
    }

    /// Where a payment went.
    String account(PaymentLine payment) {
        return payment.accountEnd() == null ? "" : pen.texts().get("directory.payment.account", payment.accountEnd());
    }

    /// As wide as the amounts below it, though its letters are smaller.
    private HBox caption(String key) {
        Label words = Pen.cell(pen.texts().get(key), "caption");
        words.setMinWidth(Label.USE_PREF_SIZE);
        HBox cell = new HBox(words);
        cell.getStyleClass().add("line-amount");
        return cell;
    }

    private Label mark(ClaimLine.State state, double ems, Ikon icon, String colour) {
        return Pen.state(word(state), ems, icon, colour, "line-state");
    }

    private Line claim(ClaimLine claim, double states) {
        Line line = pen.line(said(claim), claim.claim(), claim.number(),
                Pen.whole(pen.day(claim.day()), DAY, "date", "line-day"),
                Pen.wide(pen.texts().get(claim.what())),
                Pen.whole(pen.amount(claim.charged()), AMOUNT, "amount"),
                Pen.whole(paid(claim), AMOUNT, "amount"),
                state(claim.state(), states));
        line.setId("claim-" + claim.number());
        return line;
    }

    private Line payment(PaymentLine payment) {
        String what = pen.texts().get("directory.payment.of", payment.number());
        Label end = Pen.whole(payment.accountEnd() == null ? "" : "\u2022\u2022\u2022\u2009" + payment.accountEnd(), 0, "secondary");
        end.setTooltip(new Tooltip(account(payment)));
        return pen.line(said(payment), payment.claim(), payment.number(),
                Pen.whole(pen.day(payment.day()), DAY, "date", "line-day"),
                Pen.wide(what),
                end,
                Pen.whole(pen.amount(payment.amount()), AMOUNT, "amount"));
    }

    private Line event(MemberEvent event, double moments) {
        String when = when(event);
        String what = pen.texts().get(event.what());
        Label moment = Pen.whole(when, moments, "secondary");
        Label words = Pen.wide(what);
        Label by = Pen.whole(event.by(), 0, "secondary");
        String said = String.join("\t", when, what, event.by()).strip();
        FileRef file = event.file();
        return file == null ? pen.line(said, moment, words, by) : pen.line(said, file, file.reference(), moment, words, by);
    }

    /// What is known to the day only has no time of day.
    private String when(MemberEvent event) {
        return isOfADay(event) ? pen.day(event.at().atZone(zone).toLocalDate()) : pen.words().moment(event.at());
    }

    private boolean isOfADay(MemberEvent event) {
        return event.at().atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
