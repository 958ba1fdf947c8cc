package io.guichet.care;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// A case in full.
///
/// @param row      as in the list
/// @param version  raised by each change
/// @param notes    what was said, oldest first
/// @param editable whether this person may write into it
public record CaseDetails(CaseRow row, long version, List<Note> notes, boolean editable) {

    /// What somebody wrote down.
    ///
    /// @param text   what
    /// @param answer the case was closed with it
    /// @param by     who
    /// @param at     when
    public record Note(String text, boolean answer, String by, Instant at) {
        public Note {
            Objects.requireNonNull(text);
            Objects.requireNonNull(by);
            Objects.requireNonNull(at);
        }
    }

    public CaseDetails {
        Objects.requireNonNull(row);
        notes = List.copyOf(notes);
    }
}
