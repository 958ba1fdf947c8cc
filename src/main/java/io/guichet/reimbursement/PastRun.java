package io.guichet.reimbursement;

import io.guichet.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run as a list shows it: what was ordered, and what it came to so far.
///
/// @param run       its key
/// @param kind      what was ordered
/// @param reason    coded; empty where none is needed
/// @param note      in words; may be empty
/// @param staff     who
/// @param at        when it began
/// @param moved     when a claim of it was last told of; null while none was
/// @param ordered   how many claims
/// @param done      how many of them were decided
/// @param unchanged how many came to the same
/// @param refused   how many could not be decided
/// @param before    what we paid or were to pay for all of these
/// @param after     what we pay for them then
/// @param toPay     differences to what was paid that are to be paid
/// @param toRecover differences to what was paid that are to be recovered, not negative
/// @param undoes    the run that it took back, or null
/// @param undoneBy  the run that took it back, or null
public record PastRun(long run, Kind kind, String reason, String note, String staff, Instant at, @Nullable Instant moved,
                      int ordered, int done, int unchanged, int refused, Money before, Money after, Money toPay,
                      Money toRecover, @Nullable Long undoes, @Nullable Long undoneBy) {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    /// What was ordered. The label is `reimbursement.run.kind.<NAME>`.
    public enum Kind { APPROVE, REJECT, AGAIN, UNDO }

    /// How far it is. The label is `reimbursement.run.state.<NAME>`.
    public enum State {
        /// It went on a moment ago, and is not at its end.
        UNDERWAY,
        /// Something stopped it before its end.
        STOPPED,
        FINISHED,
        UNDONE
    }

    public PastRun {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(note);
        Objects.requireNonNull(staff);
        Objects.requireNonNull(at);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
        Objects.requireNonNull(toPay);
        Objects.requireNonNull(toRecover);
    }

    /// How many claims nobody has come to yet.
    public int left() {
        return ordered - done - unchanged - refused;
    }

    /// How far it is at that moment.
    public State state(Instant now) {
        if (undoneBy != null) {
            return State.UNDONE;
        }
        if (left() == 0) {
            return State.FINISHED;
        }
        Instant last = moved == null ? at : moved;
        return last.plus(MOMENT).isAfter(now) ? State.UNDERWAY : State.STOPPED;
    }
}
