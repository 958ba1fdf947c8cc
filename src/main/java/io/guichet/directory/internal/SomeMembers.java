package io.guichet.directory.internal;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Members drawn from all over the index, the same each time: what a benchmark opens.
public final class SomeMembers {

    private static final int PAGES_READ_PERCENT = 100;

    private SomeMembers() {
    }

    /// At most `count` members of all countries that the signed-in role may see.
    public static List<FileRef> of(Database database, int count) {
        return database.read(work -> work.sql(connection -> draw(connection, count)));
    }

    private static List<FileRef> draw(Connection connection, int count) throws SQLException {
        // Enough pages for ten times as many rows as are wanted, spread over the whole table.
        String sql = """
                SELECT country, reference
                FROM directory.entry TABLESAMPLE SYSTEM (
                    least(?, (SELECT 1000.0 * ? / greatest(1, reltuples) FROM pg_class
                              WHERE oid = 'directory.entry'::regclass))) REPEATABLE (1)
                WHERE kind = 'member' ORDER BY hashtext(reference), country, reference LIMIT ?""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, PAGES_READ_PERCENT);
            statement.setInt(2, count);
            statement.setInt(3, count);
            try (ResultSet row = statement.executeQuery()) {
                List<FileRef> members = new ArrayList<>();
                while (row.next()) {
                    members.add(new FileRef(new CountryCode(row.getString(1)), FileKind.MEMBER, row.getString(2)));
                }
                return members;
            }
        }
    }
}
