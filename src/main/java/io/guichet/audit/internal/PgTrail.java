package io.guichet.audit.internal;

import io.guichet.audit.Trail;
import io.guichet.audit.TrailRow;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Reads `audit.changes_of`, which checks the rights and guards health data.
public final class PgTrail implements Trail {

    @Override
    public List<TrailRow> of(UnitOfWork work, FileRef file, long afterVersion, int limit) {
        return work.sql(connection -> read(connection, file, afterVersion, limit));
    }

    private static List<TrailRow> read(Connection connection, FileRef file, long afterVersion, int limit)
            throws SQLException {
        String sql = "SELECT source, before, after, version, staff, at FROM audit.changes_of(?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.country().value());
            statement.setString(2, file.kind().code());
            statement.setString(3, file.reference());
            statement.setLong(4, afterVersion);
            statement.setInt(5, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<TrailRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new TrailRow(file, row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
                            row.getString(5), row.getObject(6, OffsetDateTime.class).toInstant()));
                }
                return rows;
            }
        }
    }
}
