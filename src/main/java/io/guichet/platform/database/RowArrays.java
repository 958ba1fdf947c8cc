package io.guichet.platform.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows that one statement takes as arrays, one for each column: `SELECT … FROM unnest(?, ?, …)`.
public final class RowArrays {

    private final List<String> types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /// @param types of the columns, as the database calls them: bigint, integer, text, boolean, date, uuid
    public RowArrays(String... types) {
        this.types = List.of(types);
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /// One value for each column.
    ///
    /// @throws IllegalArgumentException when there are more or fewer
    public void add(@Nullable Object... row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(row.length + " values for " + columns.size() + " columns");
        }
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    /// How many rows were added.
    public int rows() {
        return columns.getFirst().size();
    }

    /// Sets the columns as parameters.
    ///
    /// @param first number of the first column's parameter, from 1
    /// @return the number behind the last column's
    public int set(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(first + i, array(statement.getConnection(), types.get(i), columns.get(i)));
        }
        return first + columns.size();
    }

    private static Array array(Connection connection, String type, List<@Nullable Object> values) throws SQLException {
        // arrays of these classes go over in binary form
        return connection.createArrayOf(type, switch (type) {
            case "bigint" -> values.toArray(new Long[0]);
            case "integer" -> values.toArray(new Integer[0]);
            case "boolean" -> values.toArray(new Boolean[0]);
            default -> values.stream().map(value -> Objects.toString(value, null)).toArray(String[]::new);
        });
    }
}
