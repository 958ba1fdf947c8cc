package io.guichet.country.contract;

import java.util.Objects;

/// What can be entered where a change asks for a code.
///
/// @param value what is entered
/// @param name  what people call it
public record Offer(String value, String name) {

    public Offer {
        Objects.requireNonNull(value);
        Objects.requireNonNull(name);
    }
}
