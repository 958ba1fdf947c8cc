package io.guichet.contract;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a retroactive amendment left to do.
///
/// @param kind      what is to be done
/// @param amendment which left it
/// @param file      the claim to adjudicate again, or the contract whose premium is to be corrected
/// @param number    what people call that file
/// @param day       first day of care, or of the month
/// @param amount    of a premium correction, null for a claim
/// @param state     what became of it
/// @param since     when it was queued
public record FollowUp(Kind kind, FileRef amendment, FileRef file, String number, LocalDate day, @Nullable Money amount,
                       State state, Instant since) {

    /// What is to be done.
    public enum Kind {
        READJUDICATE, CORRECT_PREMIUM
    }

    /// What became of it.
    public enum State {
        OPEN, DONE,
        /// The amendment was cancelled first.
        WITHDRAWN
    }

    public FollowUp {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(amendment);
        Objects.requireNonNull(file);
        Objects.requireNonNull(number);
        Objects.requireNonNull(day);
        Objects.requireNonNull(state);
        Objects.requireNonNull(since);
    }
}
