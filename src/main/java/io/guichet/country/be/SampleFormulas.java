package io.guichet.country.be;

import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sample formulas of `formules.txt`, with their conditions and tariffs.
final class SampleFormulas {

    private static final String SOURCE = "formules.txt";

    private SampleFormulas() {
    }

    /// Writes them unless they are there.
    ///
    /// @return rows written, by table; empty when they were there
    static Map<String, Long> load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet known = statement.executeQuery(
                "SELECT EXISTS (SELECT FROM be.formule WHERE code = 'HOSPI-COMFORT')")) {
            known.next();
            if (known.getBoolean(1)) {
                return Map.of();
            }
        }
        CopyLoad load = new CopyLoad(connection, read());
        load.flush();
        return load.written();
    }

    private static List<CopyTable> read() {
        try (InputStream stream = SampleFormulas.class.getResourceAsStream(SOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + SOURCE + " beside " + SampleFormulas.class.getName());
            }
            List<CopyTable> tables = new ArrayList<>();
            int columns = 0;
            for (String line : new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList()) {
                if (line.startsWith("[")) {
                    int end = line.indexOf(']');
                    tables.add(new CopyTable("be." + line.substring(1, end), line.substring(end + 1).strip()));
                    columns = line.split(",").length;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    tables.getLast().row(values(line, columns));
                }
            }
            return tables;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable Object[] values(String line, int columns) {
        String[] parts = line.split(",", -1);
        if (parts.length != columns) {
            throw new IllegalStateException(SOURCE + " has " + parts.length + " values where " + columns + " belong: " + line);
        }
        @Nullable Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = parts[i].isBlank() ? null : parts[i].strip();
        }
        return values;
    }
}
