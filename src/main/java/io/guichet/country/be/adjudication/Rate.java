package io.guichet.country.be.adjudication;

import java.math.BigDecimal;

/// A share of an amount.
///
/// @param share      as a fraction: 0.80 is 80 %
/// @param millionths the same in whole millionths, which is what is reckoned with
public record Rate(BigDecimal share, long millionths) {

    /// Nothing.
    public static final Rate NONE = of(BigDecimal.ZERO);
    /// All of it.
    public static final Rate ALL = of(BigDecimal.ONE);

    private static final int DECIMALS = 6;
    private static final long ONE = 1_000_000;

    /// @param share 0 to 100, at most six decimals
    /// @throws ArithmeticException when it has more
    public static Rate of(BigDecimal share) {
        return new Rate(share, share.movePointRight(DECIMALS).longValueExact());
    }

    /// That share of an amount in cents, half up to the cent.
    public long of(long cents) {
        return (cents * millionths + ONE / 2) / ONE;
    }
}
