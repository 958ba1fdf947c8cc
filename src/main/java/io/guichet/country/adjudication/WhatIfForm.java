package io.guichet.country.adjudication;

import io.guichet.country.field.FieldGroup;
import java.util.List;

/// What a person can change to see what would be paid. The key of a field tells its place in the input: after
/// `<country>.whatif.`, `plan.guarantee.mode` is read at `plan.guarantee.mode`, and `line.charged` at `lines[n].charged`.
/// Empty fields are left out; amounts, rates and days are written as the input has them.
///
/// @param plan what the plan says, besides what a product brings
/// @param line what one line says; the act is its field `line.act` or `line.code`
public record WhatIfForm(List<FieldGroup> plan, List<FieldGroup> line) {

    public WhatIfForm {
        plan = List.copyOf(plan);
        line = List.copyOf(line);
    }
}
