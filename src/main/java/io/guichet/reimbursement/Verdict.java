package io.guichet.reimbursement;

import io.guichet.country.claim.Adjustment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// What a person decides of a claim.
public sealed interface Verdict {

    /// As the rules say.
    record Approve() implements Verdict {
    }

    /// As the rules say, but for some lines.
    ///
    /// @param lines one at least, each with its reason, one of `Decisions.adjustments`
    record Adjust(List<Adjustment> lines) implements Verdict {
        public Adjust {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("nothing is adjusted");
            }
        }
    }

    /// Nothing is paid.
    ///
    /// @param reason coded, one of the country's `rejections`
    /// @param note   for colleagues; may be empty
    record Reject(String reason, String note) implements Verdict {
        public Reject {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(note);
        }
    }

    /// Not before a document is here. The claim waits until it is, or until the day is over.
    ///
    /// @param document code, one of the country's `ClaimForm.documents`
    /// @param until    by when it should be here: after today, within a year
    /// @param note     what is asked, in words; may be empty
    record Ask(String document, LocalDate until, String note) implements Verdict {
        public Ask {
            Objects.requireNonNull(document);
            Objects.requireNonNull(until);
            Objects.requireNonNull(note);
        }
    }
}
