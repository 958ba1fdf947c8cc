package io.guichet.country.es.adjudication;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Days from the first to the last, both included.
///
/// @param to null while nobody knows an end
public record Period(LocalDate from, @Nullable LocalDate to) {

    /// All days that anybody asks about.
    public static final Period ALWAYS = new Period(LocalDate.of(1900, 1, 1), null);

    public Period {
        Objects.requireNonNull(from);
    }

    /// Whether it holds on that day.
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
