package io.guichet.reimbursement;

import io.guichet.country.claim.Finding;
import java.util.Map;

/// How many claims of this person's countries wait for what.
///
/// @param free    undecided, and nobody has them
/// @param taken   undecided, and somebody has them
/// @param mine    of those, that this person has
/// @param overdue undecided, and should have been decided by now
/// @param unpaid  accepted and not paid
/// @param pended  waiting, by what for: a claim counts once for each of its reasons
public record WorkNumbers(long free, long taken, long mine, long overdue, long unpaid, Map<Finding.Code, Long> pended) {

    /// Nothing to do.
    public static final WorkNumbers NONE = new WorkNumbers(0, 0, 0, 0, 0, Map.of());

    public WorkNumbers {
        pended = Map.copyOf(pended);
    }

    /// What is to be decided.
    public long undecided() {
        return free + taken;
    }
}
