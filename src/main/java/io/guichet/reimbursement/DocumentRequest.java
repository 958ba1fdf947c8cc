package io.guichet.reimbursement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A document that was asked for.
///
/// @param document code; the label is `document.type.<code>`
/// @param note     what was asked, in words; may be empty
/// @param by       who asked
/// @param at       when
/// @param until    by when it should be here
/// @param answered when somebody said that it is here, null while it is not
public record DocumentRequest(String document, String note, String by, Instant at, LocalDate until, @Nullable Instant answered) {

    public DocumentRequest {
        Objects.requireNonNull(document);
        Objects.requireNonNull(note);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        Objects.requireNonNull(until);
    }
}
