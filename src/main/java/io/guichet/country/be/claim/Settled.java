package io.guichet.country.be.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.be.adjudication.Rule;
import java.util.List;
import java.util.stream.IntStream;

/// What is written of an accepted statement. Amounts in cents.
///
/// @param coverage   the policy of its first line
/// @param deductible of the stay, part of what stays with the person
record Settled(Coverage coverage, long deductible, List<Line> lines) {

    /// A line with what was decided of it.
    record Line(Covered covered, LineDecision decision) {

        LineFigures.Amounts amounts() {
            return covered.reckoned().amounts();
        }

        /// Of the yearly ceiling.
        long used() {
            return decision.moves().stream().mapToLong(CounterMove::used).sum();
        }
    }

    /// @throws IllegalArgumentException when the decision is one of other lines
    static Settled of(List<Covered> lines, ClaimDecision decision) {
        if (lines.size() != decision.lines().size()) {
            throw new IllegalArgumentException("a decision of another statement");
        }
        long withheld = decision.lines().stream().flatMap(line -> line.steps().stream())
                .filter(step -> step.rule().equals(Rule.DEDUCTIBLE.name())).map(Step::amount).mapToLong(amount -> -amount.minor()).sum();
        return new Settled(lines.getFirst().coverage(), Math.min(withheld, decision.memberPays().minor()),
                IntStream.range(0, lines.size()).mapToObj(i -> new Line(lines.get(i), decision.lines().get(i))).toList());
    }
}
