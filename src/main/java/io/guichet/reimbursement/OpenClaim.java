package io.guichet.reimbursement;

import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.kernel.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A claim as whoever decides it sees it. Does not print its values.
///
/// @param file        the claim as it stands
/// @param whose       the member
/// @param work        its row of the queue; empty when it is refused or paid
/// @param assessment  what the rules say of it now; empty when it is decided, or when this person decides no claims there
/// @param history     what was decided, newest first
/// @param requests    documents that were asked for, in their order
/// @param differences what corrections left to pay or to recover, in their order
/// @param proposal    what waits for a lead; empty when nothing does
/// @param most        up to how much this person decides; empty: any amount
public record OpenClaim(ClaimFile file, Whose whose, Optional<WorkRow> work, Optional<Assessment> assessment, List<PastDecision> history,
                        List<DocumentRequest> requests, List<Difference> differences, Optional<Proposal> proposal,
                        Optional<Money> most) {

    public OpenClaim {
        Objects.requireNonNull(file);
        Objects.requireNonNull(whose);
        Objects.requireNonNull(work);
        Objects.requireNonNull(assessment);
        history = List.copyOf(history);
        requests = List.copyOf(requests);
        differences = List.copyOf(differences);
        Objects.requireNonNull(proposal);
        Objects.requireNonNull(most);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
