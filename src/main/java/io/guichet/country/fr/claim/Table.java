package io.guichet.country.fr.claim;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows that a function takes as arrays, one for each column.
final class Table {

    private final List<String> types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /// @param types of the columns, as the database calls them: bigint, integer, text, boolean, date
    Table(String... types) {
        this.types = List.of(types);
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /// One value for each column; days are written as they are.
    void add(@Nullable Object... row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(row.length + " values for " + columns.size() + " columns");
        }
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    int rows() {
        return columns.getFirst().size();
    }

    /// The columns as arguments of a call, between others.
    ///
    /// @param others come first; arrays of Java become arrays of the database already
    @Nullable Object[] arguments(Connection connection, @Nullable Object... others) throws SQLException {
        @Nullable Object[] arguments = Arrays.copyOf(others, others.length + columns.size());
        for (int i = 0; i < columns.size(); i++) {
            arguments[others.length + i] = array(connection, types.get(i), columns.get(i));
        }
        return arguments;
    }

    /// One column alone.
    static Array array(Connection connection, String type, List<@Nullable Object> values) throws SQLException {
        // arrays of these classes go over in binary form
        return connection.createArrayOf(type, switch (type) {
            case "bigint" -> values.toArray(new Long[0]);
            case "integer" -> values.toArray(new Integer[0]);
            case "boolean" -> values.toArray(new Boolean[0]);
            default -> values.stream().map(value -> Objects.toString(value, null)).toArray(String[]::new);
        });
    }
}
