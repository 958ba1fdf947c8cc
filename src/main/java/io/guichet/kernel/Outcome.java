package io.guichet.kernel;

import java.util.List;
import java.util.Objects;

/// How a command ended. What a person can bring about is a value; only what nobody foresaw is an exception.
///
/// @param <T> what a command that was carried out returns
public sealed interface Outcome<T> {

    /// Carried out, and committed.
    record Done<T>(T value) implements Outcome<T> {
        public Done {
            Objects.requireNonNull(value);
        }
    }

    /// Refused: the input breaks a rule. Nothing was written.
    record Invalid<T>(List<FieldProblem> problems) implements Outcome<T> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /// Refused: somebody else was faster. Nothing was written.
    ///
    /// @param currentVersion the version the file has now
    /// @param changes        what became different since the version the command was based on, newest last
    record Conflict<T>(long currentVersion, List<FieldChange> changes) implements Outcome<T> {
        public Conflict {
            changes = List.copyOf(changes);
        }
    }

    /// Refused: this person may not do it. Nothing was written.
    record Denied<T>(UserMessage reason) implements Outcome<T> {
        public Denied {
            Objects.requireNonNull(reason);
        }
    }
}
