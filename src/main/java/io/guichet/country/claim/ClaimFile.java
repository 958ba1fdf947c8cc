package io.guichet.country.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A claim as it stands. Does not print its values.
///
/// @param ref      the claim
/// @param number   what people call it
/// @param member   whose care it was
/// @param state    where it stands
/// @param received the day it came in
/// @param claim    values of the claim's fields
/// @param lines    values of each line's fields, in their order
/// @param decision what was decided, with its steps; empty while nothing was
/// @param paidOn   the day it was paid
/// @param version  raised by each change
public record ClaimFile(FileRef ref, String number, FileRef member, ClaimState state, LocalDate received, FieldValues claim,
                        List<FieldValues> lines, Optional<ClaimDecision> decision, Optional<LocalDate> paidOn, long version) {

    public ClaimFile {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(number);
        Objects.requireNonNull(member);
        Objects.requireNonNull(state);
        Objects.requireNonNull(received);
        Objects.requireNonNull(claim);
        lines = List.copyOf(lines);
        Objects.requireNonNull(decision);
        Objects.requireNonNull(paidOn);
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
