package io.guichet.access.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What this database is filled with: one row, written when it is filled for the first time.
public final class InstallationRecord {

    /// What a database holds.
    public enum Content {
        /// Nothing yet: nobody decided between sample and empty.
        UNDECIDED,
        /// Invented people; the sample staff may sign in.
        SAMPLE,
        /// Real work.
        OWN
    }

    private final Connection connection;

    public InstallationRecord(Connection connection) {
        this.connection = connection;
    }

    /// What this database was filled with.
    public Content content() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT sample FROM access.installation");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Content.UNDECIDED;
            }
            return row.getBoolean(1) ? Content.SAMPLE : Content.OWN;
        }
    }

    /// Records what it is filled with, once and for all. By the owner.
    public void fill(boolean sample) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO access.installation (sample) VALUES (?)")) {
            statement.setBoolean(1, sample);
            statement.execute();
        }
    }
}
