package io.guichet.audit;

import io.guichet.kernel.FileRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One column of one row as a write changed it.
///
/// @param file    the file it belongs to
/// @param source  `table.column`
/// @param before  as text, or null
/// @param after   as text, or null
/// @param version version of the file after the write
/// @param by      the role that wrote
/// @param at      when
public record TrailRow(FileRef file, String source, @Nullable String before, @Nullable String after, long version,
                       String by, Instant at) {

    public TrailRow {
        Objects.requireNonNull(file);
        Objects.requireNonNull(source);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
