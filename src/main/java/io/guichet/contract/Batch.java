package io.guichet.contract;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file of changes, read.
///
/// @param contract whose
/// @param kind     code of the kind of change
/// @param fileName without its folder
/// @param content  the bytes as they were read: attached when applied
/// @param rows     in the order of the file
public record Batch(FileRef contract, String kind, String fileName, byte[] content, List<Row> rows) {

    /// A row of the file. Does not print what it holds.
    ///
    /// @param line     its line, the header's is 1
    /// @param order    what it asks for, null when it cannot be read
    /// @param problems what cannot be read, by field
    public record Row(int line, @Nullable AmendmentOrder order, List<FieldProblem> problems) {
        public Row {
            problems = List.copyOf(problems);
        }
    }

    public Batch {
        Objects.requireNonNull(contract);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(fileName);
        rows = List.copyOf(rows);
    }
}
