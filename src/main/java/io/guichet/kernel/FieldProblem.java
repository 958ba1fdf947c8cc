package io.guichet.kernel;

import java.util.Objects;

/// What is wrong with one field, said where the field is.
///
/// @param field   key of the field
/// @param message what is wrong and what to do
public record FieldProblem(String field, UserMessage message) {

    public FieldProblem {
        Objects.requireNonNull(field);
        Objects.requireNonNull(message);
    }
}
