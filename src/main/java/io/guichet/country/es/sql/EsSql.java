package io.guichet.country.es.sql;

import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Statements of this country, without ceremony.
public final class EsSql {

    private EsSql() {
    }

    /// How a row is read.
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// All rows of a query.
    public static <T> List<T> list(UnitOfWork work, String sql, Reader<T> reader, @Nullable Object... arguments) {
        return work.sql(connection -> list(connection, sql, reader, arguments));
    }

    /// All rows of a query.
    public static <T> List<T> list(Connection connection, String sql, Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments); ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    /// The first row of a query.
    public static <T> Optional<T> first(Connection connection, String sql, Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        return list(connection, sql, reader, arguments).stream().findFirst();
    }

    /// Writes.
    ///
    /// @return how many rows
    public static int update(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /// A day that is there.
    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /// A day, or null.
    public static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /// A key that is there.
    public static UUID key(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /// An amount of euros that is there.
    public static Money euros(ResultSet row, String column) throws SQLException {
        return Money.euros(cents(row.getBigDecimal(column)));
    }

    /// Two decimals as whole cents; the tables keep no finer amounts.
    public static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    /// The key that a reference stands for, or empty when it cannot be one.
    public static Optional<UUID> key(String reference) {
        try {
            return Optional.of(UUID.fromString(reference)).filter(key -> key.toString().equals(reference));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
