package io.guichet.country.fr.adjudication;

import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One published figure over its period. Made once; what steps show of it is ready.
///
/// @param from   first day it holds
/// @param to     last day it holds, null until somebody changes it
/// @param value  cents, or millionths of a rate
/// @param money  as an amount; nothing for a rate
/// @param rate   as a fraction; 0 for an amount
/// @param source where it was published
public record Figure(LocalDate from, @Nullable LocalDate to, long value, Money money, BigDecimal rate, String source) {

    /// One, as a rate.
    static final long WHOLE = 1_000_000;
    private static final int RATE_DECIMALS = 6;

    static Figure amount(String euros, String from, String to, String source) {
        Money money = Money.euros(new BigDecimal(euros).movePointRight(2).longValueExact());
        return new Figure(LocalDate.parse(from), last(to), money.minor(), money, BigDecimal.ZERO, source);
    }

    static Figure rate(String fraction, String from, String to, String source) {
        BigDecimal rate = new BigDecimal(fraction);
        return new Figure(LocalDate.parse(from), last(to), millionths(rate), Money.ZERO, rate, source);
    }

    private static @Nullable LocalDate last(String to) {
        return to.isEmpty() ? null : LocalDate.parse(to);
    }

    /// A fraction in millionths.
    static long millionths(BigDecimal fraction) {
        return fraction.movePointRight(RATE_DECIMALS).longValueExact();
    }

    /// That share of an amount, half up to the cent.
    ///
    /// @param millionths of the amount, 0 to 100 000 000
    static long share(long cents, long millionths) {
        return (cents * millionths + WHOLE / 2) / WHOLE;
    }

    boolean holds(long day) {
        return day >= from.toEpochDay() && (to == null || day <= to.toEpochDay());
    }
}
