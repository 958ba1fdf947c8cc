package io.guichet.country.adjudication;

import java.util.Objects;

/// What a decision uses of a limited amount or number, once it is accepted.
///
/// @param counter code of the counter, as the country names it
/// @param used    in the counter's unit: cents, sessions, days, pairs of glasses; 0 or more
public record CounterMove(String counter, long used) {

    public CounterMove {
        Objects.requireNonNull(counter);
        if (used < 0) {
            throw new IllegalArgumentException("a decision gives nothing back to " + counter);
        }
    }
}
