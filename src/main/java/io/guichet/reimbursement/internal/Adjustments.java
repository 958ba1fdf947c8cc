package io.guichet.reimbursement.internal;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Adjustment;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import java.util.ArrayList;
import java.util.List;

/// Lines that a person decides otherwise than the rules.
final class Adjustments {

    /// Why, in the order to offer.
    static final List<String> REASONS = List.of("DOCUMENT_DIFFERS", "OTHER_INSURER", "PROMISED", "TARIFF_ERROR", "GOODWILL");

    private Adjustments() {
    }

    /// The decision with these lines, whose notes fit (`Notes`); `Invalid` at `lines[n].<insurer | reason | step>` when one cannot be.
    static Outcome<ClaimDecision> apply(ClaimDecision decision, List<Adjustment> adjustments) {
        List<LineDecision> lines = new ArrayList<>(decision.lines());
        for (Adjustment adjustment : adjustments) {
            int number = adjustment.line();
            if (number < 0 || number >= lines.size()) {
                return invalid(number, "insurer", "reimbursement.error.noLine");
            }
            if (!REASONS.contains(adjustment.reason())) {
                return invalid(number, "reason", "reimbursement.error.unknownReason");
            }
            LineDecision line = lines.get(number);
            if (!adjustment.step().isEmpty() && line.steps().stream().noneMatch(step -> step.rule().equals(adjustment.step()))) {
                return invalid(number, "step", "reimbursement.error.noStep");
            }
            Money most = line.charged().minus(line.publicPaid());
            if (adjustment.insurer().minor() < 0 || adjustment.insurer().compareTo(most) > 0) {
                return invalid(number, "insurer", "reimbursement.error.lineAmount", most);
            }
            lines.set(number, adjusted(line, adjustment));
        }
        return new Outcome.Done<>(new ClaimDecision(lines));
    }

    private static LineDecision adjusted(LineDecision line, Adjustment adjustment) {
        UserMessage reason = UserMessage.of("country.adjustment." + adjustment.reason());
        UserMessage sentence = line.steps().stream().filter(step -> step.rule().equals(adjustment.step())).findFirst()
                .map(step -> UserMessage.of("reimbursement.step.overridden", adjustment.insurer(), reason, step.sentence()))
                .orElse(UserMessage.of("reimbursement.step.adjusted", adjustment.insurer(), reason));
        Step why = new Step("ADJUSTED", adjustment.insurer().minus(line.insurerPaid()), sentence, "", List.of());
        return line.adjusted(adjustment.insurer(), why, used(line, adjustment.insurer()));
    }

    /// What the line uses of limits when we pay so much for it. A limit in money that was used by what we were to pay is used by
    /// what we do pay; one that counts sessions, days or glasses is used all the same, unless nothing is paid.
    private static List<CounterMove> used(LineDecision line, Money insurer) {
        if (insurer.minor() == 0) {
            return List.of();
        }
        return line.moves().stream().map(move -> move.used() == line.insurerPaid().minor()
                ? new CounterMove(move.counter(), insurer.minor()) : move).toList();
    }

    private static Outcome<ClaimDecision> invalid(int line, String field, String key, Object... arguments) {
        return Refusals.invalid("lines[" + line + "]." + field, key, arguments);
    }
}
