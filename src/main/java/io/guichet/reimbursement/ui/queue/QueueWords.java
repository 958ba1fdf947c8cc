package io.guichet.reimbursement.ui.queue;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.reimbursement.WorkRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The queue in the words of the language in use. A state is an icon and a word; its colour comes on top.
final class QueueWords {

    private final Texts texts;
    private final QueueWork work;
    private final Amounts amounts;

    QueueWords(Texts texts, QueueWork work) {
        this.texts = texts;
        this.work = work;
        amounts = Amounts.of(texts);
    }

    Amounts amounts() {
        return amounts;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /// A country as it is called.
    String country(CountryCode code) {
        return Locale.of("", code.value()).getDisplayCountry(texts.locale());
    }

    /// What a claim waits for.
    String reason(Finding.Code code) {
        return texts.get("country.finding." + code.name());
    }

    String state(ClaimState state) {
        return texts.get(switch (state) {
            case RECEIVED -> "reimbursement.queue.state.received";
            case PENDED -> "reimbursement.queue.state.pended";
            case ACCEPTED -> "reimbursement.queue.state.accepted";
            case REJECTED, PAID -> "reimbursement.queue.state.gone";
        });
    }

    /// How a claim stands: what it waits for, with who can solve it in the tooltip.
    ///
    /// @param stray whether it stands in the list only because somebody looks at it
    Label state(WorkRow row, boolean stray) {
        if (stray) {
            return sign(texts.get("reimbursement.queue.state.gone"), Feather.ARROW_RIGHT, "muted");
        }
        LocalDate until = row.waitsUntil();
        Label said = switch (row.state()) {
            case ACCEPTED -> sign(state(row.state()), Feather.CHECK_CIRCLE, "success-text");
            case PENDED -> sign(row.reasons().isEmpty() ? state(row.state()) : row.reasons().size() == 1
                    ? reason(row.reasons().getFirst()) : texts.get("reimbursement.queue.reasons", reason(row.reasons().getFirst()),
                            row.reasons().size() - 1),
                    until != null && until.isAfter(work.today()) ? Feather.CLOCK : Feather.PAUSE_CIRCLE, "warning-text");
            case RECEIVED, REJECTED, PAID -> sign(state(row.state()), Feather.INBOX, "muted");
        };
        String all = row.reasons().stream().map(code -> texts.get("reimbursement.queue.reason", reason(code),
                texts.get("country.solver." + code.solver().name()))).collect(Collectors.joining("\n"));
        String more = until != null && until.isAfter(work.today())
                ? all + (all.isEmpty() ? "" : "\n") + texts.get("reimbursement.queue.waits", until) : all;
        if (!more.isEmpty()) {
            said.setTooltip(new Tooltip(more));
        }
        return said;
    }

    /// The day by which it should be decided; late, said so.
    Label due(WorkRow row) {
        if (row.overdue(work.today())) {
            Label late = sign(texts.get("reimbursement.queue.late", ChronoUnit.DAYS.between(row.due(), work.today())),
                    Feather.ALERT_TRIANGLE, "danger-text");
            late.setTooltip(new Tooltip(texts.get("reimbursement.queue.wasDue", row.due())));
            return late;
        }
        return new Label(texts.day(row.due()));
    }

    /// Who has it.
    String assignee(WorkRow row) {
        String has = row.assignee();
        return has == null ? "" : work.isMine(row) ? texts.get("reimbursement.queue.you") : has;
    }

    /// What we pay, once it is decided.
    String insurer(WorkRow row) {
        return row.state() == ClaimState.ACCEPTED ? amounts.text(row.insurer()) : "";
    }

    /// How urgent it is, when it is more urgent than others.
    Label priority(WorkRow row) {
        if (row.priority() == 0) {
            return new Label();
        }
        Label urgent = sign(amounts.count(row.priority()), Feather.CHEVRONS_UP, "warning-text");
        urgent.setTooltip(new Tooltip(texts.get("reimbursement.queue.priority", row.priority())));
        return urgent;
    }

    String day(LocalDate day) {
        return texts.day(day);
    }

    private static Label sign(String word, Feather icon, String style) {
        Label sign = new Label(word, Icons.of(icon));
        sign.getStyleClass().addAll("sign", style);
        return sign;
    }
}
