package io.guichet.reimbursement.internal;

import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// SQL with arguments; a collection is an array of texts.
final class Calls {

    private Calls() {
    }

    /// Makes something of a row.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// All rows.
    static <T> List<T> list(UnitOfWork work, Row<T> row, String sql, @Nullable Object... arguments) {
        return work.sql(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, arguments);
                    ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        });
    }

    /// The first row, or empty when there is none.
    static <T> Optional<T> first(UnitOfWork work, Row<T> row, String sql, @Nullable Object... arguments) {
        List<T> found = list(work, row, sql, arguments);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /// What a function answers as text.
    static String text(UnitOfWork work, String sql, @Nullable Object... arguments) {
        return first(work, row -> String.valueOf(row.getString(1)), sql, arguments).orElseThrow();
    }

    /// Whether a function answers true.
    static boolean holds(UnitOfWork work, String sql, @Nullable Object... arguments) {
        return first(work, row -> row.getBoolean(1), sql, arguments).orElse(false);
    }

    /// The key that a function answers.
    static long key(UnitOfWork work, String sql, @Nullable Object... arguments) {
        return first(work, row -> row.getLong(1), sql, arguments).orElseThrow();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Collection<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.stream().map(String::valueOf).toArray()));
            } else {
                statement.setObject(i + 1, arguments[i]);
            }
        }
        return statement;
    }
}
