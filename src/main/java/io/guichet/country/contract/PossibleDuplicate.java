package io.guichet.country.contract;

import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.Objects;

/// Somebody whom a newcomer may already be.
///
/// @param member their file
/// @param name   what people call them
/// @param birth  birth date
/// @param why    what is the same
public record PossibleDuplicate(FileRef member, String name, LocalDate birth, Why why) {

    /// What two people have in common.
    public enum Why {
        /// It is the same person: they cannot be enrolled as somebody new.
        NATIONAL_ID,
        /// It may be the same person.
        NAME_AND_BIRTH
    }

    public PossibleDuplicate {
        Objects.requireNonNull(member);
        Objects.requireNonNull(name);
        Objects.requireNonNull(birth);
        Objects.requireNonNull(why);
    }
}
