package io.guichet.country.adjudication;

import java.util.Objects;

/// One figure or fact that a step was made with.
///
/// @param key   text key of what it is: `fr.given.brss`
/// @param value `Money`, `BigDecimal` (a rate: 0.70 is 70 %), `Integer` (how many), `LocalDate`, or `String` (a code)
public record Given(String key, Object value) {

    public Given {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }
}
