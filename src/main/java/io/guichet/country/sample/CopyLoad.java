package io.guichet.country.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Loads tables together, chunk by chunk.
///
/// Within a chunk the tables are written in the given order, and references between them are checked at its end: a
/// country lists its members last, so that the triggers publish each of them once, with all that is known.
public final class CopyLoad {

    private final Connection connection;
    private final List<CopyTable> tables;

    /// @param connection in a transaction
    /// @param tables     in the order they are written
    public CopyLoad(Connection connection, List<CopyTable> tables) {
        this.connection = connection;
        this.tables = List.copyOf(tables);
    }

    /// Writes what waits.
    public void flush() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL DEFERRED");
            for (CopyTable table : tables) {
                table.flush(connection);
            }
            // now, not at commit: the list of pending checks would grow with the load
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        }
    }

    /// Rows written, by table without its schema.
    public Map<String, Long> written() {
        Map<String, Long> counts = new LinkedHashMap<>();
        tables.forEach(table -> counts.put(table.table(), table.written()));
        return counts;
    }
}
