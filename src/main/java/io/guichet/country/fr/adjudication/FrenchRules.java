package io.guichet.country.fr.adjudication;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Decides the lines of one claim: what the public insurance pays, what we pay, and why.
///
/// Lines use limits in their order; the result has them in that order too. Only amounts of a year that include the public
/// part are handed out to the lines with the largest public part first: such a line reaches less of the amount, and every
/// other order would pay less in all.
public final class FrenchRules {

    private FrenchRules() {
    }

    /// @param lines each checked with `LineProblem.of`
    /// @param used  what was used of the person's counters before the claim
    /// @throws IllegalArgumentException for a line that has no tariff
    public static ClaimDecision decide(Plan plan, List<CareLine> lines, Used used) {
        Pots pots = new Pots(used);
        Stays stays = new Stays(lines);
        PublicPart publicPart = new PublicPart(pots, stays);
        List<LineWork> works = new ArrayList<>(lines.size());
        for (CareLine line : lines) {
            LineWork work = new LineWork(line);
            publicPart.decide(work);
            works.add(work);
        }
        InsurerPart insurer = new InsurerPart(plan, pots, works);
        if (plan.yearly() && works.size() > 1) {
            works.stream().sorted(Comparator.comparingLong((LineWork work) -> work.gross).reversed()).forEach(insurer::decide);
        } else {
            works.forEach(insurer::decide);
        }
        List<LineDecision> decided = new ArrayList<>(works.size());
        for (LineWork work : works) {
            decided.add(work.decided());
        }
        return new ClaimDecision(decided);
    }
}
