package io.guichet.bootstrap.benchmark;

import io.guichet.platform.database.DatabaseAddress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// The rows of a database that were written since some moment, in files, to be copied into another.
final class RowsSince implements AutoCloseable {

    private static final double NANOS = 1e9;
    private static final int BUFFER = 1 << 16;

    private final List<Table> tables;

    /// @param columns of it, without those that the database makes
    /// @param key     columns that name a row, or empty
    private record Table(String name, String columns, String key, Path rows, long count) {
    }

    private RowsSince(List<Table> tables) {
        this.tables = tables;
    }

    /// This moment, as `read` takes it.
    static String now(Connection connection) throws SQLException {
        return text(connection, "SELECT pg_current_xact_id()::text").getFirst();
    }

    /// Reads what was written to any table since then, and not deleted again.
    static RowsSince read(SampleCopies copies, DatabaseAddress database, String since) throws SQLException, IOException {
        List<Table> tables = new ArrayList<>();
        try (Connection connection = copies.connect(database)) {
            for (String found : text(connection, """
                    SELECT concat_ws('|', format('%I.%I', n.nspname, c.relname),
                           (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
                           (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_index i
                            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
                            WHERE i.indrelid = c.oid AND i.indisprimary))
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1""")) {
                String[] parts = found.split("\\|", -1);
                Path file = Files.createTempFile("guichet", ".rows");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                    long count = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (SELECT " + parts[1] + " FROM " + parts[0]
                            + " WHERE xmin::text::bigint >= " + since + ") TO STDOUT (FORMAT binary)", out);
                    tables.add(new Table(parts[0], parts[1], parts.length > 2 ? parts[2] : "", file, count));
                }
            }
        }
        return new RowsSince(tables);
    }

    /// How many there are.
    long count() {
        return tables.stream().mapToLong(Table::count).sum();
    }

    /// Seconds that `COPY` of all of them takes, one table after the other, into a database as it was at that moment. Triggers
    /// and foreign keys are off; rows that were changed rather than added are taken out before, unmeasured.
    double copySeconds(SampleCopies copies, DatabaseAddress database) throws SQLException, IOException {
        try (Connection connection = copies.connect(database); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET session_replication_role = replica");
            for (Table table : tables) {
                if (table.count() > 0 && !table.key().isEmpty()) {
                    statement.execute("CREATE TEMPORARY TABLE guichet_rows ON COMMIT DROP AS SELECT " + table.columns() + " FROM " + table.name()
                            + " WHERE false");
                    copy(connection, "guichet_rows", table);
                    statement.execute("DELETE FROM " + table.name() + " WHERE (" + table.key() + ") IN (SELECT " + table.key() + " FROM guichet_rows)");
                    statement.execute("DROP TABLE guichet_rows");
                }
            }
            connection.commit();
            long start = System.nanoTime();
            for (Table table : tables) {
                if (table.count() > 0) {
                    copy(connection, table.name(), table);
                }
            }
            connection.commit();
            return (System.nanoTime() - start) / NANOS;
        }
    }

    private static void copy(Connection connection, String into, Table table) throws SQLException, IOException {
        try (InputStream rows = Files.newInputStream(table.rows())) {
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("COPY " + into + " (" + table.columns() + ") FROM STDIN (FORMAT binary)", rows, BUFFER);
        }
    }

    private static List<String> text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() throws IOException {
        for (Table table : tables) {
            Files.deleteIfExists(table.rows());
        }
    }
}
