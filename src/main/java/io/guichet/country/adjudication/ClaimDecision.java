package io.guichet.country.adjudication;

import io.guichet.kernel.Money;
import java.util.List;
import java.util.function.Function;

/// What became of a claim, line by line in the order they were given.
public record ClaimDecision(List<LineDecision> lines) {

    public ClaimDecision {
        lines = List.copyOf(lines);
    }

    public Money charged() {
        return sum(LineDecision::charged);
    }

    public Money publicPaid() {
        return sum(LineDecision::publicPaid);
    }

    public Money insurerPaid() {
        return sum(LineDecision::insurerPaid);
    }

    public Money memberPays() {
        return sum(LineDecision::memberPays);
    }

    private Money sum(Function<LineDecision, Money> part) {
        return lines.stream().map(part).reduce(Money.ZERO, Money::plus);
    }
}
