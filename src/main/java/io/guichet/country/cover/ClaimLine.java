package io.guichet.country.cover;

import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.Objects;

/// A claim in a member's history.
///
/// @param claim   its file
/// @param number  what people call it
/// @param place   where the history goes on behind it
/// @param day     the first day of care
/// @param what    the care, in short: the first act, and how many more
/// @param charged what the provider asked
/// @param paid    what we pay, or paid; zero while undecided
/// @param state   how far it is
public record ClaimLine(FileRef claim, String number, Place place, LocalDate day, UserMessage what, Money charged,
                        Money paid, State state) {

    /// How far a claim is.
    public enum State {
        RECEIVED, TO_DECIDE, DECIDED, PAID, REJECTED;

        /// Whether nobody decided it yet.
        public boolean open() {
            return this == RECEIVED || this == TO_DECIDE;
        }
    }

    public ClaimLine {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(number);
        Objects.requireNonNull(place);
        Objects.requireNonNull(day);
        Objects.requireNonNull(what);
        Objects.requireNonNull(charged);
        Objects.requireNonNull(paid);
        Objects.requireNonNull(state);
    }
}
