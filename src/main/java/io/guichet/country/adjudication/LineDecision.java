package io.guichet.country.adjudication;

import io.guichet.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What became of one line of a claim. The three parts add up to what was charged and none is negative.
///
/// @param publicPaid  by the public insurance or the mutuality, its own deductions taken off
/// @param insurerPaid by us
/// @param memberPays  what stays with the member
/// @param steps       what made the amounts, in the order a person follows
/// @param moves       what accepting it uses of limited guarantees
public record LineDecision(Money charged, Money publicPaid, Money insurerPaid, Money memberPays, List<Step> steps,
                           List<CounterMove> moves) {

    public LineDecision {
        Objects.requireNonNull(charged);
        steps = List.copyOf(steps);
        moves = List.copyOf(moves);
        if (publicPaid.minor() < 0 || insurerPaid.minor() < 0 || memberPays.minor() < 0) {
            throw new IllegalArgumentException("a part of a line is below nothing");
        }
        if (!publicPaid.plus(insurerPaid).plus(memberPays).equals(charged)) {
            throw new IllegalArgumentException("the parts of a line are not what was charged");
        }
    }

    /// The same line with another part of ours, as a person decided: the difference stays with the member. What the line
    /// uses of limits is the caller's to say.
    ///
    /// @param why the step that says who decided otherwise, and for which reason
    /// @throws IllegalArgumentException when we would pay more than what the public payer left
    public LineDecision adjusted(Money insurer, Step why, List<CounterMove> used) {
        List<Step> told = new ArrayList<>(steps);
        told.add(why);
        return new LineDecision(charged, publicPaid, insurer, charged.minus(publicPaid).minus(insurer), told, used);
    }

    /// Nothing paid by us, for that reason.
    public LineDecision refused(Step why) {
        return adjusted(Money.ZERO, why, List.of());
    }
}
