package io.guichet.contract.internal;

import io.guichet.contract.AmendmentRow;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads and writes amendments. What the signed-in role may not see is not there; what it may not do, the database
/// refuses.
final class AmendmentStore {

    private static final String COLUMNS = """
            SELECT a.number, a.country, a.contract, coalesce(contract.number_of(a.country, a.contract), a.contract) AS called,
                   a.kind, a.effective, a.subject, a.stranger, a.note, a.state, a.newcomer, a.reason, a.touched_by,
                   a.touched_at, a.version,
                   ARRAY(SELECT key FROM jsonb_each_text(a.fields) ORDER BY key) AS keys,
                   ARRAY(SELECT value FROM jsonb_each_text(a.fields) ORDER BY key) AS held
            FROM contract.amendment a
            """;

    private AmendmentStore() {
    }

    /// The number of an amendment's file, or empty when it is the name of no amendment.
    static Optional<Long> number(FileRef amendment) {
        return amendment.reference().matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(amendment.reference())) : Optional.empty();
    }

    static Optional<StoredAmendment> find(UnitOfWork work, CountryCode country, long number) {
        return list(work, COLUMNS + "WHERE a.number = ? AND a.country = ?", number, country.value()).stream().findFirst();
    }

    /// The same, kept from others until the transaction ends when it is a draft.
    static Optional<StoredAmendment> lock(UnitOfWork work, CountryCode country, long number) {
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT FROM contract.amendment WHERE number = ? FOR UPDATE")) {
                statement.setLong(1, number);
                return statement.execute();
            }
        });
        return find(work, country, number);
    }

    static List<StoredAmendment> of(UnitOfWork work, FileRef file, int limit) {
        return list(work, COLUMNS + """
                WHERE a.number IN (SELECT n FROM contract.amendments_of(?, ?, ?, ?) n) ORDER BY a.number DESC""",
                file.country().value(), file.kind().code(), file.reference(), limit);
    }

    static List<StoredAmendment> drafts(UnitOfWork work, int limit) {
        return list(work, COLUMNS + "WHERE a.state = 'DRAFT' ORDER BY a.touched_at DESC LIMIT ?", limit);
    }

    private static List<StoredAmendment> list(UnitOfWork work, String sql, Object... arguments) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                List<StoredAmendment> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(amendment(row));
                    }
                }
                return found;
            }
        });
    }

    private static StoredAmendment amendment(ResultSet row) throws SQLException {
        return new StoredAmendment(row.getLong("number"), new CountryCode(row.getString("country")),
                row.getString("contract"), row.getString("called"), row.getString("kind"),
                row.getObject("effective", LocalDate.class), row.getString("subject"), row.getBoolean("stranger"),
                values(row.getArray("keys"), row.getArray("held")), row.getString("note"),
                AmendmentRow.State.valueOf(row.getString("state")), row.getString("newcomer"), row.getString("reason"),
                row.getString("touched_by"), row.getObject("touched_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static FieldValues values(Array keys, Array held) throws SQLException {
        Object[] names = (Object[]) keys.getArray();
        Object[] values = (Object[]) held.getArray();
        Map<String, @Nullable String> read = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            read.put((String) names[i], (String) values[i]);
        }
        return FieldValues.of(read);
    }

    /// Begins a draft.
    ///
    /// @param batch the file it came in, null for a draft of its own
    static long insert(UnitOfWork work, CountryCode country, AmendmentOrder order, String note, @Nullable UUID batch) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO contract.amendment (kind, effective, subject, stranger, fields, note, country, contract, batch)
                    VALUES (?, ?, ?, ?, jsonb_object(?::text[], ?::text[]), ?, ?, ?, ?) RETURNING number""")) {
                fill(connection, statement, order, note);
                statement.setString(8, country.value());
                statement.setString(9, order.contract());
                statement.setObject(10, batch);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// Writes over a draft; false when it is none any more, or has another version.
    static boolean update(UnitOfWork work, long number, long version, AmendmentOrder order, String note) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE contract.amendment
                    SET kind = ?, effective = ?, subject = ?, stranger = ?, fields = jsonb_object(?::text[], ?::text[]),
                        note = ?, version = version + 1
                    WHERE number = ? AND version = ? AND contract = ? AND state = 'DRAFT'""")) {
                fill(connection, statement, order, note);
                statement.setLong(8, number);
                statement.setLong(9, version);
                statement.setString(10, order.contract());
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static void fill(Connection connection, PreparedStatement statement, AmendmentOrder order, String note)
            throws SQLException {
        SortedMap<String, String> values = order.values().asMap();
        FileRef subject = order.subject();
        statement.setString(1, order.kind());
        statement.setObject(2, order.effective());
        statement.setString(3, subject == null ? null : subject.reference());
        statement.setBoolean(4, order.stranger());
        statement.setArray(5, connection.createArrayOf("text", values.keySet().toArray()));
        statement.setArray(6, connection.createArrayOf("text", values.values().toArray()));
        statement.setString(7, note);
    }

    static void begin(UnitOfWork work, long number, boolean rehearsal) {
        call(work, "SELECT contract.begin(?, ?)", number, rehearsal);
    }

    /// Ends what was begun.
    ///
    /// @return whether it changed anything
    static boolean finish(UnitOfWork work, long number, @Nullable String newcomer) {
        return (Boolean) call(work, "SELECT contract.finish(?, ?)", number, newcomer);
    }

    static boolean discard(UnitOfWork work, long number) {
        return (Boolean) call(work, "SELECT contract.discard(?)", number);
    }

    /// Whether it changed who is covered, or by what.
    static boolean coverChanged(UnitOfWork work, long number) {
        return (Boolean) call(work, "SELECT contract.cover_changed(?)", number);
    }

    static List<String> missingDocuments(UnitOfWork work, long number) {
        return texts(work, "SELECT contract.missing_documents(?)", number);
    }

    static List<String> members(UnitOfWork work, long number) {
        return texts(work, "SELECT contract.members_of(?)", number);
    }

    /// False when that file is in force already. Keeps others from amending the contract until the transaction ends.
    static boolean beginBatch(UnitOfWork work, FileRef contract, UUID batch) {
        return (Boolean) call(work, "SELECT contract.begin_batch(?, ?, ?)", contract.country().value(), contract.reference(),
                batch);
    }

    /// What came of a cancellation.
    ///
    /// @param done    taken back
    /// @param blocker otherwise the amendment that was built on it, if any
    /// @param held    otherwise what hangs on the member whom it enrolled, if anything: `case`, `document` or `record`;
    ///                with neither, a row was changed by other means
    record Cancelled(boolean done, @Nullable Long blocker, @Nullable String held) {
    }

    static Cancelled cancel(UnitOfWork work, long number, String reason) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT cancelled, blocker, held FROM contract.cancel(?, ?)")) {
                statement.setLong(1, number);
                statement.setString(2, reason);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Cancelled(row.getBoolean(1), row.getObject(2, Long.class), row.getString(3));
                }
            }
        });
    }

    private static List<String> texts(UnitOfWork work, String sql, Object... arguments) {
        return work.sql(connection -> {
            Array array = (Array) value(connection, sql, arguments);
            List<String> texts = new ArrayList<>();
            for (Object text : array == null ? new Object[0] : (Object[]) array.getArray()) {
                texts.add((String) text);
            }
            return List.copyOf(texts);
        });
    }

    private static @Nullable Object call(UnitOfWork work, String sql, @Nullable Object... arguments) {
        return work.sql(connection -> value(connection, sql, arguments));
    }

    private static @Nullable Object value(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1) : null;
            }
        }
    }
}
