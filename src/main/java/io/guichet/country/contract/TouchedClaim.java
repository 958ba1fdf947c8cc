package io.guichet.country.contract;

import io.guichet.country.cover.ClaimLine;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.Objects;

/// A claim that a change touches: its key, without what care it was for.
///
/// @param claim  its file
/// @param number what people call it
/// @param member whose
/// @param day    first day of care
/// @param state  how far it is
public record TouchedClaim(FileRef claim, String number, FileRef member, LocalDate day, ClaimLine.State state) {

    public TouchedClaim {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(number);
        Objects.requireNonNull(member);
        Objects.requireNonNull(day);
        Objects.requireNonNull(state);
    }
}
