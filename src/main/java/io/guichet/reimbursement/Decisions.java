package io.guichet.reimbursement;

import io.guichet.country.claim.Adjustment;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.util.List;
import java.util.Optional;

/// Deciding claims, and correcting what was decided. A decision is one transaction: the country's amounts and counters, the
/// queue, the history, the trail. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Decisions {

    /// Opens a claim and its member's file for purpose `decide`, and reads it; empty when there is none for this person.
    /// Nobody needs to have taken it.
    Optional<OpenClaim> open(FileRef claim);

    /// Why a person may decide a line otherwise than the rules: codes whose label is `country.adjustment.<CODE>`.
    List<String> adjustments();

    /// Why a claim of that country may be refused, in the order to offer: `ClaimRecords.rejections`.
    List<String> rejections(CountryCode country);

    /// Decides a claim. One that nobody has is taken in the same go.
    ///
    /// `Invalid` when a reason, a document, an amount or a day cannot be, and when a colleague has it or there is nothing to
    /// decide any more (field `claim`), and when a note is longer than 2,000 characters (field `note`; one of a line than 500,
    /// `lines[n].note`); `Conflict` when the claim changed since it was read; `Denied` when the amount is
    /// beyond this person's authority, or what was found is for a lead to judge.
    ///
    /// @param revision `WorkRow.revision` as it was read
    Outcome<Decided> decide(FileRef claim, long revision, Verdict verdict);

    /// Puts a claim that this person may not approve aside for a lead, with what they would decide: it carries the reason
    /// `BEYOND_AUTHORITY` and nobody has it. Refused like `decide`.
    ///
    /// @param revision `WorkRow.revision` as it was read
    /// @param lines    decided otherwise than the rules, each one that `decide` would take; empty: as the rules say
    /// @param note     for the lead; may be empty
    Outcome<Decided> handOver(FileRef claim, long revision, List<Adjustment> lines, String note);

    /// Takes the last decision back that the signed-in person made of a claim, unless it was paid: the claim is undecided,
    /// as it was before, and this person has it. A document that was asked for is asked for no more. `Invalid` when somebody
    /// else, or nobody, decided last.
    Outcome<Decided> undo(FileRef claim);

    /// Says that a document which was asked for is here: with the last one the claim waits no longer. `Invalid` when nobody
    /// asked for it.
    Outcome<FileRef> answered(FileRef claim, String document);

    /// Takes a decision back, whatever it was: the claim is undecided, its counters are what they were without it, and the
    /// signed-in person has it. What was paid stays paid: deciding again records the difference.
    ///
    /// @param reason coded, one of `corrections`
    /// @param note   for colleagues; may be empty
    Outcome<Decided> reopen(FileRef claim, String reason, String note);

    /// Takes a favourable decision back and decides again as the rules say now, in one. `Invalid` when it is undecided, or
    /// when the rules now ask for somebody to look: then reopen it.
    Outcome<Decided> decideAgain(FileRef claim, String reason, String note);

    /// Why a decision may be taken back: codes whose label is `reimbursement.correction.<CODE>`.
    List<String> corrections();
}
