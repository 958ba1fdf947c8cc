package io.guichet.reimbursement.internal;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import java.util.List;

/// Why a claim is not decided.
final class Refusals {

    static final String CLAIM = "claim";
    static final String REASON = "reason";
    static final UserMessage MAY_NOT = UserMessage.of("reimbursement.error.mayNotDecide");
    static final UserMessage FOR_A_LEAD = UserMessage.of("reimbursement.error.forALead");
    static final UserMessage GONE = UserMessage.of("reimbursement.error.gone");

    private Refusals() {
    }

    static <T> Outcome<T> invalid(String field, String key, Object... arguments) {
        return new Outcome.Invalid<>(List.of(new FieldProblem(field, UserMessage.of(key, arguments))));
    }

    static <T> Outcome<T> beyond(Money most) {
        return new Outcome.Denied<>(UserMessage.of("reimbursement.error.beyondAuthority", most));
    }

    /// What a function of the database answered instead of `OK`.
    ///
    /// @param revision of the claim as it is now
    static <T> Outcome<T> of(String answer, long revision) {
        return switch (answer) {
            case "STALE" -> new Outcome.Conflict<>(revision, List.of());
            case "LEAD" -> new Outcome.Denied<>(FOR_A_LEAD);
            case "HELD" -> invalid(CLAIM, "reimbursement.error.held");
            case "FREE" -> invalid(CLAIM, "reimbursement.error.free");
            case "NOBODY" -> invalid("colleague", "reimbursement.error.nobody");
            case "GONE" -> new Outcome.Invalid<>(List.of(new FieldProblem(CLAIM, GONE)));
            default -> throw new IllegalStateException("the database answers " + answer);
        };
    }

    /// The same refusal of something else.
    @SuppressWarnings("unchecked")
    static <T> Outcome<T> again(Outcome<?> refused) {
        if (refused instanceof Outcome.Done<?>) {
            throw new IllegalArgumentException("that was no refusal");
        }
        return (Outcome<T>) refused;
    }
}
