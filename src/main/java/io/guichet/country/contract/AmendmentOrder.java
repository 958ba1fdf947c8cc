package io.guichet.country.contract;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One change that somebody asks for. Does not print its values.
///
/// @param contract  reference of the contract
/// @param kind      code of the `AmendmentKind`
/// @param effective the first day it holds
/// @param subject   the member it is about; null for the whole contract, and for a newcomer whom the fields describe
/// @param values    the fields of the kind, each checked alone already
/// @param stranger  the newcomer is nobody of the possible duplicates: somebody looked and said so
public record AmendmentOrder(String contract, String kind, LocalDate effective, @Nullable FileRef subject,
                             FieldValues values, boolean stranger) {

    public AmendmentOrder {
        Objects.requireNonNull(contract);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(effective);
        Objects.requireNonNull(values);
    }
}
