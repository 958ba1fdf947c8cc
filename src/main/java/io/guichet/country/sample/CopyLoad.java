package io.guichet.country.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Loads tables together, chunk by chunk.
///
/// Within a chunk the tables are written in the given order, and references between them are checked at its end: a
/// country lists its members last, so that the triggers publish each of them once, with all that is known.
public final class CopyLoad {

    private final Connection connection;
    private final List<CopyTable> tables;
    private @Nullable FutureTask<Void> behind;

    /// @param connection in a transaction
    /// @param tables     in the order they are written
    public CopyLoad(Connection connection, List<CopyTable> tables) {
        this.connection = connection;
        this.tables = List.copyOf(tables);
    }

    /// Writes what waits.
    public void flush() throws SQLException {
        await();
        tables.forEach(CopyTable::putAside);
        write();
    }

    /// Writes what waits while the caller makes the next chunk; a failure is told by the next call. The connection must
    /// not be used before `flush`, which is called at the end.
    public void flushBehind() throws SQLException {
        await();
        tables.forEach(CopyTable::putAside);
        FutureTask<Void> writing = new FutureTask<>(() -> {
            write();
            return null;
        });
        behind = writing;
        Thread.ofVirtual().name("guichet-copy").start(writing);
    }

    /// Rows written, by table without its schema.
    public Map<String, Long> written() {
        Map<String, Long> counts = new LinkedHashMap<>();
        tables.forEach(table -> counts.put(table.table(), table.written()));
        return counts;
    }

    private void await() throws SQLException {
        FutureTask<Void> writing = behind;
        if (writing == null) {
            return;
        }
        behind = null;
        try {
            writing.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while a chunk is written", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof SQLException refused ? refused : new SQLException(failed.getCause());
        }
    }

    private void write() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL DEFERRED");
            for (CopyTable table : tables) {
                table.write(connection);
            }
            // now, not at commit: the list of pending checks would grow with the load
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        }
    }
}
