package io.guichet.country.claim;

import io.guichet.kernel.UserMessage;
import java.util.Objects;

/// Something that speaks against deciding a claim without looking at it.
///
/// @param code     what it is, the same in every country
/// @param sentence what it is in this claim, without health data beyond the claim's own
/// @param line     which line, from 0; -1 for the claim as a whole
public record Finding(Code code, UserMessage sentence, int line) {

    /// What can be found, and who can solve it. The label is `country.finding.<CODE>`.
    public enum Code {
        MISSING_DOCUMENT(Solver.MEMBER),
        DUPLICATE(Solver.CLERK),
        SAME_INVOICE(Solver.CLERK),
        SHARED_ACCOUNT(Solver.LEAD),
        REUSED_DOCUMENT(Solver.LEAD),
        OVER_LIMIT(Solver.CLERK),
        WAITING_PERIOD(Solver.CLERK),
        NO_AUTHORISATION(Solver.CARE),
        UNKNOWN_PROVIDER(Solver.CLERK),
        UNUSUAL_AMOUNT(Solver.LEAD),
        OUTSIDE_COVER(Solver.CARE),
        NOT_COVERED(Solver.CLERK),
        UNKNOWN_ACT(Solver.CLERK),
        NO_TARIFF(Solver.CLERK),
        NO_ACCOUNT(Solver.CARE),
        /// More than who proposes it may decide. No rule finds it: a person says so.
        BEYOND_AUTHORITY(Solver.LEAD);

        private final Solver solver;

        Code(Solver solver) {
            this.solver = solver;
        }

        /// Who can solve it.
        public Solver solver() {
            return solver;
        }
    }

    /// Who can do something about it. The label is `country.solver.<NAME>`.
    public enum Solver {
        CLERK, LEAD, CARE, MEMBER
    }

    public Finding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(sentence);
    }
}
