package io.guichet.contract;

import io.guichet.kernel.Money;
import java.time.YearMonth;
import java.util.Objects;

/// What a month's premium should have been different by.
///
/// @param month  whose premium was wrong
/// @param amount to be asked for; negative: to be given back
public record PremiumCorrection(YearMonth month, Money amount) {

    public PremiumCorrection {
        Objects.requireNonNull(month);
        Objects.requireNonNull(amount);
    }
}
