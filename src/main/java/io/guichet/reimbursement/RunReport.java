package io.guichet.reimbursement;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a run does, or did.
///
/// @param run  its key; empty for a rehearsal
/// @param rows one for each claim, in the order they were carried out
public record RunReport(Optional<Long> run, List<Row> rows) {

    /// What became of a claim.
    ///
    /// @param claim  which
    /// @param number what people call it; its key when it is not known
    /// @param result what became of it
    /// @param why    why it was refused; empty when it was not
    /// @param before what we paid or were to pay
    /// @param after  what we pay then
    public record Row(FileRef claim, String number, Result result, Optional<UserMessage> why, Money before, Money after) {
        public Row {
            Objects.requireNonNull(claim);
            Objects.requireNonNull(number);
            Objects.requireNonNull(result);
            Objects.requireNonNull(why);
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
        }
    }

    /// What became of a claim. The label is `reimbursement.result.<NAME>`.
    public enum Result {
        DONE,
        /// Deciding again comes to the same: nothing was written.
        UNCHANGED,
        /// Nothing was written.
        REFUSED
    }

    public RunReport {
        Objects.requireNonNull(run);
        rows = List.copyOf(rows);
    }

    /// How many claims came to that.
    public long count(Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }

    /// What we pay for all of them before.
    public Money before() {
        return rows.stream().map(Row::before).reduce(Money.ZERO, Money::plus);
    }

    /// What we pay for all of them then.
    public Money after() {
        return rows.stream().map(Row::after).reduce(Money.ZERO, Money::plus);
    }
}
