package io.guichet.directory;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Keyset;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A member in a list.
///
/// @param ref       the file
/// @param label     the name
/// @param detail    postcode and city
/// @param birthDate when born, or null
/// @param place     where the row stands in the list
public record MemberRow(FileRef ref, String label, String detail, @Nullable LocalDate birthDate, Keyset place) {

    public MemberRow {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(label);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(place);
    }
}
