package io.guichet.reimbursement;

import io.guichet.country.claim.Adjustment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What somebody would decide who may not: it waits for a lead, as it was typed.
///
/// @param by    who
/// @param at    when
/// @param note  for the lead; may be empty
/// @param lines decided otherwise than the rules; empty: as the rules say
public record Proposal(String by, Instant at, String note, List<Adjustment> lines) {

    public Proposal {
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        Objects.requireNonNull(note);
        lines = List.copyOf(lines);
    }
}
