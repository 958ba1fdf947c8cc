package io.guichet.country.be.claim;

import io.guichet.country.adjudication.Step;
import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Rule;
import io.guichet.country.be.claim.Dossier.Reckoned;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.List;

/// A line with the policy that decides about it: that of the branch which pays such care, as it stood on the day.
///
/// @param branch what pays such care
record Covered(Reckoned reckoned, Branch branch, Coverage coverage) {

    static Covered of(Dossier dossier, Reckoned reckoned, People people) {
        Branch branch = dossier.branch(reckoned.figures().kind());
        Coverage coverage = people.cover(dossier.member(), branch, dossier.decisive(branch, reckoned.line()))
                .orElseThrow(() -> new IllegalStateException("nobody insures the person of " + dossier.ogm()));
        return new Covered(reckoned, branch, coverage);
    }

    /// Whether the policy is one of the branch, and covers the day.
    boolean isPaid(LocalDate day) {
        return coverage.branch() == branch && coverage.covers(day);
    }

    boolean isPaid() {
        return isPaid(reckoned.line().from());
    }

    /// Lines of one policy and formula are decided together.
    boolean goesWith(Covered other) {
        return branch == other.branch && coverage.equals(other.coverage);
    }

    /// Says which of somebody's policies decides.
    Step step() {
        return new Step(Rule.COVER.name(), Money.ZERO, UserMessage.of("be.step.COVER", UserMessage.of("be.contract.formula." + branch.tak()),
                coverage.name()), coverage.policy(), List.of());
    }
}
