package io.guichet.reimbursement;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Many decisions at once: all that match, not what a page shows. Rights, limits and rules hold for each claim by itself; one
/// that is refused keeps no other from being decided. Every call waits: never on the JavaFX thread.
///
/// Both a rehearsal and a run open the files of each claim, on the record, and close them again.
public interface Runs {

    /// A run has at most so many claims.
    int LARGEST = 10_000;

    /// Claims that something asks for.
    ///
    /// @param claims at most `LARGEST`
    /// @param more   whether there are more
    record Selection(List<FileRef> claims, boolean more) {
        public Selection {
            claims = List.copyOf(claims);
        }
    }

    /// All claims of a selection of the queue, the most urgent first.
    Selection matching(WorkFilter filter);

    /// Claims that were decided in favour in a time, paid or not: to be decided again after a tariff changed.
    ///
    /// @param to not included
    Selection decidedBetween(CountryCode country, Instant from, Instant to);

    /// Decided claims that a retroactive amendment made wrong, the oldest first.
    Selection madeWrong();

    /// Carries all of it out in one transaction and rolls it back: what would happen.
    ///
    /// @param done told the share that is done, 0 to 1
    RunReport rehearse(RunOrder order, DoubleConsumer done);

    /// Carries it out, some hundred claims a transaction: what was done stays done when the connection breaks.
    ///
    /// @param done told the share that is done, 0 to 1
    Outcome<RunReport> apply(RunOrder order, DoubleConsumer done);

    /// Takes back what a run decided: each claim that nobody decided since and that is not paid is undecided again, and waits
    /// for what it waited for. `Invalid` when the run decided claims again (field `run`), or was taken back before.
    Outcome<RunReport> undo(long run, DoubleConsumer done);

    /// What a run did, or empty when there is none that this person may see.
    Optional<RunReport> find(long run);
}
