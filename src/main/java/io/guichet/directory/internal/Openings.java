package io.guichet.directory.internal;

import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;

/// Opening and closing files in the database, which records it and lets health data be read meanwhile.
final class Openings {

    /// Whether there is such a file for the signed-in role; it is then open.
    boolean open(UnitOfWork work, FileRef file, String purpose) {
        return ask(work, "SELECT directory.open_file(?, ?, ?, ?)", file, List.of(purpose));
    }

    /// Whether the opening had not run out.
    boolean keep(UnitOfWork work, FileRef file) {
        return ask(work, "SELECT directory.keep_open(?, ?, ?)", file, List.of());
    }

    /// Whether the signed-in person has it open.
    boolean isOpen(UnitOfWork work, FileRef file) {
        return ask(work, "SELECT directory.has_open(?, ?, ?)", file, List.of());
    }

    void close(UnitOfWork work, FileRef file) {
        ask(work, "SELECT directory.close_file(?, ?, ?)", file, List.of());
    }

    void reveal(UnitOfWork work, FileRef file, String fieldKey) {
        ask(work, "SELECT directory.record_reveal(?, ?, ?, ?)", file, List.of(fieldKey));
    }

    private static boolean ask(UnitOfWork work, String sql, FileRef file, List<String> more) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, file.country().value());
                statement.setString(2, file.kind().code());
                statement.setString(3, file.reference());
                int place = 4;
                for (String argument : more) {
                    statement.setString(place++, argument);
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    Object answer = row.getObject(1);
                    return answer instanceof Boolean yes && yes;
                }
            }
        });
    }
}
