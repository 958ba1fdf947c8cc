package io.guichet.country.fr.adjudication;

import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the table `acte` keeps of a line beside its amounts: read from the steps that made them.
///
/// @param base    BRSS, cents
/// @param percent rate of the public insurance, whole percent
/// @param motive  code of why less or nothing is paid, null where there is nothing to say
public record Outcome(long base, int percent, @Nullable String motive) {

    private static final Set<String> LIMITS = Set.of("YEARLY_MOST", "RENEWAL");

    /// Reads the steps of a line.
    public static Outcome of(LineDecision line) {
        long base = 0;
        int percent = 0;
        String motive = null;
        for (Step step : line.steps()) {
            String rule = step.rule();
            if (rule.startsWith("BRSS_G") || rule.startsWith("BRSS_W") || rule.equals("BRSS") || rule.startsWith("CHARGE")) {
                base += step.amount().minor();
            } else if (rule.equals("AMO_HEAVY")) {
                percent = 100;
            } else if (rule.startsWith("AMO_RATE") || rule.equals("AMO_OUTSIDE")) {
                percent = percent(step);
                motive = rule.equals("AMO_OUTSIDE") ? "HORS_PARCOURS" : motive;
            } else if (LIMITS.contains(rule)) {
                motive = "PLAFOND_ATTEINT";
            } else if (rule.equals("NOT_GRANTED")) {
                motive = "NON_GARANTI";
            }
        }
        return new Outcome(base, percent, motive);
    }

    /// Whether a limit of the plan, or the renewal of glasses, cut what is paid.
    public boolean overLimit() {
        return "PLAFOND_ATTEINT".equals(motive);
    }

    /// Whether the plan pays nothing for that kind of care.
    public boolean notGranted() {
        return "NON_GARANTI".equals(motive);
    }

    private static int percent(Step step) {
        for (Given input : step.inputs()) {
            if (input.value() instanceof BigDecimal rate) {
                return rate.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
            }
        }
        return 0;
    }
}
