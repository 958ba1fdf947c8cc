package io.guichet.country.claim;

import io.guichet.country.field.FieldGroup;
import java.util.List;
import java.util.Objects;

/// What a person enters of a claim that came in.
///
/// @param claim     of the claim as a whole: `xx.claim.received`, `xx.claim.invoice`, whom to pay …
/// @param line      of one line: `xx.claimLine.act`, `xx.claimLine.careDay`, `xx.claimLine.charged` …
/// @param act       key of the line's field that holds the act
/// @param careDay   key of the line's field that holds the (first) day of care
/// @param charged   key of the line's field that holds what was charged
/// @param documents codes of documents that a claim may need; their labels are `document.type.<code>`
public record ClaimForm(List<FieldGroup> claim, List<FieldGroup> line, String act, String careDay, String charged,
                        List<String> documents) {

    public ClaimForm {
        claim = List.copyOf(claim);
        line = List.copyOf(line);
        Objects.requireNonNull(act);
        Objects.requireNonNull(careDay);
        Objects.requireNonNull(charged);
        documents = List.copyOf(documents);
    }
}
