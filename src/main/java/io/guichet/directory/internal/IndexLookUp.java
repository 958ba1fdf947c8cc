package io.guichet.directory.internal;

import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/// The least any row of the index costs the server: found by its key, no search at all. A benchmark holds the search
/// against it.
public final class IndexLookUp {

    private static final long NANOS_PER_MICRO = 1_000;

    private IndexLookUp() {
    }

    /// What the server took to find `file`, in nanoseconds; 0 when it is not there.
    public static long nanos(Database database, FileRef file) {
        return database.read(work -> work.sql(connection -> {
            String sql = """
                    SELECT (extract(epoch FROM clock_timestamp() - statement_timestamp()) * 1000000)::bigint, label
                    FROM directory.entry WHERE country = ? AND kind = ? AND reference = ?""";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, file.country().value());
                statement.setString(2, file.kind().code());
                statement.setString(3, file.reference());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getLong(1) * NANOS_PER_MICRO : 0L;
                }
            }
        }));
    }
}
