package io.guichet.country;

import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import java.util.List;
import java.util.Objects;

/// A company, contract or claim in its first form: read-only fields, and the files it belongs to.
///
/// @param ref     its one name
/// @param label   what people call it
/// @param groups  what it shows
/// @param values  the fields' values
/// @param related files one can go to from here, with their label
public record Card(FileRef ref, String label, List<FieldGroup> groups, FieldValues values, List<Related> related) {

    /// Another file, by name.
    public record Related(FileRef ref, String label) {
        public Related {
            Objects.requireNonNull(ref);
            Objects.requireNonNull(label);
        }
    }

    public Card {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(label);
        Objects.requireNonNull(values);
        groups = List.copyOf(groups);
        related = List.copyOf(related);
    }
}
