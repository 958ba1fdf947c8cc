package io.guichet.contract.internal;

import io.guichet.contract.Batch;
import io.guichet.document.FileNames;
import io.guichet.document.Paper;
import io.guichet.platform.database.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/// The file of a batch and the papers beside it, in the database once, to be attached to each amendment of the batch.
final class BatchPapers {

    private static final String FILE_TYPE = "batchFile";
    private static final String MEDIA_TYPE = "text/csv";

    /// A paper, and the name under which the database holds its content.
    private record Held(long content, Paper paper) {
    }

    private final List<Held> held;

    private BatchPapers(List<Held> held) {
        this.held = held;
    }

    /// Brings the contents into the database.
    ///
    /// @param documents what the kind of change asks for: the file stands for the first
    static BatchPapers hold(UnitOfWork work, Batch batch, List<String> documents) {
        List<Paper> papers = new ArrayList<>();
        papers.add(new Paper(documents.isEmpty() ? FILE_TYPE : documents.getFirst(), FileNames.clean(batch.fileName()),
                MEDIA_TYPE, batch.content()));
        papers.addAll(batch.papers());
        return new BatchPapers(papers.stream().map(paper -> new Held(hold(work, paper.content()), paper)).toList());
    }

    private static long hold(UnitOfWork work, byte[] content) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT document.hold(?)")) {
                statement.setBytes(1, content);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// Attaches all of them to this amendment.
    void attach(UnitOfWork work, String country, long amendment) {
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT document.attach_held(?, ?, 'amendment', ?, ?, ?, ?)")) {
                for (Held each : held) {
                    statement.setLong(1, each.content());
                    statement.setString(2, country);
                    statement.setString(3, Long.toString(amendment));
                    statement.setString(4, each.paper().type());
                    statement.setString(5, each.paper().name());
                    statement.setString(6, each.paper().mediaType());
                    statement.execute();
                }
                return held.size();
            }
        });
    }
}
