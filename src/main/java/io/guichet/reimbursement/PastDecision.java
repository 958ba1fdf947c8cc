package io.guichet.reimbursement;

import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// A line of a claim's history.
///
/// @param at      when
/// @param staff   who; of an automatic decision, in whose name the claim came in
/// @param kind    what was done
/// @param reason  coded; empty where none is needed
/// @param note    in words; may be empty
/// @param reasons why it was not decided by itself, or waits
/// @param state   where the claim stood then
/// @param before  what we paid or were to pay
/// @param after   what we paid from then on
/// @param lines   decided otherwise than the rules, or so proposed to a lead
public record PastDecision(Instant at, String staff, Kind kind, String reason, String note, List<Finding.Code> reasons,
                           ClaimState state, Money before, Money after, List<Adjustment> lines) {

    /// The reason of what was put aside for a lead.
    public static final String FOR_A_LEAD = "FOR_A_LEAD";

    /// What was done. The label is `reimbursement.decision.<KIND>`.
    public enum Kind {
        /// Decided by the rules alone.
        AUTO,
        APPROVE,
        /// Lines decided otherwise than the rules.
        ADJUST,
        REJECT,
        /// Put off by the rules: somebody has to look.
        PEND,
        /// A document was asked for.
        ASK,
        /// Taken back.
        REOPEN,
        /// Taken back and decided again at once.
        REDO,
        /// Back to what stood before it was decided again.
        RESTORE
    }

    public PastDecision {
        Objects.requireNonNull(at);
        Objects.requireNonNull(staff);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(note);
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(state);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
        lines = List.copyOf(lines);
    }
}
