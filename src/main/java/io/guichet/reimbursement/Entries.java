package io.guichet.reimbursement;

import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.field.FieldValues;
import io.guichet.document.Paper;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Claims that people enter, with their papers. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Entries {

    /// Opens the member's file for purpose `decide` and says what is known before anything is typed; empty when there is no
    /// such member for this person, or when they decide no claims there.
    Optional<FieldValues> begin(FileRef member, LocalDate careDay);

    /// Opens an undecided claim and its member's file, to be entered anew; empty when there is none for this person.
    Optional<ClaimFile> open(FileRef claim);

    /// What would become of it: written, assessed and rolled back. Of papers only their types count.
    ///
    /// `Invalid` as `enter` is.
    Outcome<Rehearsal> rehearse(Entry entry);

    /// Writes a claim, or writes over one that is undecided, attaches its papers, and decides it at once when nothing speaks
    /// against it; else it waits with the reasons. One transaction.
    ///
    /// `Invalid` when something typed cannot be, at the key of a claim's field or `lines[1].<key>`, when a paper is there
    /// twice (field `papers`), and when a colleague decides the claim (field `claim`); `Conflict` when it changed since it was
    /// read, with what became different: keys as of problems.
    Outcome<Intake.Taken> enter(Entry entry);

    /// What this person left unfinished, or empty. Nobody else sees it.
    ///
    /// @param claim the claim that was being entered anew, null for a new one
    Optional<Draft> draft(FileRef member, @Nullable FileRef claim);

    /// Keeps what is typed, in place of what was kept before.
    void keep(FileRef member, @Nullable FileRef claim, Typed typed);

    /// Forgets what was kept.
    void forget(FileRef member, @Nullable FileRef claim);

    /// A claim as it was entered.
    ///
    /// @param member  whose care it was
    /// @param revised the claim that it replaces, as it was read; null for a new one
    /// @param intake  what was entered
    /// @param papers  to be attached
    record Entry(FileRef member, @Nullable ClaimFile revised, ClaimIntake intake, List<Paper> papers) {

        public Entry {
            Objects.requireNonNull(member);
            Objects.requireNonNull(intake);
            papers = List.copyOf(papers);
        }
    }

    /// What would become of a claim.
    ///
    /// @param assessment amounts with their steps, and what speaks against deciding it without looking at it
    /// @param automatic  up to how much is decided by itself
    record Rehearsal(Assessment assessment, Money automatic) {

        public Rehearsal {
            Objects.requireNonNull(assessment);
            Objects.requireNonNull(automatic);
        }

        /// Whether nobody would have to look at it.
        public boolean decidedAtOnce() {
            return assessment.findings().isEmpty() && assessment.decision().insurerPaid().compareTo(automatic) <= 0;
        }
    }

    /// What stands in the fields. Does not print it.
    ///
    /// @param claim texts of the claim's fields, by their keys
    /// @param lines of each line's fields
    record Typed(FieldValues claim, List<FieldValues> lines) {

        public Typed {
            Objects.requireNonNull(claim);
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return lines.size() + " lines";
        }
    }

    /// What was left unfinished.
    ///
    /// @param typed what stood in the fields
    /// @param saved when it was kept
    record Draft(Typed typed, Instant saved) {

        public Draft {
            Objects.requireNonNull(typed);
            Objects.requireNonNull(saved);
        }
    }
}
