package io.guichet.country.cover;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks for a page of what happened to a member, newest first.
///
/// @param until no later than this day
/// @param after goes on behind this row; null for the first page
/// @param limit at most so many rows, 1 to 500
public record HistoryRequest(LocalDate until, @Nullable Place after, int limit) {

    /// A row's place in the history.
    ///
    /// @param day the day it is listed under
    /// @param id  the row's key as text: tells rows of one day apart
    public record Place(LocalDate day, String id) {
        public Place {
            Objects.requireNonNull(day);
            Objects.requireNonNull(id);
        }
    }

    public HistoryRequest {
        Objects.requireNonNull(until);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 rows, not " + limit);
        }
    }

    /// The newest rows as of a day.
    public static HistoryRequest newest(LocalDate until, int limit) {
        return new HistoryRequest(until, null, limit);
    }
}
