package io.guichet.country.claim;

import io.guichet.kernel.Money;
import java.util.Objects;

/// A line that a person decides otherwise than the rules.
///
/// @param line    which one, from 0
/// @param insurer what we pay for it
/// @param reason  coded reason: label `country.adjustment.<reason>`
/// @param note    what the person adds; may be empty
/// @param step    rule of the step that does not hold here, as the line's decision has it; empty when the line is meant as a
///                whole
public record Adjustment(int line, Money insurer, String reason, String note, String step) {

    public Adjustment {
        Objects.requireNonNull(insurer);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(note);
        Objects.requireNonNull(step);
    }

    /// The line as a whole.
    public Adjustment(int line, Money insurer, String reason, String note) {
        this(line, insurer, reason, note, "");
    }
}
