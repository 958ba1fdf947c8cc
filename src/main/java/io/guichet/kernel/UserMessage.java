package io.guichet.kernel;

import java.util.List;
import java.util.Objects;

/// A sentence for a person, not yet in a language: the key of a text below `i18n/` and what fills its places.
/// Arguments are numbers, dates (`java.time`), strings or further messages; they never hold a national identifier
/// or health data.
///
/// @param key  key of the text, `component.subject.what`
/// @param arguments what fills `{0}`, `{1}` … in the text
public record UserMessage(String key, List<Object> arguments) {

    public UserMessage {
        Objects.requireNonNull(key);
        arguments = List.copyOf(arguments);
    }

    /// The sentence of `key` with `arguments` in its places.
    public static UserMessage of(String key, Object... arguments) {
        return new UserMessage(key, List.of(arguments));
    }
}
