package io.guichet.country.claim;

import io.guichet.kernel.FieldProblem;
import java.util.List;
import java.util.Objects;

/// What came of a claim that came in.
public sealed interface Received {

    /// It was written, undecided.
    ///
    /// @param claim its reference
    record Written(String claim) implements Received {
        public Written {
            Objects.requireNonNull(claim);
        }
    }

    /// It is there already: the same origin.
    ///
    /// @param claim the reference of the one that is there
    record Known(String claim) implements Received {
        public Known {
            Objects.requireNonNull(claim);
        }
    }

    /// Refused; nothing was written.
    ///
    /// @param problems at the key of a claim's field, or `lines[1].<key>` for a line's
    record Refused(List<FieldProblem> problems) implements Received {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
