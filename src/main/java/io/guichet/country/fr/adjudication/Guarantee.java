package io.guichet.country.fr.adjudication;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a plan pays for one kind of care.
///
/// @param code        what it is for: `PROTHESE_DENTAIRE`; `TOUT` when a plan has one for everything
/// @param rate        of BRSS or PMSS as a fraction, for the modes that have one
/// @param others      rate for doctors without OPTAM; null where the contract makes no difference
/// @param amount      cents, for the modes in euros
/// @param plusFlat    cents on top
/// @param yearlyMost  we pay at most so many cents a year; 0 without limit
/// @param times       at most so many acts, pairs or days a year; 0 without limit
public record Guarantee(String code, Mode mode, BigDecimal rate, @Nullable BigDecimal others, long amount, long plusFlat,
                        long yearlyMost, int times) {

    /// The code of the guarantee of a plan that has one for everything.
    public static final String EVERYTHING = "TOUT";

    public Guarantee {
        Objects.requireNonNull(code);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(rate);
        if (amount < 0 || plusFlat < 0 || yearlyMost < 0 || times < 0) {
            throw new IllegalArgumentException("a guarantee below nothing: " + code);
        }
    }

    /// A guarantee without limits of its own.
    public static Guarantee of(Mode mode, BigDecimal rate, long amount, long plusFlat) {
        return new Guarantee(EVERYTHING, mode, rate, null, amount, plusFlat, 0, 0);
    }

    /// The unit in which a year's use is counted.
    public Unit unit() {
        return yearlyMost > 0 || mode == Mode.FLAT_PER_YEAR ? Unit.CENTS
                : times == 0 ? Unit.NONE : mode == Mode.FLAT_PER_DAY ? Unit.DAYS : Unit.TIMES;
    }

    /// At most so much a year, in its unit; 0 without limit.
    public long limit() {
        return yearlyMost > 0 ? yearlyMost : mode == Mode.FLAT_PER_YEAR ? amount + plusFlat : times;
    }

    /// What is counted over a year.
    public enum Unit {
        NONE, CENTS, TIMES, DAYS
    }
}
