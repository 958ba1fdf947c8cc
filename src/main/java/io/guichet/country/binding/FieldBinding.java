package io.guichet.country.binding;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One field and where a row keeps it.
///
/// @param group text key of the group it is shown in
/// @param spec  its description
/// @param read  the row's value in canonical form; null when empty
/// @param write puts a canonical value into the row; null empties it
/// @param <E>   the row
record FieldBinding<E>(String group, FieldSpec spec, Function<E, @Nullable String> read,
                       BiConsumer<E, @Nullable String> write) {

    /// What a tick that was never set is.
    static final String UNSET = "false";

    /// Whether the row, or null when there is no row yet, holds another value than `wanted`.
    boolean differs(@Nullable E row, @Nullable String wanted) {
        return !Objects.equals(canonical(row == null ? null : read.apply(row)), canonical(wanted));
    }

    private @Nullable String canonical(@Nullable String value) {
        return spec.type() instanceof FieldType.Flag && UNSET.equals(value) ? null : value;
    }
}
