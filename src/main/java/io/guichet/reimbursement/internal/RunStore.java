package io.guichet.reimbursement.internal;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.RunReport.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the database keeps of runs.
final class RunStore {

    private static final String BEGIN =
            "INSERT INTO reimbursement.run (action, reason, note, undoes) VALUES (?, ?, ?, ?::bigint) RETURNING id";
    private static final String RECORD = """
            INSERT INTO reimbursement.run_row (run, country, claim, number, result, problem, insurer_before, insurer_after, decision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ROWS = """
            SELECT r.country, r.claim, r.number, r.result, r.problem, r.insurer_before, r.insurer_after
            FROM reimbursement.run_row r WHERE r.run = ? ORDER BY r.country, r.claim""";
    private static final String DECIDED = """
            SELECT r.country, r.claim FROM reimbursement.run_row r
            WHERE r.run = ? AND r.result = 'DONE' ORDER BY r.country, r.claim""";

    private RunStore() {
    }

    /// A row with the key of the decision behind it.
    record Recorded(Row row, @Nullable Long decision) {
    }

    static long begin(UnitOfWork work, String action, String reason, String note, @Nullable Long undoes) {
        return Calls.key(work, BEGIN, action, reason, note, undoes);
    }

    static void record(UnitOfWork work, long run, List<Recorded> rows) {
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
                for (Recorded each : rows) {
                    Row row = each.row();
                    statement.setLong(1, run);
                    statement.setString(2, row.claim().country().value());
                    statement.setString(3, row.claim().reference());
                    statement.setString(4, row.number());
                    statement.setString(5, row.result().name());
                    statement.setString(6, row.why().map(UserMessage::key).orElse(""));
                    statement.setBigDecimal(7, row.before().decimal());
                    statement.setBigDecimal(8, row.after().decimal());
                    statement.setObject(9, each.decision(), Types.BIGINT);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /// Deciding a claim again comes to the same: what asked for it is answered.
    static void foundRight(UnitOfWork work, FileRef claim, long run) {
        Calls.text(work, "SELECT reimbursement.found_right(?, ?, ?)", claim.country().value(), claim.reference(), run);
    }

    /// The action of a run, or empty when there is none that this person may see.
    static Optional<String> action(UnitOfWork work, long run) {
        return Calls.first(work, row -> row.getString(1), "SELECT action FROM reimbursement.run WHERE id = ?", run);
    }

    static boolean undone(UnitOfWork work, long run) {
        return Calls.holds(work, "SELECT EXISTS (SELECT FROM reimbursement.run WHERE undoes = ?)", run);
    }

    /// The claims that a run decided.
    static List<FileRef> decided(UnitOfWork work, long run) {
        return Calls.list(work, RunStore::claim, DECIDED, run);
    }

    private static FileRef claim(ResultSet row) throws SQLException {
        return new FileRef(new CountryCode(row.getString("country")), FileKind.CLAIM, row.getString("claim"));
    }

    static List<Row> rows(UnitOfWork work, long run) {
        return Calls.list(work, row -> new Row(claim(row), row.getString("number"), Result.valueOf(row.getString("result")),
                Optional.of(row.getString("problem")).filter(key -> !key.isEmpty()).map(UserMessage::of),
                WorkRows.euros(row, "insurer_before"), WorkRows.euros(row, "insurer_after")), ROWS, run);
    }

    static RunReport report(UnitOfWork work, long run) {
        return new RunReport(Optional.of(run), rows(work, run));
    }
}
