package io.guichet.country.adjudication;

import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a person can change to see what would be paid. The key of a field tells its place in the input: after
/// `<country>.whatif.`, `plan.guarantee.mode` is read at `plan.guarantee.mode`, `used.glasses` at `used.glasses`, and
/// `line.charged` at `lines[n].charged`. Empty fields are left out; amounts, rates and days are written as the input has them.
///
/// @param plan   the terms of a plan that no product brings
/// @param beside what can be told of a person beside the terms, whether these are typed, a product's or a member's: since
///               when they are covered, what they used this year
/// @param line   what one line says; the act is its field `line.act` or `line.code`, the day `line.careDate`
/// @param start  what stands in the fields at first, where that is not nothing; the day of care is today then
public record WhatIfForm(List<FieldGroup> plan, List<FieldGroup> beside, List<FieldGroup> line, FieldValues start) {

    public WhatIfForm {
        plan = List.copyOf(plan);
        beside = List.copyOf(beside);
        line = List.copyOf(line);
        Objects.requireNonNull(start);
    }

    /// A form that begins empty, and where a product says everything.
    public WhatIfForm(List<FieldGroup> plan, List<FieldGroup> line) {
        this(plan, List.of(), line, FieldValues.of(Map.of()));
    }
}
