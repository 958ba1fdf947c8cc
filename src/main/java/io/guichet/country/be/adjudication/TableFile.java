package io.guichet.country.be.adjudication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A file of tables that people read too: `[table] column, column` begins one, its rows follow, an empty value is none, and
/// `#` begins a remark.
public final class TableFile {

    /// A table.
    ///
    /// @param name    its name
    /// @param columns names of its columns
    /// @param rows    their values, in the order of the columns
    public record Table(String name, List<String> columns, List<List<@Nullable String>> rows) {
    }

    /// A row of a table, read by column.
    public record Row(Table table, List<@Nullable String> values) {

        /// A value, or null where there is none.
        ///
        /// @throws NoSuchElementException when the table has no such column
        public @Nullable String find(String column) {
            int index = table.columns().indexOf(column);
            if (index < 0) {
                throw new NoSuchElementException(table.name() + " has no column " + column);
            }
            return values.get(index);
        }

        /// A value that is there.
        ///
        /// @throws NoSuchElementException when it is not
        public String get(String column) {
            String value = find(column);
            if (value == null) {
                throw new NoSuchElementException(table.name() + " has no " + column + " in " + values);
            }
            return value;
        }
    }

    private TableFile() {
    }

    /// The tables of a resource, in their order; one name may stand there more than once.
    ///
    /// @param path absolute path on the class path
    /// @throws IllegalStateException when it is not there, or a row has too many or too few values
    public static List<Table> read(String path) {
        try (InputStream stream = TableFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + path);
            }
            List<Table> tables = new ArrayList<>();
            for (String line : new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList()) {
                if (line.startsWith("[")) {
                    int end = line.indexOf(']');
                    tables.add(new Table(line.substring(1, end), columns(line.substring(end + 1)), new ArrayList<>()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    tables.getLast().rows().add(values(line, tables.getLast(), path));
                }
            }
            return tables;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// All rows of the tables of that name.
    public static List<Row> rows(List<Table> tables, String name) {
        return tables.stream().filter(table -> table.name().equals(name))
                .flatMap(table -> table.rows().stream().map(values -> new Row(table, values))).toList();
    }

    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        for (String column : line.split(",")) {
            columns.add(column.strip());
        }
        return columns;
    }

    private static List<@Nullable String> values(String line, Table table, String path) {
        String[] parts = line.split(",", -1);
        if (parts.length != table.columns().size()) {
            throw new IllegalStateException(path + " has " + parts.length + " values where " + table.columns().size() + " belong: " + line);
        }
        List<@Nullable String> values = new ArrayList<>();
        for (String part : parts) {
            values.add(part.isBlank() ? null : part.strip());
        }
        return values;
    }
}
