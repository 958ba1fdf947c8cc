package io.guichet.country.be.table;

import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements of this country's tables, and how their values become those of the program.
public final class Rows {

    /// Makes something of one row.
    @FunctionalInterface
    public interface Reader<T> {
        /// What that row says.
        T read(ResultSet row) throws SQLException;
    }

    private Rows() {
    }

    /// All rows.
    public static <T> List<T> list(UnitOfWork work, String sql, Reader<T> reader, @Nullable Object... arguments) {
        return work.sql(connection -> list(connection, sql, reader, arguments));
    }

    /// All rows.
    public static <T> List<T> list(Connection connection, String sql, Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments); ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        }
    }

    /// The first row, or empty when there is none.
    public static <T> Optional<T> first(UnitOfWork work, String sql, Reader<T> reader, @Nullable Object... arguments) {
        return list(work, sql, reader, arguments).stream().findFirst();
    }

    /// The first row, or empty when there is none.
    public static <T> Optional<T> first(Connection connection, String sql, Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        return list(connection, sql, reader, arguments).stream().findFirst();
    }

    /// Writes.
    ///
    /// @return how many rows
    public static int write(UnitOfWork work, String sql, @Nullable Object... arguments) {
        return work.sql(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, arguments)) {
                return statement.executeUpdate();
            }
        });
    }

    /// Writes.
    public static void write(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments)) {
            statement.executeUpdate();
        }
    }

    /// A day, or null.
    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /// A day that cannot be missing.
    public static LocalDate knownDay(ResultSet row, String column) throws SQLException {
        LocalDate day = day(row, column);
        if (day == null) {
            throw new SQLException(column + " is null");
        }
        return day;
    }

    /// An amount in `numeric(10,2)`.
    public static Money money(ResultSet row, String column) throws SQLException {
        return Money.euros(cents(row, column));
    }

    /// Hundredths: cents of an amount, hundredths of a percentage.
    public static long cents(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).movePointRight(2).longValueExact();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException refused) {
            statement.close();
            throw refused;
        }
    }
}
