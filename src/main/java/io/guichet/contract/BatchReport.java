package io.guichet.contract;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import java.util.List;
import java.util.Objects;

/// What a batch does, or did.
///
/// @param applied       whether it was applied; else it was a rehearsal
/// @param rows          by line
/// @param premiumBefore of the contract a month, taxes included, on the last day of its rows, today at the earliest
/// @param premiumAfter  of the contract a month, taxes included, on the last day of its rows, today at the earliest
/// @param wrongClaims   decided claims that it makes wrong
/// @param openClaims    undecided claims that it touches
public record BatchReport(boolean applied, List<RowReport> rows, Money premiumBefore, Money premiumAfter, int wrongClaims,
                          int openClaims) {

    /// What became of a row.
    ///
    /// @param line     its line in the file
    /// @param name     whom it is about, empty when that cannot be read
    /// @param problems why not; empty when it is, or would be, carried out
    public record RowReport(int line, String name, List<FieldProblem> problems) {
        public RowReport {
            Objects.requireNonNull(name);
            problems = List.copyOf(problems);
        }

        public boolean good() {
            return problems.isEmpty();
        }
    }

    public BatchReport {
        rows = List.copyOf(rows);
        Objects.requireNonNull(premiumBefore);
        Objects.requireNonNull(premiumAfter);
    }

    /// How many rows are, or would be, carried out.
    public long good() {
        return rows.stream().filter(RowReport::good).count();
    }
}
