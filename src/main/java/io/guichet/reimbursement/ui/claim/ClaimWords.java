package io.guichet.reimbursement.ui.claim;

import io.guichet.country.Country;
import io.guichet.country.adjudication.Act;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.PastDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A claim in the words of the language in use.
final class ClaimWords {

    private final Texts texts;
    private final ClaimWork work;

    ClaimWords(Texts texts, ClaimWork work) {
        this.texts = texts;
        this.work = work;
    }

    Texts texts() {
        return texts;
    }

    String amount(Money amount) {
        return Amounts.of(texts).text(amount);
    }

    String moment(Instant at) {
        return new Moments(texts, work.clock()).of(at);
    }

    String state(ClaimState state) {
        return texts.get("reimbursement.claimState." + state.name());
    }

    static Ikon icon(ClaimState state) {
        return switch (state) {
            case RECEIVED -> Feather.INBOX;
            case PENDED -> Feather.CLOCK;
            case ACCEPTED -> Feather.CHECK;
            case REJECTED -> Feather.X_CIRCLE;
            case PAID -> Feather.CHECK_CIRCLE;
        };
    }

    static String style(ClaimState state) {
        return switch (state) {
            case RECEIVED -> "muted";
            case PENDED -> "warning-text";
            case ACCEPTED, PAID -> "success-text";
            case REJECTED -> "danger-text";
        };
    }

    String finding(Finding.Code code) {
        return texts.get("country.finding." + code.name());
    }

    String solver(Finding.Solver solver) {
        return texts.get("country.solver." + solver.name());
    }

    String document(String code) {
        String key = "document.type." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    /// What the reason of a decision says; empty where there is none.
    String reason(PastDecision past) {
        String reason = past.reason();
        if (reason.isEmpty()) {
            return "";
        }
        String key = switch (past.kind()) {
            case ADJUST -> "country.adjustment." + reason;
            case REJECT -> "country.rejection." + reason;
            case ASK -> "document.type." + reason;
            case REOPEN, REDO, RESTORE -> "reimbursement.correction." + reason;
            case AUTO, APPROVE, PEND -> reason.equals(PastDecision.FOR_A_LEAD) ? "reimbursement.claim.forALead"
                    : "reimbursement.correction." + reason;
        };
        return texts.has(key) ? texts.get(key) : reason;
    }

    /// What a line is about: the act as it is called, and the day.
    String line(ClaimFile file, int number) {
        FieldValues line = number < file.lines().size() ? file.lines().get(number) : FieldValues.of(Map.of());
        Optional<ClaimForm> form = work.form(file.ref().country());
        String act = form.map(each -> act(file, line, each)).orElse("");
        Optional<LocalDate> day = form.flatMap(each -> line.get(each.careDay())).map(LocalDate::parse);
        return act.isEmpty() ? texts.get("reimbursement.claim.line", number + 1)
                : day.map(of -> texts.get("reimbursement.whatIf.about", act, of)).orElse(act);
    }

    private String act(ClaimFile file, FieldValues line, ClaimForm form) {
        String code = line.get(form.act()).orElse("");
        Optional<LocalDate> day = line.get(form.careDay()).map(LocalDate::parse);
        Optional<Act> known = work.countries().find(file.ref().country()).flatMap(Country::adjudication)
                .flatMap(rules -> day.flatMap(of -> rules.acts(of).stream().filter(act -> act.code().equals(code)).findFirst()));
        return known.map(act -> code + " \u00b7 " + texts.get(act.label())).orElseGet(() -> shown(form.line(), form.act(), code));
    }

    private String shown(List<FieldGroup> groups, String key, String value) {
        return groups.stream().flatMap(group -> group.fields().stream()).filter(spec -> spec.key().equals(key)).findFirst()
                .map(spec -> work.input().shown(spec, value, texts)).orElse(value);
    }

    /// A label and what was entered there.
    record Entry(String label, String value) {
    }

    /// What was entered in these fields, without those left empty.
    List<Entry> entries(List<FieldGroup> groups, FieldValues values) {
        List<Entry> entries = new ArrayList<>();
        for (FieldGroup group : groups) {
            for (FieldSpec spec : group.fields()) {
                values.get(spec.key()).ifPresent(value ->
                        entries.add(new Entry(texts.get(spec.key()), work.input().shown(spec, value, texts))));
            }
        }
        return entries;
    }
}
