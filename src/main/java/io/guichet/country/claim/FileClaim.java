package io.guichet.country.claim;

import io.guichet.country.field.FieldValues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A claim as a file has it, before it is known which member it is of. Does not print its values.
///
/// @param line   of the file where it begins, from 1: reports say it
/// @param person whom it is of, as the file names people: a national number, a card number; `ClaimFileReader.members` knows
///               which member that is
/// @param claim  values of the claim's fields, each checked alone already
/// @param lines  values of each line's fields, one line at least
/// @param origin what `ClaimIntake.origin` will be: the same each time the file is read
/// @param formerly what `ClaimIntake.formerly` will be, null for most
public record FileClaim(int line, String person, FieldValues claim, List<FieldValues> lines, String origin, @Nullable String formerly) {

    public FileClaim {
        Objects.requireNonNull(person);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(origin);
        lines = List.copyOf(lines);
    }

    /// A claim whose origin was never called otherwise.
    public FileClaim(int line, String person, FieldValues claim, List<FieldValues> lines, String origin) {
        this(line, person, claim, lines, origin, null);
    }

    /// The claim of that member, to be received.
    public ClaimIntake of(String member) {
        return new ClaimIntake(member, claim, lines, origin, formerly);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
