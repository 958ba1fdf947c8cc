package io.guichet.country.claim;

import io.guichet.country.field.FieldValues;
import java.util.List;
import java.util.Objects;

/// A claim as it came in. Does not print its values.
///
/// @param member whose care it was
/// @param claim  values of the claim's fields, each checked alone already
/// @param lines  values of each line's fields, one line at least
/// @param origin what it came from, never twice in a country: `file:<hash>:<line>`, or a number of its own for what a person
///               entered. A second claim of the same origin is not written
public record ClaimIntake(String member, FieldValues claim, List<FieldValues> lines, String origin) {

    public ClaimIntake {
        Objects.requireNonNull(member);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(origin);
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return lines.size() + " lines";
    }
}
