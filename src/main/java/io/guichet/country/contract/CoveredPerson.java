package io.guichet.country.contract;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody covered by a contract.
///
/// @param member their file
/// @param name   what people call them
/// @param birth  birth date
/// @param role   what they are on the contract: employee, partner, child
/// @param head   whether they bring the insurance; who follows until the next head belongs to their family
/// @param from   first day covered
/// @param to     last day covered, null while nobody ended it
/// @param place  where the list goes on behind this row
public record CoveredPerson(FileRef member, String name, LocalDate birth, UserMessage role, boolean head, LocalDate from,
                            @Nullable LocalDate to, String place) {

    public CoveredPerson {
        Objects.requireNonNull(member);
        Objects.requireNonNull(name);
        Objects.requireNonNull(birth);
        Objects.requireNonNull(role);
        Objects.requireNonNull(from);
        Objects.requireNonNull(place);
    }
}
