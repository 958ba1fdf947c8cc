package io.guichet.country;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import java.util.Objects;

/// A member as the country holds them at one version.
///
/// @param ref     its one name
/// @param version raised by each save of any part
/// @param label   the name people call the member by
/// @param values  all fields of `MemberRecords.groups`
public record MemberFile(FileRef ref, long version, String label, FieldValues values) {

    public MemberFile {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(label);
        Objects.requireNonNull(values);
    }
}
