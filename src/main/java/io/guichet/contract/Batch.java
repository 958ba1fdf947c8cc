package io.guichet.contract;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.document.Paper;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of changes, read.
///
/// @param contract whose
/// @param kind     code of the kind of change
/// @param fileName without its folder
/// @param content  the bytes as they were read: attached when applied
/// @param rows     in the order of the file
/// @param demanded types of the documents that each row needs beside the file, which stands for the first one itself
/// @param papers   those of them that are there: attached to each row when applied
public record Batch(FileRef contract, String kind, String fileName, byte[] content, List<Row> rows, List<String> demanded,
                    List<Paper> papers) {

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
        demanded = List.copyOf(demanded);
        papers = List.copyOf(papers);
    }

    /// The paper of that type, or empty while nobody brought it.
    public Optional<Paper> paper(String type) {
        return papers.stream().filter(paper -> paper.type().equals(type)).findFirst();
    }

    /// Types of demanded documents that nobody brought yet: the batch is not applied without them.
    public List<String> missing() {
        return demanded.stream().filter(type -> paper(type).isEmpty()).toList();
    }

    /// The same with this paper, instead of another of its type.
    public Batch with(Paper paper) {
        List<Paper> all = new ArrayList<>(papers);
        all.removeIf(other -> other.type().equals(paper.type()));
        all.add(paper);
        return new Batch(contract, kind, fileName, content, rows, demanded, all);
    }
}
