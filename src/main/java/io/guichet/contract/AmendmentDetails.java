package io.guichet.contract;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An amendment in full.
///
/// @param row       as in the list
/// @param version   raised by each save
/// @param kind      what is asked
/// @param order     what is to change
/// @param note      what colleagues should know
/// @param missing   codes of documents that must be attached before it is applied
/// @param reason    why it was cancelled, null unless it was
/// @param editable  whether this person may change, apply or cancel it
public record AmendmentDetails(AmendmentRow row, long version, AmendmentKind kind, AmendmentOrder order, String note,
                               List<String> missing, @Nullable String reason, boolean editable) {

    public AmendmentDetails {
        Objects.requireNonNull(row);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(order);
        Objects.requireNonNull(note);
        missing = List.copyOf(missing);
    }
}
