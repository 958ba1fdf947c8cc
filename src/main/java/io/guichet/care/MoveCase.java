package io.guichet.care;

import io.guichet.kernel.FileRef;
import java.util.Objects;

/// Moves a case on: what was said or done, and how far it is then.
///
/// @param file    the case
/// @param version as it was read
/// @param state   how far it is then
/// @param text    a note; with `CLOSED` the answer, and then not blank. May be blank when only the state changes
public record MoveCase(FileRef file, long version, CaseRow.State state, String text) {

    public MoveCase {
        Objects.requireNonNull(file);
        Objects.requireNonNull(state);
        Objects.requireNonNull(text);
    }
}
