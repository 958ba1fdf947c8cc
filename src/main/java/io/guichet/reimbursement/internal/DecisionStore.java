package io.guichet.reimbursement.internal;

import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Difference;
import io.guichet.reimbursement.DocumentRequest;
import io.guichet.reimbursement.PastDecision;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the database keeps of decisions.
final class DecisionStore {

    static final String OK = "OK";

    private static final String BEGIN = """
            SELECT reimbursement.begin(?, ?, ?, ?, ?, coalesce((
                SELECT jsonb_agg(jsonb_build_object('line', l.line, 'insurer', l.insurer, 'reason', l.reason, 'note', l.note,
                                                   'step', l.step))
                FROM unnest(?, ?, ?, ?, ?) AS l (line, insurer, reason, note, step)), '[]'), ?, ?)""";
    private static final String HISTORY = """
            SELECT d.at, d.staff, d.kind, d.reason, d.note, d.reasons, d.state_after, d.insurer_before, d.insurer_after,
                   d.lines
            FROM reimbursement.decision d WHERE d.country = ? AND d.claim = ? ORDER BY d.id DESC LIMIT 200""";
    private static final String REQUESTS = """
            SELECT r.document, r.note, r.asked_by, r.asked_at, r.until, r.answered_at
            FROM reimbursement.request r WHERE r.country = ? AND r.claim = ? ORDER BY r.id""";
    private static final String DIFFERENCES = """
            SELECT f.paid, f.decided, f.state = 'DONE' AS settled
            FROM reimbursement.difference f WHERE f.country = ? AND f.claim = ? ORDER BY f.id""";

    private DecisionStore() {
    }

    /// What is announced.
    ///
    /// @param reason coded; empty where none is needed
    /// @param note   in words; may be empty
    /// @param lines  decided otherwise than the rules
    /// @param run    the run it is a row of, or null
    record Announced(PastDecision.Kind kind, String reason, String note, List<Adjustment> lines, @Nullable Long run) {

        static Announced of(PastDecision.Kind kind, @Nullable Long run) {
            return new Announced(kind, "", "", List.of(), run);
        }
    }

    /// @return `OK`, or why not
    static String begin(UnitOfWork work, FileRef claim, Announced announced, @Nullable Long revision) {
        List<Adjustment> lines = announced.lines();
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
                statement.setString(1, claim.country().value());
                statement.setString(2, claim.reference());
                statement.setString(3, announced.kind().name());
                statement.setString(4, announced.reason());
                statement.setString(5, announced.note());
                statement.setArray(6, connection.createArrayOf("integer", lines.stream().map(Adjustment::line).toArray()));
                statement.setArray(7, connection.createArrayOf("numeric",
                        lines.stream().map(line -> line.insurer().decimal()).toArray()));
                statement.setArray(8, connection.createArrayOf("text", lines.stream().map(Adjustment::reason).toArray()));
                statement.setArray(9, connection.createArrayOf("text", lines.stream().map(Adjustment::note).toArray()));
                statement.setArray(10, connection.createArrayOf("text", lines.stream().map(Adjustment::step).toArray()));
                statement.setObject(11, announced.run(), Types.BIGINT);
                statement.setObject(12, revision, Types.BIGINT);
                try (ResultSet answer = statement.executeQuery()) {
                    answer.next();
                    return answer.getString(1);
                }
            }
        });
    }

    /// @return the key of the decision
    static long finish(UnitOfWork work, FileRef claim, Collection<Finding.Code> reasons) {
        return Calls.key(work, "SELECT reimbursement.finish(?, ?, ?)", claim.country().value(), claim.reference(), reasons);
    }

    static void ask(UnitOfWork work, FileRef claim, String document, LocalDate until, String note) {
        Calls.text(work, "SELECT reimbursement.ask(?, ?, ?, ?, ?)", claim.country().value(), claim.reference(), document,
                until, note);
    }

    /// Asks no more for what the signed-in role asked for.
    static void withdraw(UnitOfWork work, FileRef claim, String document) {
        Calls.text(work, "SELECT reimbursement.withdraw_request(?, ?, ?)", claim.country().value(), claim.reference(), document);
    }

    /// Up to how much the signed-in role decides that way; empty: any amount.
    static Optional<Money> most(UnitOfWork work, PastDecision.Kind kind) {
        // Infinity has no place in a BigDecimal.
        @Nullable BigDecimal most = Calls.first(work, row -> Optional.ofNullable(row.getBigDecimal(1)),
                "SELECT nullif(reimbursement.most(?), 'Infinity')", kind.name()).orElseThrow().orElse(null);
        return Optional.ofNullable(most).map(WorkRows::euros);
    }

    static List<PastDecision> history(UnitOfWork work, FileRef claim) {
        return Calls.list(work, DecisionStore::past, HISTORY, claim.country().value(), claim.reference());
    }

    private static PastDecision past(ResultSet row) throws SQLException {
        return new PastDecision(instant(row, "at"), row.getString("staff"),
                PastDecision.Kind.valueOf(row.getString("kind")), row.getString("reason"), row.getString("note"),
                WorkRows.codes(row, "reasons"), ClaimState.valueOf(row.getString("state_after")),
                WorkRows.euros(row, "insurer_before"), WorkRows.euros(row, "insurer_after"),
                KeptLines.read(row.getString("lines")));
    }

    static List<DocumentRequest> requests(UnitOfWork work, FileRef claim) {
        return Calls.list(work, row -> new DocumentRequest(row.getString("document"), row.getString("note"),
                row.getString("asked_by"), instant(row, "asked_at"), row.getObject("until", LocalDate.class),
                row.getObject("answered_at") == null ? null : instant(row, "answered_at")),
                REQUESTS, claim.country().value(), claim.reference());
    }

    static List<Difference> differences(UnitOfWork work, FileRef claim) {
        return Calls.list(work, row -> new Difference(WorkRows.euros(row, "paid"),
                Optional.ofNullable(row.getBigDecimal("decided")).map(WorkRows::euros), row.getBoolean("settled")),
                DIFFERENCES, claim.country().value(), claim.reference());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
