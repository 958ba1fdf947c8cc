package io.guichet.reimbursement;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What became of a claim.
///
/// @param claim      which
/// @param decision   the decision's key in the history
/// @param state      where it stands now
/// @param insurer    what we pay
/// @param findings   why it waits; empty when it does not, or waits for a document
/// @param difference to what was paid before it was corrected, negative when something is to be recovered; empty when it is
///                   no correction of a paid claim
public record Decided(FileRef claim, long decision, ClaimState state, Money insurer, List<Finding> findings,
                      Optional<Money> difference) {

    public Decided {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(state);
        Objects.requireNonNull(insurer);
        findings = List.copyOf(findings);
        Objects.requireNonNull(difference);
    }
}
