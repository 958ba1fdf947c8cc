package io.guichet.directory;

import io.guichet.country.Card;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import java.util.List;
import java.util.Optional;

/// Who is who, in every country. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Directory {

    /// The one search.
    SearchResult search(SearchRequest request);

    /// The rows of files known by name (recent files, tabs of the last time), in that order, without those that this
    /// person may not see or that are gone. Recorded nowhere: it shows no more than the search does.
    List<SearchRow> rows(List<FileRef> files);

    /// Members in the order of their names, page by page.
    Page<MemberRow> members(MemberPageRequest request);

    /// Opens a member file, which is recorded with who, when and why, and lets this person read its health data until
    /// `close`, or until the opening runs out because the window died.
    ///
    /// @param purpose a short code of why (`call`, `letter`, `check`)
    /// @return empty when there is no such member for this person
    Optional<OpenMember> open(FileRef member, String purpose);

    /// Reads an open member again, without a further record, and keeps the opening alive.
    Optional<OpenMember> refresh(FileRef member);

    /// Ends the opening.
    void close(FileRef member);

    /// Records that this person made a masked field readable.
    void recordReveal(FileRef member, String fieldKey);

    /// Checks and saves. Only fields that differ from `base` are written.
    ///
    /// @return the member as it now is
    Outcome<OpenMember> save(SaveMember command);

    /// What happened to the member's fields, newest first, at most `limit` changes.
    List<FieldChange> history(FileRef member, int limit);

    /// A company, contract or claim in its first form, or empty when there is none for this person.
    Optional<Card> card(FileRef file);
}
