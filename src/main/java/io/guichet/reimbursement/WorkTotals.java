package io.guichet.reimbursement;

import io.guichet.kernel.Money;
import java.util.Objects;

/// What claims add up to.
///
/// @param claims  how many
/// @param charged what was charged for them
/// @param insurer what we pay for them as they are decided now
public record WorkTotals(long claims, Money charged, Money insurer) {

    public WorkTotals {
        Objects.requireNonNull(charged);
        Objects.requireNonNull(insurer);
    }
}
