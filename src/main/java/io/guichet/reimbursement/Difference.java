package io.guichet.reimbursement;

import io.guichet.kernel.Money;
import java.util.Objects;
import java.util.Optional;

/// What the correction of a paid claim leaves to pay or to recover. There is one for each correction.
///
/// @param paid    what was paid
/// @param decided what we pay by the new decision, empty while there is none
/// @param settled whether the rest is paid or recovered
public record Difference(Money paid, Optional<Money> decided, boolean settled) {

    public Difference {
        Objects.requireNonNull(paid);
        Objects.requireNonNull(decided);
    }

    /// To be paid; negative: to be recovered. Empty while it is not decided again.
    public Optional<Money> amount() {
        return decided.map(now -> now.minus(paid));
    }
}
