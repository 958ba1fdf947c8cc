package io.guichet.country.claim;

import io.guichet.kernel.Money;
import java.util.Objects;

/// A line that a person decides otherwise than the rules.
///
/// @param line    which one, from 0
/// @param insurer what we pay for it
/// @param reason  coded reason: label `country.adjustment.<reason>`
/// @param note    what the person adds; may be empty
public record Adjustment(int line, Money insurer, String reason, String note) {

    public Adjustment {
        Objects.requireNonNull(insurer);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(note);
    }
}
