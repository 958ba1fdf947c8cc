package io.guichet.country.claim;

import io.guichet.country.adjudication.ClaimDecision;
import java.util.List;
import java.util.Objects;

/// What the rules say of a claim now.
///
/// @param decision the amounts with their steps, as if it were accepted as it is; a line that nothing covers pays nothing
/// @param findings why somebody has to look at it; empty when it can be decided without
public record Assessment(ClaimDecision decision, List<Finding> findings) {

    public Assessment {
        Objects.requireNonNull(decision);
        findings = List.copyOf(findings);
    }
}
