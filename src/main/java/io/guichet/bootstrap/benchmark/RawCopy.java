package io.guichet.bootstrap.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/// What the server needs at least to take rows in: `COPY` of their bytes into tables of the same columns that have no
/// index, constraint or trigger, one after the other.
public final class RawCopy {

    /// Of larger tables the first rows are copied, and the time is that of all at the same speed.
    private static final int MOST = 200_000;
    private static final double NANOS = 1e9;

    private final Connection owner;

    /// @param owner a superuser, in a transaction that the caller rolls back
    public RawCopy(Connection owner) {
        this.owner = owner;
    }

    /// Seconds for `rows` rows of each table.
    ///
    /// @param tables rows by table with its schema
    public double seconds(Map<String, Long> tables) throws SQLException, IOException {
        double seconds = 0;
        for (Map.Entry<String, Long> table : tables.entrySet()) {
            seconds += seconds(table.getKey(), table.getValue());
        }
        return seconds;
    }

    private double seconds(String table, long rows) throws SQLException, IOException {
        CopyManager copies = owner.unwrap(PGConnection.class).getCopyAPI();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long taken = copies.copyOut("COPY (SELECT * FROM " + table + " LIMIT " + MOST + ") TO STDOUT", bytes);
        if (taken == 0) {
            return 0;
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE public.guichet_raw AS SELECT * FROM " + table + " WHERE false");
        }
        byte[] content = bytes.toByteArray();
        long start = System.nanoTime();
        CopyIn in = copies.copyIn("COPY public.guichet_raw FROM STDIN");
        in.writeToCopy(content, 0, content.length);
        in.endCopy();
        double seconds = (System.nanoTime() - start) / NANOS;
        try (Statement statement = owner.createStatement()) {
            statement.execute("DROP TABLE public.guichet_raw");
        }
        return seconds * rows / taken;
    }
}
