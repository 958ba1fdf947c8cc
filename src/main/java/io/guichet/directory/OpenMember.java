package io.guichet.directory;

import io.guichet.country.MemberFile;
import io.guichet.country.field.FieldGroup;
import java.util.List;
import java.util.Objects;

/// A member file on somebody's screen.
///
/// @param file    the values as of now
/// @param groups  the fields that this person may see, in order
/// @param editable whether this person may change it
public record OpenMember(MemberFile file, List<FieldGroup> groups, boolean editable) {

    public OpenMember {
        Objects.requireNonNull(file);
        groups = List.copyOf(groups);
    }
}
