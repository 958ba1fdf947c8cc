package io.guichet.reimbursement;

import io.guichet.country.claim.CareTouched;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Many decisions at once: all that match, not what a page shows. Rights, limits and rules hold for each claim by itself; one
/// that is refused keeps no other from being decided. Every call waits: never on the JavaFX thread.
///
/// Both a rehearsal and a run open the files of each claim, on the record, and close them again.
public interface Runs {

    /// A run has at most so many claims: so many are rehearsed in one transaction.
    int LARGEST = 10_000;

    /// A selection has at most so many.
    int MOST = 200_000;

    /// Claims that something asks for.
    ///
    /// @param claims at most `MOST`
    /// @param more   whether there are more
    record Selection(List<FileRef> claims, boolean more) {
        public Selection {
            claims = List.copyOf(claims);
        }

        /// The claims in parts that a run can have, none of which is empty.
        public List<List<FileRef>> parts() {
            List<List<FileRef>> parts = new ArrayList<>();
            for (int from = 0; from < claims.size(); from += LARGEST) {
                parts.add(claims.subList(from, Math.min(from + LARGEST, claims.size())));
            }
            return List.copyOf(parts);
        }
    }

    /// Follows what takes long, and may stop it.
    @FunctionalInterface
    interface Progress {

        /// The share that is done, 0 to 1. Called on the thread of the caller.
        void done(double share);

        /// A run has begun, and stands in the list of runs from now on; a rehearsal never does.
        default void began(long run) {
        }

        /// Whether to stop as soon as it is possible; asked again and again.
        default boolean stopped() {
            return false;
        }
    }

    /// All claims of a selection of the queue, the most urgent first.
    Selection matching(WorkFilter filter);

    /// Claims that were decided in favour in a time, paid or not: to be decided again after a tariff changed. Knows what was
    /// decided here.
    ///
    /// @param to not included
    Selection decidedBetween(CountryCode country, Instant from, Instant to);

    /// Decided claims of a country, paid or not and wherever they were decided, with care that a changed tariff touches.
    Selection touched(CountryCode country, CareTouched care);

    /// Decided claims that a retroactive amendment made wrong, the oldest first.
    Selection madeWrong();

    /// Carries all of it out in one transaction and rolls it back: what would happen.
    ///
    /// @throws java.util.concurrent.CancellationException when it was stopped
    RunReport rehearse(RunOrder order, Progress progress);

    /// Carries it out, some hundred claims a transaction: what was done stays done when the connection breaks or somebody stops
    /// it, and `finish` does what is left.
    Outcome<RunReport> apply(RunOrder order, Progress progress);

    /// Does what is left of a run of the signed-in person; tells of all of it. `Invalid` when nothing is left, when it was taken
    /// back, or when somebody is carrying it out at this moment (field `run`).
    Outcome<RunReport> finish(long run, Progress progress);

    /// Takes back what a run decided: each claim that nobody decided since and that is not paid since is undecided again, and waits
    /// for what it waited for; one that was decided again is what it was before, its amounts, counters, payment and what is due. `Invalid`
    /// when it is a run that took another back (field `run`), or was taken back before.
    Outcome<RunReport> undo(long run, Progress progress);

    /// What a run did, or empty when there is none that this person may see.
    Optional<RunReport> find(long run);

    /// What is known of a run without its rows, or empty when there is none that this person may see.
    Optional<PastRun> past(long run);

    /// Runs, the newest first: one's own; a lead's and an auditor's: everybody's.
    ///
    /// @param from      goes on behind (backwards: before) this run; null begins with the newest
    /// @param backwards towards the newest; the rows still come newest first
    /// @param limit     at most so many, 1 to 500
    Page<PastRun> page(@Nullable Long from, boolean backwards, int limit);
}
