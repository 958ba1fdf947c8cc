package io.guichet.country.claim;

import io.guichet.country.field.FieldValues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A claim as it came in. Does not print its values.
///
/// @param member whose care it was
/// @param claim  values of the claim's fields, each checked alone already
/// @param lines  values of each line's fields, one line at least
/// @param origin what it came from, never twice in a country: `file:<hash>:<line>`, or a number of its own for what a person
///               entered. A second claim of the same origin is not written
/// @param formerly what its origin was called before, null for most: a claim that is there under it is the same claim
public record ClaimIntake(String member, FieldValues claim, List<FieldValues> lines, String origin, @Nullable String formerly) {

    public ClaimIntake {
        Objects.requireNonNull(member);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(origin);
        lines = List.copyOf(lines);
    }

    /// A claim whose origin was never called otherwise.
    public ClaimIntake(String member, FieldValues claim, List<FieldValues> lines, String origin) {
        this(member, claim, lines, origin, null);
    }

    @Override
    public String toString() {
        return lines.size() + " lines";
    }
}
