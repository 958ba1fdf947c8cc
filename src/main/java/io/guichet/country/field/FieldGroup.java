package io.guichet.country.field;

import java.util.List;
import java.util.Objects;

/// Fields that belong together, in the order the eye reads them.
///
/// @param key    text key of its title: `fr.member.group.identity`
/// @param fields its fields
public record FieldGroup(String key, List<FieldSpec> fields) {

    public FieldGroup {
        Objects.requireNonNull(key);
        fields = List.copyOf(fields);
    }
}
