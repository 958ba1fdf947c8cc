package io.guichet.country.cover;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One contract that covers a member over a period.
///
/// @param contract the contract's file
/// @param number   what people call the contract
/// @param product  commercial name of the product and option, as the country sells it
/// @param payer    who pays: the company, or the person themselves
/// @param role     what the member is on it: employee, partner, child
/// @param from     first day covered
/// @param to       last day covered, null while nobody ended it
/// @param state    as of the day that was asked about
/// @param notes    what limits it: a waiting period, the portability after leaving, a dispensation
public record Cover(FileRef contract, String number, String product, String payer, UserMessage role, LocalDate from,
                    @Nullable LocalDate to, State state, List<UserMessage> notes) {

    /// How a cover stands on a day.
    public enum State {
        /// Pays for care had that day.
        RUNNING,
        /// Begins later.
        COMING,
        /// Runs, and pays nothing meanwhile: the premium is not paid.
        SUSPENDED,
        /// Is over.
        ENDED
    }

    public Cover {
        Objects.requireNonNull(contract);
        Objects.requireNonNull(number);
        Objects.requireNonNull(product);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(role);
        Objects.requireNonNull(from);
        Objects.requireNonNull(state);
        notes = List.copyOf(notes);
    }
}
