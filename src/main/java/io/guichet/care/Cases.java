package io.guichet.care;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.util.List;
import java.util.Optional;

/// Cases of members. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Cases {

    /// Cases of a member, those that are not closed first, then newest first, at most `limit`.
    ///
    /// @throws io.guichet.platform.database.DatabaseFailure of kind `DENIED` when the member's file is not open
    List<CaseRow> of(FileRef member, int limit);

    /// Opens the file of a case, which is recorded, and reads it with its notes; empty when there is none for this person.
    Optional<CaseDetails> find(FileRef file);

    /// Reads an open case again and keeps it open; empty when the opening ran out, or there is none any more.
    Optional<CaseDetails> refresh(FileRef file);

    /// Ends the opening of this window.
    void leave(FileRef file);

    /// Opens a case of a member whose file is open. Problems are about `topic`, `title` and `note`.
    Outcome<CaseDetails> open(OpenCase command);

    /// Writes into a case, closes it, opens it again. Problems are about the field `text`.
    Outcome<CaseDetails> move(MoveCase command);

    /// Makes the signed-in person the one who works on it.
    Outcome<CaseDetails> take(FileRef file, long version);
}
