package io.guichet.directory;

import java.time.Duration;
import java.util.List;

/// What was found, best match first.
///
/// @param rows         the rows
/// @param databaseTime what the database took
public record SearchResult(List<SearchRow> rows, Duration databaseTime) {

    public SearchResult {
        rows = List.copyOf(rows);
    }
}
