package io.guichet.reimbursement.internal;

import io.guichet.country.claim.Adjustment;
import io.guichet.kernel.Outcome;
import io.guichet.reimbursement.Verdict;
import java.util.List;
import java.util.Optional;

/// What people add to a decision in words. Checked before anything is announced: the database refuses what is too long as it
/// refuses what a colleague overtook, and that sentence would help nobody who typed.
final class Notes {

    /// In characters as the database counts them, as long as `reimbursement.deciding` keeps.
    static final int LONGEST = 2_000;
    /// Of one line, in characters.
    static final int LONGEST_OF_LINE = 500;

    private static final String FIELD = "note";

    private Notes() {
    }

    /// Why a verdict is not taken for its notes; empty when they fit.
    static <T> Optional<Outcome<T>> refused(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Approve() -> Optional.empty();
            case Verdict.Adjust(List<Adjustment> lines) -> refused(lines);
            case Verdict.Reject reject -> refused(reject.note());
            case Verdict.Ask ask -> refused(ask.note());
        };
    }

    /// The same of lines: at `lines[n].note`.
    static <T> Optional<Outcome<T>> refused(List<Adjustment> lines) {
        return lines.stream()
                .flatMap(line -> Notes.<T>refused("lines[" + line.line() + "]." + FIELD, line.note(), LONGEST_OF_LINE).stream())
                .findFirst();
    }

    /// The same of a note of its own: at `note`.
    static <T> Optional<Outcome<T>> refused(String note) {
        return refused(FIELD, note, LONGEST);
    }

    private static <T> Optional<Outcome<T>> refused(String field, String note, int most) {
        int length = note.codePointCount(0, note.length());
        return length <= most ? Optional.empty()
                : Optional.of(Refusals.invalid(field, "reimbursement.error.noteLong", length, most));
    }
}
