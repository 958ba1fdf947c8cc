package io.guichet.directory;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One file found.
///
/// @param ref       the file
/// @param label     its name
/// @param detail    a second line: city, employer …
/// @param birthDate of a person, or null
/// @param hits      parts of `label` to show in bold, in order and without overlap
/// @param because   why it matched when the label does not show it ("IBAN ends 1332"), or null
public record SearchRow(FileRef ref, String label, String detail, @Nullable LocalDate birthDate, List<Hit> hits,
                        @Nullable UserMessage because) {

    /// Characters `from` (inclusive) to `to` (exclusive) of the label.
    public record Hit(int from, int to) {
    }

    public SearchRow {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(label);
        Objects.requireNonNull(detail);
        hits = List.copyOf(hits);
    }
}
