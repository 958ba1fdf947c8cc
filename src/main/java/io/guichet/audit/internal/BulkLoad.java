package io.guichet.audit.internal;

import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// A load by the owner of the database in which the trail keeps one line a table, not one a row.
public final class BulkLoad {

    private final Connection owner;

    private BulkLoad(Connection owner) {
        this.owner = owner;
    }

    /// Silences the triggers of the trail until the transaction of `owner` ends; they only listen to the owner.
    public static BulkLoad begin(Connection owner) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("SELECT set_config('guichet.seeding', 'on', true)")) {
            statement.execute();
        }
        return new BulkLoad(owner);
    }

    /// Writes the line of one table.
    public void record(CountryCode country, String table, long rows) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("SELECT audit.record_load(?, ?, ?)")) {
            statement.setString(1, country.value());
            statement.setString(2, table);
            statement.setLong(3, rows);
            statement.execute();
        }
    }
}
