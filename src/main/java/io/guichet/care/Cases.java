package io.guichet.care;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.util.List;
import java.util.Optional;

/// Cases of members. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Cases {

    /// Cases of a member, open ones first, then newest first, at most `limit`.
    List<CaseRow> of(FileRef member, int limit);

    /// One case with its notes, or empty when there is none for this person.
    Optional<CaseDetails> find(FileRef file);

    /// Opens a case.
    Outcome<CaseDetails> open(OpenCase command);

    /// Adds a note; a closed case is open again by it.
    Outcome<CaseDetails> note(FileRef file, long version, String text);

    /// Closes a case with what was answered.
    Outcome<CaseDetails> close(FileRef file, long version, String answer);
}
