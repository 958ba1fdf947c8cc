package io.guichet.reimbursement;

import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.CountryCode;
import java.util.Objects;

/// How many claims there are of a kind.
///
/// @param country where
/// @param state   in which state
/// @param taken   how many of them somebody has
/// @param totals  all of them
public record WorkCount(CountryCode country, ClaimState state, long taken, WorkTotals totals) {

    public WorkCount {
        Objects.requireNonNull(country);
        Objects.requireNonNull(state);
        Objects.requireNonNull(totals);
    }
}
