package io.guichet.contract;

import io.guichet.country.contract.ContractState;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.time.Month;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A contract in a list.
///
/// @param ref        its file
/// @param number     what people call it
/// @param holder     who took it out: a company's file, or null for a person's own contract
/// @param holderName what people call the holder
/// @param product    code of the product
/// @param productName commercial name
/// @param from       first day
/// @param to         last day, null while nobody ended it
/// @param state      today
/// @param renewal    month in which it is renewed
/// @param employees  of the company; null for a person's own contract
/// @param place      where the list goes on behind this row
public record ContractRow(FileRef ref, String number, @Nullable FileRef holder, String holderName, String product,
                          String productName, LocalDate from, @Nullable LocalDate to, ContractState state,
                          Month renewal, @Nullable Integer employees, Place place) {

    /// Opaque: of a page, given back for the next.
    public record Place(String sort, long id) {
        public Place {
            Objects.requireNonNull(sort);
        }

        /// Does not print the sort value: it may be a person's name.
        @Override
        public String toString() {
            return "row " + id;
        }
    }

    public ContractRow {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(number);
        Objects.requireNonNull(holderName);
        Objects.requireNonNull(product);
        Objects.requireNonNull(productName);
        Objects.requireNonNull(from);
        Objects.requireNonNull(state);
        Objects.requireNonNull(renewal);
        Objects.requireNonNull(place);
    }
}
