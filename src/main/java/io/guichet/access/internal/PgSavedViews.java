package io.guichet.access.internal;

import io.guichet.access.SavedViews;
import io.guichet.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps saved views in the database, where row-level security keeps each person to their own.
public final class PgSavedViews implements SavedViews {

    private final Database database;

    public PgSavedViews(Database database) {
        this.database = database;
    }

    @Override
    public List<SavedView> of(String list) {
        return database.read(work -> work.sql(connection -> read(connection, list)));
    }

    private static List<SavedView> read(Connection connection, String list) throws SQLException {
        String sql = """
                SELECT v.name, q.key, q.value
                FROM access.saved_view v LEFT JOIN LATERAL jsonb_each_text(v.query) q ON true
                WHERE v.list = ? ORDER BY lower(v.name), v.name""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, list);
            Map<String, Map<String, String>> queries = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Map<String, String> query = queries.computeIfAbsent(row.getString(1), name -> new LinkedHashMap<>());
                    if (row.getString(2) != null) {
                        query.put(row.getString(2), row.getString(3));
                    }
                }
            }
            List<SavedView> views = new ArrayList<>();
            queries.forEach((name, query) -> views.add(new SavedView(name, query)));
            return List.copyOf(views);
        }
    }

    @Override
    public void keep(String list, SavedView view) {
        String sql = """
                INSERT INTO access.saved_view (list, name, query) VALUES (?, btrim(?), jsonb_object(?::text[], ?::text[]))
                ON CONFLICT (staff, list, name) DO UPDATE SET query = excluded.query""";
        List<Map.Entry<String, String>> query = List.copyOf(view.query().entrySet());
        database.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, list);
                statement.setString(2, view.name());
                statement.setArray(3, connection.createArrayOf("text", query.stream().map(Map.Entry::getKey).toArray()));
                statement.setArray(4, connection.createArrayOf("text", query.stream().map(Map.Entry::getValue).toArray()));
                return statement.executeUpdate();
            }
        }));
    }

    @Override
    public void forget(String list, String name) {
        database.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE FROM access.saved_view WHERE list = ? AND name = btrim(?)")) {
                statement.setString(1, list);
                statement.setString(2, name);
                return statement.executeUpdate();
            }
        }));
    }
}
