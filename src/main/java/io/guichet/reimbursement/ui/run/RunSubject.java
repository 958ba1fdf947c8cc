package io.guichet.reimbursement.ui.run;

import io.guichet.country.claim.CareTouched;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.reimbursement.WorkFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// What a run is about.
public sealed interface RunSubject {

    /// All claims of the queue that match.
    record Matching(WorkFilter filter) implements RunSubject {
        public Matching {
            Objects.requireNonNull(filter);
        }
    }

    /// These claims.
    record Chosen(List<FileRef> claims) implements RunSubject {
        public Chosen {
            claims = List.copyOf(claims);
        }
    }

    /// Decided claims that a retroactive amendment made wrong.
    record MadeWrong() implements RunSubject {
    }

    /// Claims of a country that were decided here in a time.
    ///
    /// @param to the last day
    record DecidedBetween(CountryCode country, LocalDate from, LocalDate to) implements RunSubject {
        public DecidedBetween {
            Objects.requireNonNull(country);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }
    }

    /// Decided claims of a country, wherever they were decided, with care that a changed tariff touches.
    record Touched(CountryCode country, CareTouched care) implements RunSubject {
        public Touched {
            Objects.requireNonNull(country);
            Objects.requireNonNull(care);
        }
    }

    /// Whether these claims are decided already: they can only be decided again.
    default boolean decided() {
        return this instanceof MadeWrong || this instanceof DecidedBetween || this instanceof Touched;
    }
}
