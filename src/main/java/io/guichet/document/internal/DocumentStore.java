package io.guichet.document.internal;

import io.guichet.document.DocumentRow;
import io.guichet.document.Paper;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of documents.
final class DocumentStore {

    private static final String NO_FILE = "23503";
    private static final String ROW =
            "SELECT id, country, kind, reference, type, name, media_type, size, attached_by, attached_at FROM document.document";

    List<DocumentRow> of(UnitOfWork work, FileRef file, int limit) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ROW
                    + " WHERE country = ? AND kind = ? AND reference = ? AND removed_at IS NULL ORDER BY id DESC LIMIT ?")) {
                set(statement, file);
                statement.setInt(4, limit);
                return rows(statement);
            }
        });
    }

    Optional<DocumentRow> find(UnitOfWork work, long id) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ROW + " WHERE id = ?")) {
                statement.setLong(1, id);
                return rows(statement).stream().findFirst();
            }
        });
    }

    /// The new document, or empty when the file has this content already.
    Optional<Long> attach(UnitOfWork work, FileRef file, Paper paper) {
        return work.sql(connection -> {
            try (PreparedStatement statement =
                         connection.prepareStatement("SELECT document.attach(?, ?, ?, ?, ?, ?, ?)")) {
                set(statement, file);
                statement.setString(4, paper.type());
                statement.setString(5, paper.name());
                statement.setString(6, paper.mediaType());
                statement.setBytes(7, paper.content());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject(1, Long.class));
                }
            }
        });
    }

    /// Whether the database refused because there is no such file to attach to.
    static boolean isLost(DatabaseFailure failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && NO_FILE.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /// The name of the document that has this content.
    Optional<String> sameContent(UnitOfWork work, FileRef file, byte[] content) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT name FROM document.document
                    WHERE country = ? AND kind = ? AND reference = ? AND sha256 = ? AND removed_at IS NULL""")) {
                set(statement, file);
                statement.setBytes(4, sha256(content));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
                }
            }
        });
    }

    /// Whether the signed-in role may know what the file has: health data only while it is open.
    boolean mayRead(UnitOfWork work, FileRef file) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT document.may_read(?, ?, ?)")) {
                set(statement, file);
                return isTrue(statement);
            }
        });
    }

    boolean reveal(UnitOfWork work, long id) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT document.reveal(?)")) {
                statement.setLong(1, id);
                return isTrue(statement);
            }
        });
    }

    /// The content, or empty when there is none for the signed-in role.
    Optional<byte[]> content(UnitOfWork work, long id) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT c.content FROM document.document d JOIN document.content c ON c.id = d.content WHERE d.id = ?")) {
                statement.setLong(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.<byte[]>empty();
                }
            }
        });
    }

    boolean remove(UnitOfWork work, long id, String reason) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT document.remove(?, ?)")) {
                statement.setLong(1, id);
                statement.setString(2, reason);
                return isTrue(statement);
            }
        });
    }

    private static void set(PreparedStatement statement, FileRef file) throws SQLException {
        statement.setString(1, file.country().value());
        statement.setString(2, file.kind().code());
        statement.setString(3, file.reference());
    }

    private static boolean isTrue(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static List<DocumentRow> rows(PreparedStatement statement) throws SQLException {
        List<DocumentRow> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String kind = row.getString("kind");
                FileRef file = new FileRef(new CountryCode(row.getString("country")),
                        FileKind.ofCode(kind).orElseThrow(() -> new SQLException("unknown kind " + kind)),
                        row.getString("reference"));
                rows.add(new DocumentRow(row.getLong("id"), file, row.getString("type"), row.getString("name"),
                        row.getString("media_type"), row.getLong("size"), row.getString("attached_by"),
                        row.getObject("attached_at", OffsetDateTime.class).toInstant()));
            }
        }
        return rows;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
