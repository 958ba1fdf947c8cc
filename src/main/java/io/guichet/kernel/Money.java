package io.guichet.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/// An amount of money, exact to the smallest unit of its currency. May be negative: a correction.
///
/// @param minor    in the smallest unit: cents
/// @param currency ISO 4217
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final Currency EURO = Currency.getInstance("EUR");

    /// No money.
    public static final Money ZERO = euros(0);

    public Money {
        Objects.requireNonNull(currency);
    }

    /// So many euro cents.
    public static Money euros(long cents) {
        return new Money(cents, EURO);
    }

    /// @throws IllegalArgumentException when the currencies differ
    /// @throws ArithmeticException      when the sum has no room
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /// @throws IllegalArgumentException when the currencies differ
    /// @throws ArithmeticException      when the difference has no room
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /// In whole units with its decimals: `12.30`.
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /// @throws IllegalArgumentException when the currencies differ
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /// As the command line writes it: `12.30`.
    @Override
    public String toString() {
        return decimal().toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
        return other;
    }
}
