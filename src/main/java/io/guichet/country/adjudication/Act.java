package io.guichet.country.adjudication;

import io.guichet.kernel.UserMessage;
import java.util.Objects;

/// Something that can be charged, as people search for it.
///
/// @param code   the country's code
/// @param label  what people call it
/// @param family the heading it stands under
public record Act(String code, UserMessage label, UserMessage family) {

    public Act {
        Objects.requireNonNull(code);
        Objects.requireNonNull(label);
        Objects.requireNonNull(family);
    }
}
