package io.guichet.country.binding;

import io.guichet.country.field.FieldValues;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// A table with at most one row for each member, keyed by the member. The row is inserted when its first field is
/// typed, and carries the version of the file that wrote it last.
///
/// @param <E> its entity
public final class NeighbourTable<E> extends TableBinding<E, NeighbourTable<E>> {

    private final Function<Object, E> create;
    private final ObjLongConsumer<E> version;

    /// @param entity  the mapped class
    /// @param name    the table's name in the country's schema
    /// @param create  an empty row for the member with this key
    /// @param version puts the file's version into the row
    public NeighbourTable(Class<E> entity, String name, Function<Object, E> create, ObjLongConsumer<E> version) {
        super(entity, name);
        this.create = create;
        this.version = version;
    }

    @Override
    NeighbourTable<E> self() {
        return this;
    }

    void save(StatelessSession session, @Nullable Object stored, Object member, long fileVersion, FieldValues wanted) {
        E row = stored == null ? create.apply(member) : entity().cast(stored);
        write(row, wanted);
        version.accept(row, fileVersion);
        if (stored == null) {
            session.insert(row);
        } else {
            session.update(row);
        }
    }
}
