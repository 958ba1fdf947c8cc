package io.guichet.contract;

import io.guichet.kernel.FileRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An amendment in a list.
///
/// @param ref       its file, of kind `AMENDMENT`; the reference is its number
/// @param contract  the contract it changes
/// @param number    what people call that contract
/// @param kind      code of the kind
/// @param effective first day it holds
/// @param state     how far it is
/// @param subject   whom it is about, null for the whole contract or while unknown
/// @param name      what people call the subject, empty when there is none
/// @param by        who touched it last
/// @param at        when
public record AmendmentRow(FileRef ref, FileRef contract, String number, String kind, LocalDate effective, State state,
                           @Nullable FileRef subject, String name, String by, Instant at) {

    /// How far an amendment is.
    public enum State {
        DRAFT, APPLIED, CANCELLED, DISCARDED
    }

    public AmendmentRow {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(contract);
        Objects.requireNonNull(number);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(effective);
        Objects.requireNonNull(state);
        Objects.requireNonNull(name);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
