package io.guichet.country.sample;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into one table by `COPY`.
public final class CopyTable {

    private static final int FIRST = 1 << 13;

    private final String name;
    private final String copy;
    private Batch waiting = new Batch();
    private Batch spare = new Batch();
    private long written;

    /// Rows as `COPY` reads them.
    private static final class Batch {
        private byte[] bytes = new byte[FIRST];
        private int length;
        private long rows;

        void add(int b) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            bytes[length++] = (byte) b;
        }

        void add(byte[] more, int from, int to) {
            while (length + to - from > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            System.arraycopy(more, from, bytes, length, to - from);
            length += to - from;
        }
    }

    /// @param name    schema and table
    /// @param columns their names, separated by commas
    public CopyTable(String name, String columns) {
        this.name = name;
        this.copy = "COPY " + name + " (" + columns + ") FROM STDIN (ENCODING 'UTF8')";
    }

    /// Adds a row; values are written as their text, null as null.
    public void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                waiting.add('\t');
            }
            append(values[i]);
        }
        waiting.add('\n');
        waiting.rows++;
    }

    /// The table without its schema.
    public String table() {
        return name.substring(name.indexOf('.') + 1);
    }

    /// Rows in the database by now.
    public long written() {
        return written;
    }

    /// Puts the rows added so far aside for `write`; the next ones go into another buffer. The rows put aside before are
    /// written by then.
    void putAside() {
        Batch filled = waiting;
        waiting = spare;
        spare = filled;
    }

    /// Writes what was put aside.
    void write(Connection connection) throws SQLException {
        if (spare.rows == 0) {
            return;
        }
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            in.writeToCopy(spare.bytes, 0, spare.length);
            written += in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
        spare.length = 0;
        spare.rows = 0;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            waiting.add('\\');
            waiting.add('N');
            return;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        // what is escaped is ASCII, which is never part of another letter in UTF-8
        int copied = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\\' || bytes[i] >= 0 && bytes[i] < ' ') {
                int letter = escape(bytes[i]);
                if (letter != 0) {
                    waiting.add(bytes, copied, i);
                    waiting.add('\\');
                    waiting.add(letter);
                    copied = i + 1;
                }
            }
        }
        waiting.add(bytes, copied, bytes.length);
    }

    /// The letter that stands for such a byte behind a backslash, or 0 for one that stands for itself.
    private static int escape(byte one) {
        return switch (one) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
