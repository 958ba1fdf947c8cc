package io.guichet.directory;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import java.util.Objects;

/// Command: make a member file hold `values`.
///
/// @param ref     the member
/// @param version the version the person worked from
/// @param base    the values of that version
/// @param values  all values as the person wants them
public record SaveMember(FileRef ref, long version, FieldValues base, FieldValues values) {

    public SaveMember {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(base);
        Objects.requireNonNull(values);
    }
}
