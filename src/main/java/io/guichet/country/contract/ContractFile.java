package io.guichet.country.contract;

import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A contract as of a day.
///
/// @param ref        its one name
/// @param number     what people call it
/// @param version    raised by each change
/// @param groups     its facts, read-only: they change by amendments
/// @param values     the fields' values on that day
/// @param product    commercial name of the product and option on that day
/// @param holder     the company's file; null for a person's own contract
/// @param holderName who took it out
/// @param from       first day
/// @param to         last day, null while nobody ended it
/// @param state      how it stands on that day
/// @param people     how many are covered on that day
/// @param renewal    month in which it is renewed, null where contracts have none
public record ContractFile(FileRef ref, String number, long version, List<FieldGroup> groups, FieldValues values,
                           String product, @Nullable FileRef holder, String holderName, LocalDate from,
                           @Nullable LocalDate to, ContractState state, long people,
                           @Nullable Month renewal) {

    public ContractFile {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(number);
        groups = List.copyOf(groups);
        Objects.requireNonNull(values);
        Objects.requireNonNull(product);
        Objects.requireNonNull(holderName);
        Objects.requireNonNull(from);
        Objects.requireNonNull(state);
    }
}
