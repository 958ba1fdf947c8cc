package io.guichet.kernel;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One field as it was and as somebody made it. Values are canonical (see `FieldType`); null means empty.
///
/// @param field  key of the field
/// @param before the value it had
/// @param after  the value it got
/// @param by     the staff member who changed it
/// @param at     when
public record FieldChange(String field, @Nullable String before, @Nullable String after, String by, Instant at) {

    public FieldChange {
        Objects.requireNonNull(field);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
