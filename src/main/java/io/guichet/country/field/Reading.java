package io.guichet.country.field;

import io.guichet.kernel.UserMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What came of something a person typed into a field.
public sealed interface Reading {

    /// It is understood.
    ///
    /// @param canonical the value as it is kept, or null when the field is empty
    record Value(@Nullable String canonical) implements Reading {
        @Override
        public String toString() {
            return canonical == null ? "empty" : "a value";
        }
    }

    /// It is not.
    ///
    /// @param problem    what is wrong and what to do; never holds what was typed
    /// @param suggestion what was probably meant, canonical, or null: a NIR with its missing key
    record Refused(UserMessage problem, @Nullable String suggestion) implements Reading {
        public Refused {
            Objects.requireNonNull(problem);
        }

        @Override
        public String toString() {
            return problem.key();
        }
    }
}
