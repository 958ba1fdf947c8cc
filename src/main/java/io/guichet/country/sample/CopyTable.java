package io.guichet.country.sample;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows on their way into one table by `COPY`.
public final class CopyTable {

    private final String name;
    private final String copy;
    private final StringBuilder rows = new StringBuilder();
    private long waiting;
    private long written;

    /// @param name    schema and table
    /// @param columns their names, separated by commas
    public CopyTable(String name, String columns) {
        this.name = name;
        this.copy = "COPY " + name + " (" + columns + ") FROM STDIN";
    }

    /// Adds a row; values are written as their text, null as null.
    public void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
        waiting++;
    }

    /// The table without its schema.
    public String table() {
        return name.substring(name.indexOf('.') + 1);
    }

    /// Rows in the database by now.
    public long written() {
        return written;
    }

    void flush(Connection connection) throws SQLException {
        if (waiting == 0) {
            return;
        }
        try {
            written += connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(rows.toString()));
        } catch (IOException failure) {
            throw new SQLException("COPY into " + name + " broke off", failure);
        }
        rows.setLength(0);
        waiting = 0;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
