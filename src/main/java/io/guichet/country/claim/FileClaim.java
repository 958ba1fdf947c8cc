package io.guichet.country.claim;

import io.guichet.country.field.FieldValues;
import java.util.List;
import java.util.Objects;

/// A claim as a file has it, before it is known which member it is of. Does not print its values.
///
/// @param line   of the file where it begins, from 1: reports say it
/// @param person whom it is of, as the file names people: a national number, a card number; `ClaimFileReader.members` knows
///               which member that is
/// @param claim  values of the claim's fields, each checked alone already
/// @param lines  values of each line's fields, one line at least
/// @param origin what `ClaimIntake.origin` will be: the same each time the file is read
public record FileClaim(int line, String person, FieldValues claim, List<FieldValues> lines, String origin) {

    public FileClaim {
        Objects.requireNonNull(person);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(origin);
        lines = List.copyOf(lines);
    }

    /// The claim of that member, to be received.
    public ClaimIntake of(String member) {
        return new ClaimIntake(member, claim, lines, origin);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
