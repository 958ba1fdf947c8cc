package io.guichet.contract;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a draft.
///
/// @param country   of the contract
/// @param amendment the draft to write over, null for a new one
/// @param version   of that draft as it was read; 0 for a new one
/// @param order     what is to change
/// @param note      what colleagues should know; may be empty
public record SaveDraft(CountryCode country, @Nullable FileRef amendment, long version, AmendmentOrder order,
                        String note) {

    public SaveDraft {
        Objects.requireNonNull(country);
        Objects.requireNonNull(order);
        Objects.requireNonNull(note);
    }
}
