package io.guichet.country.cover;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.Objects;

/// Somebody insured together with a member.
///
/// @param member   their own file
/// @param name     what people call them
/// @param birth    birth date
/// @param relation what they are on the contract: employee, partner, child
/// @param covered  whether they are covered on the day that was asked about
public record Relative(FileRef member, String name, LocalDate birth, UserMessage relation, boolean covered) {

    public Relative {
        Objects.requireNonNull(member);
        Objects.requireNonNull(name);
        Objects.requireNonNull(birth);
        Objects.requireNonNull(relation);
    }
}
