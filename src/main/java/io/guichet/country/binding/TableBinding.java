package io.guichet.country.binding;

import io.guichet.country.field.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields that one table contributes to a member file.
///
/// @param <E> its entity
/// @param <T> the kind of table
public abstract sealed class TableBinding<E, T extends TableBinding<E, T>> permits RootTable, NeighbourTable {

    private final Class<E> entity;
    private final String name;
    private final List<FieldBinding<E>> fields = new ArrayList<>();

    TableBinding(Class<E> entity, String name) {
        this.entity = entity;
        this.name = name;
    }

    /// Describes a further field.
    ///
    /// @param group  text key of the group it is shown in
    /// @param key    text key of its label
    /// @param column the column that keeps it
    public FieldStep<E, T> field(String group, String key, String column) {
        return new FieldStep<>(self(), group, key, column);
    }

    abstract T self();

    T add(FieldBinding<E> field) {
        fields.add(field);
        return self();
    }

    final Class<E> entity() {
        return entity;
    }

    final String name() {
        return name;
    }

    final List<FieldBinding<E>> fields() {
        return List.copyOf(fields);
    }

    /// Adds what a row holds; null when there is no row.
    final void read(@Nullable Object row, Map<String, @Nullable String> values) {
        if (row != null) {
            E typed = entity.cast(row);
            fields.forEach(field -> values.put(field.spec().key(), field.read().apply(typed)));
        }
    }

    /// Whether an editable field of the row, or of a row to come, would get another value.
    final boolean differs(@Nullable Object row, FieldValues wanted) {
        @Nullable E typed = row == null ? null : entity.cast(row);
        return editable().stream().anyMatch(field -> field.differs(typed, wanted.get(field.spec().key()).orElse(null)));
    }

    final void write(E row, FieldValues wanted) {
        editable().stream()
                .filter(field -> field.differs(row, wanted.get(field.spec().key()).orElse(null)))
                .forEach(field -> field.write().accept(row, wanted.get(field.spec().key()).orElse(null)));
    }

    private List<FieldBinding<E>> editable() {
        return fields.stream().filter(field -> field.spec().editable()).toList();
    }
}
