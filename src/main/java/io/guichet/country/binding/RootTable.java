package io.guichet.country.binding;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// The table whose row is the member: its key is the file's reference, its `@Version` the version of the whole file.
///
/// @param <E> its entity
public final class RootTable<E> extends TableBinding<E, RootTable<E>> {

    private final Function<String, Optional<?>> key;
    private final ToLongFunction<E> version;
    private final Function<E, String> label;

    /// @param entity  the mapped class
    /// @param name    the table's name in the country's schema
    /// @param key     the primary key that a reference stands for, or empty when it cannot be one
    /// @param version the row's `@Version`
    /// @param label   the name people call the member by
    public RootTable(Class<E> entity, String name, Function<String, Optional<?>> key, ToLongFunction<E> version,
                     Function<E, String> label) {
        super(entity, name);
        this.key = key;
        this.version = version;
        this.label = label;
    }

    @Override
    RootTable<E> self() {
        return this;
    }

    Optional<?> key(String reference) {
        return key.apply(reference);
    }

    long version(E row) {
        return version.applyAsLong(row);
    }

    String label(Object row) {
        return label.apply(entity().cast(row));
    }
}
