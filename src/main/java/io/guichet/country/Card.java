package io.guichet.country;

import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
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
/// @param tables  what it lists below its fields: the acts of a statement
/// @param related files one can go to from here, with their label
public record Card(FileRef ref, String label, List<FieldGroup> groups, FieldValues values, List<Table> tables,
                   List<Related> related) {

    /// Lines below each other, each with the same columns.
    ///
    /// @param title   text key of what stands above
    /// @param columns what stands in them
    /// @param rows    canonical values, by the key of their column; a line has no value where it has nothing to say
    public record Table(String title, List<FieldSpec> columns, List<FieldValues> rows) {
        public Table {
            Objects.requireNonNull(title);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

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
        tables = List.copyOf(tables);
        related = List.copyOf(related);
    }

    /// A card without tables.
    public Card(FileRef ref, String label, List<FieldGroup> groups, FieldValues values, List<Related> related) {
        this(ref, label, groups, values, List.of(), related);
    }
}
