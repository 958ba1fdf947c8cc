package io.guichet.reimbursement.ui.run;

import io.guichet.country.claim.CareTouched;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.reimbursement.PastRun;
import io.guichet.reimbursement.PastRun.Kind;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.RunReport.Row;
import io.guichet.reimbursement.WorkFilter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Runs in the words of the language in use.
final class RunWords {

    /// What a formula begins with, in spreadsheets of East Asia too.
    private static final String CALCULATED = "=+-@\t\r\n＝＋－＠";

    private final Texts texts;
    private final Amounts amounts;
    private final Moments moments;

    RunWords(Texts texts, Clock clock) {
        this.texts = texts;
        amounts = Amounts.of(texts);
        moments = new Moments(texts, clock);
    }

    Amounts amounts() {
        return amounts;
    }

    String moment(Instant at) {
        return moments.of(at);
    }

    String kind(Kind kind) {
        return texts.get("reimbursement.run.kind." + kind.name());
    }

    /// What a coded reason says, of a refusal or of a correction.
    String reason(Kind kind, String code) {
        String key = (kind == Kind.REJECT ? "country.rejection." : "reimbursement.correction.") + code;
        return code.isEmpty() ? "" : texts.has(key) ? texts.get(key) : code;
    }

    /// What was ordered and why: "Decide again: a tariff changed".
    String ordered(PastRun past) {
        if (past.undoes() != null) {
            return texts.get("reimbursement.run.takesBack", String.valueOf(past.undoes()));
        }
        String why = reason(past.kind(), past.reason());
        return why.isEmpty() ? kind(past.kind()) : texts.get("reimbursement.run.because", kind(past.kind()), why);
    }

    /// Which claims a run is about.
    String subject(RunSubject subject) {
        return switch (subject) {
            case RunSubject.Matching(WorkFilter filter) -> {
                String asked = String.join(" · ", filter(filter));
                yield asked.isEmpty() ? texts.get("reimbursement.run.subject.all") : texts.get("reimbursement.run.subject.matching", asked);
            }
            case RunSubject.Chosen(var claims) -> texts.get("reimbursement.run.subject.chosen");
            case RunSubject.MadeWrong() -> texts.get("reimbursement.run.subject.madeWrong");
            case RunSubject.Touched(CountryCode country, CareTouched care) -> texts.get("reimbursement.run.subject.touched", country.value(),
                    care.from(), care.to(), care.acts().isEmpty() ? texts.get("reimbursement.run.anyAct")
                            : care.acts().stream().sorted().collect(Collectors.joining(", ")));
            case RunSubject.DecidedBetween(CountryCode country, var from, var to) ->
                    texts.get("reimbursement.run.subject.decidedBetween", country.value(), from, to);
        };
    }

    private List<String> filter(WorkFilter filter) {
        List<String> asked = new ArrayList<>();
        if (!filter.number().isEmpty()) {
            asked.add(filter.number() + "…");
        }
        filter.countries().stream().sorted().forEach(country -> asked.add(country.value()));
        if (!filter.states().isEmpty()) {
            asked.add(filter.states().stream().sorted().map(state -> texts.get("reimbursement.claimState." + state.name())).collect(Collectors.joining(", ")));
        }
        if (filter.reason() != null) {
            asked.add(texts.get("country.finding." + filter.reason().name()));
        }
        if (filter.assignee() != null) {
            asked.add(filter.assignee());
        }
        if (filter.free()) {
            asked.add(texts.get("reimbursement.run.filter.free"));
        }
        if (filter.overdue()) {
            asked.add(texts.get("reimbursement.run.filter.overdue"));
        }
        return asked;
    }

    /// The button that carries a dry run out, with how many and for how much.
    String carryOut(@Nullable Kind kind, RunReport seen) {
        int done = (int) seen.count(Result.DONE);
        Money change = seen.rows().stream().filter(row -> row.result() == Result.DONE).map(Row::change).reduce(Money.ZERO, Money::plus);
        return switch (kind) {
            case REJECT -> texts.get("reimbursement.run.do.reject", done);
            case AGAIN -> texts.get("reimbursement.run.do.again", done, amounts.difference(change));
            case UNDO -> texts.get("reimbursement.run.do.undo", done);
            case APPROVE -> texts.get("reimbursement.run.do.approve", done, amounts.text(seen.rows().stream()
                    .filter(row -> row.result() == Result.DONE).map(Row::after).reduce(Money.ZERO, Money::plus)));
            case null -> texts.get("reimbursement.run.rehearse");
        };
    }

    /// What became of a claim, or would, as a word.
    String word(Result result, boolean tried) {
        return tried && result == Result.DONE ? texts.get("reimbursement.run.possible") : texts.get("reimbursement.result." + result.name());
    }

    /// What became of a claim, or would: an icon and a word.
    Label result(Result result, boolean tried) {
        String word = word(result, tried);
        return switch (result) {
            case DONE -> sign(word, Feather.CHECK_CIRCLE, "success-text");
            case UNCHANGED -> sign(word, Feather.MINUS_CIRCLE, "muted");
            case REFUSED -> sign(word, Feather.ALERT_CIRCLE, "danger-text");
        };
    }

    /// How far a run is.
    Label state(PastRun.State state) {
        String word = texts.get("reimbursement.run.state." + state.name());
        return switch (state) {
            case UNDERWAY -> sign(word, Feather.PLAY_CIRCLE, "accent-text");
            case STOPPED -> sign(word, Feather.PAUSE_CIRCLE, "warning-text");
            case FINISHED -> sign(word, Feather.CHECK_CIRCLE, "success-text");
            case UNDONE -> sign(word, Feather.ROTATE_CCW, "muted");
        };
    }

    static Label sign(String word, Feather icon, String style) {
        Label sign = new Label(word, Icons.of(icon));
        sign.getStyleClass().addAll("sign", style);
        return sign;
    }

    /// Why a claim was refused; else why it had not been decided by itself; empty when neither.
    String why(Row row) {
        return row.why().map(texts::get).orElseGet(() -> row.reasons().isEmpty() ? "" : texts.get("reimbursement.run.found",
                row.reasons().stream().map(code -> texts.get("country.finding." + code.name())).collect(Collectors.joining(", "))));
    }

    /// Rows as CSV, in the language in use. A cell that a spreadsheet would calculate, or fetch from somewhere, gets an apostrophe before
    /// it; amounts are plain numbers.
    String csv(List<Row> rows, boolean tried) {
        StringBuilder csv = new StringBuilder(List.of("country", "number", "member", "result", "why", "before", "after", "difference").stream()
                .map(column -> quoted(texts.get("reimbursement.run.column." + column))).collect(Collectors.joining(";"))).append("\r\n");
        rows.forEach(row -> csv.append(row.claim().country().value()).append(';').append(quoted(row.number())).append(';')
                .append(quoted(row.memberName())).append(';').append(quoted(word(row.result(), tried)))
                .append(';').append(quoted(why(row))).append(';').append(row.before().decimal().toPlainString()).append(';')
                .append(row.after().decimal().toPlainString()).append(';').append(row.change().decimal().toPlainString()).append("\r\n"));
        return csv.toString();
    }

    private static String quoted(String text) {
        boolean live = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0;
        return '"' + (live ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
