package io.guichet.contract;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.util.List;
import java.util.Optional;

/// Changes to contracts: a draft has no effect and is visible to colleagues; applied, it holds from its day on; cancelled,
/// the state before it is back. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Amendments {

    /// The kinds of change of a country.
    List<AmendmentKind> kinds(CountryCode country);

    /// Amendments of a contract, a company's contracts, or a member, newest first, at most `limit`.
    List<AmendmentRow> of(FileRef file, int limit);

    /// Drafts of everybody in the countries of the signed-in role, the last touched first, at most `limit`.
    List<AmendmentRow> drafts(int limit);

    /// One amendment, or empty when there is none for this person.
    Optional<AmendmentDetails> find(FileRef amendment);

    /// Begins a draft, or writes over one: only form is checked (types, lengths), for a draft may be unfinished.
    Outcome<AmendmentDetails> save(SaveDraft command);

    /// Throws a draft away.
    Outcome<AmendmentDetails> discard(FileRef amendment, long version);

    /// What applying would do: it is carried out, looked at and rolled back. Nothing is written.
    AmendmentPreview preview(FileRef amendment);

    /// Members whom the newcomer of a draft may already be, in its own country.
    List<PossibleDuplicate> duplicates(FileRef amendment);

    /// Applies a draft.
    Outcome<AmendmentDetails> apply(FileRef amendment, long version);

    /// Cancels what was applied: the state before it comes back.
    ///
    /// @param reason why, for the record; not blank
    Outcome<AmendmentDetails> cancel(FileRef amendment, long version, String reason);

    /// What an applied amendment left to do, and what became of it.
    List<FollowUp> followUps(FileRef amendment);

    /// Everything that is left to do in the countries of the signed-in role, oldest first, at most `limit`.
    List<FollowUp> openFollowUps(int limit);
}
