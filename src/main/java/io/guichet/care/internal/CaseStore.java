package io.guichet.care.internal;

import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow;
import io.guichet.care.OpenCase;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The SQL of cases.
final class CaseStore {

    private static final String PURPOSE = "case";
    private static final String ROW = """
            SELECT number, country, member, topic, channel, title, state, assignee, opened_at, closed_at, version,
                   access.is_any('care_agent', 'operations', 'operations_lead') AS editable
            FROM care.member_case""";

    List<CaseRow> of(UnitOfWork work, FileRef member, int limit) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    ROW + " WHERE country = ? AND member = ? ORDER BY state = 'CLOSED', number DESC LIMIT ?")) {
                statement.setString(1, member.country().value());
                statement.setString(2, member.reference());
                statement.setInt(3, limit);
                try (ResultSet row = statement.executeQuery()) {
                    List<CaseRow> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(row(row));
                    }
                    return rows;
                }
            }
        });
    }

    Optional<CaseDetails> find(UnitOfWork work, FileRef file) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ROW + " WHERE country = ? AND number = ?")) {
                set(statement, 1, file);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new CaseDetails(row(row), row.getLong("version"), notes(connection, file),
                                    row.getBoolean("editable")))
                            : Optional.<CaseDetails>empty();
                }
            }
        });
    }

    FileRef insert(UnitOfWork work, OpenCase command) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO care.member_case (country, member, topic, channel, title) VALUES (?, ?, ?, ?, ?)
                    RETURNING number""")) {
                statement.setString(1, command.member().country().value());
                statement.setString(2, command.member().reference());
                statement.setString(3, command.topic());
                statement.setString(4, command.channel().name());
                statement.setString(5, command.title());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new FileRef(command.member().country(), FileKind.CASE, row.getString(1));
                }
            }
        });
    }

    void note(UnitOfWork work, FileRef file, String text, boolean answer) {
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO care.note (country, number, text, answer) VALUES (?, ?, ?, ?)")) {
                set(statement, 1, file);
                statement.setString(3, text);
                statement.setBoolean(4, answer);
                return statement.executeUpdate();
            }
        });
    }

    /// Whether the case still had that version.
    boolean move(UnitOfWork work, FileRef file, long version, CaseRow.State state) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE care.member_case SET state = ?, version = version + 1
                    WHERE country = ? AND number = ? AND version = ?""")) {
                statement.setString(1, state.name());
                set(statement, 2, file);
                statement.setLong(4, version);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /// Whether the case still had that version.
    boolean take(UnitOfWork work, FileRef file, long version) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE care.member_case SET assignee = session_user, version = version + 1
                    WHERE country = ? AND number = ? AND version = ?""")) {
                set(statement, 1, file);
                statement.setLong(3, version);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /// Whether there is such a case for the signed-in role; it is then open.
    boolean open(UnitOfWork work, FileRef file) {
        return ask(work, "SELECT directory.open_file(?, 'case', ?, '" + PURPOSE + "')", file);
    }

    /// Whether the opening had not run out.
    boolean keep(UnitOfWork work, FileRef file) {
        return ask(work, "SELECT directory.keep_open(?, 'case', ?)", file);
    }

    /// Whether the member's file is open, by whichever window of this person.
    boolean isOpen(UnitOfWork work, FileRef member) {
        return ask(work, "SELECT directory.has_open(?, 'member', ?)", member);
    }

    void close(UnitOfWork work, FileRef file) {
        ask(work, "SELECT directory.close_file(?, 'case', ?)", file);
    }

    private static boolean ask(UnitOfWork work, String sql, FileRef file) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, file.country().value());
                statement.setString(2, file.reference());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getObject(1) instanceof Boolean yes && yes;
                }
            }
        });
    }

    /// The thread is read whole: people read it from its beginning, and it is never long.
    private static List<CaseDetails.Note> notes(Connection connection, FileRef file) throws SQLException {
        List<CaseDetails.Note> notes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT text, answer, written_by, written_at FROM care.note WHERE country = ? AND number = ? ORDER BY id")) {
            set(statement, 1, file);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    notes.add(new CaseDetails.Note(row.getString(1), row.getBoolean(2), row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return notes;
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        CountryCode country = new CountryCode(row.getString("country"));
        String number = row.getString("number");
        return new CaseRow(new FileRef(country, FileKind.CASE, number), number,
                new FileRef(country, FileKind.MEMBER, row.getString("member")), row.getString("topic"),
                CaseRow.Channel.valueOf(row.getString("channel")), row.getString("title"),
                CaseRow.State.valueOf(row.getString("state")), row.getString("assignee"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /// A reference that is no number names no case.
    private static void set(PreparedStatement statement, int place, FileRef file) throws SQLException {
        statement.setString(place, file.country().value());
        long number = file.reference().matches("\\d{1,18}") ? Long.parseLong(file.reference()) : -1;
        statement.setLong(place + 1, number);
    }
}
