package io.guichet.reimbursement.internal;

import io.guichet.country.adjudication.Step;
import io.guichet.country.adjudication.StoredSteps;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.PastRun.Kind;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.RunReport.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the database keeps of runs.
final class RunStore {

    private static final String BEGIN = """
            INSERT INTO reimbursement.run (action, reason, note, undoes, claims) VALUES (?, ?, ?, ?::bigint, ?::integer) RETURNING id""";
    private static final String ORDERED = """
            INSERT INTO reimbursement.run_claim (run, country, claim) SELECT ?, o.country, o.claim FROM unnest(?, ?) AS o (country, claim)""";
    private static final String RECORD = """
            INSERT INTO reimbursement.run_row (run, country, claim, number, member, result, problem, told, insurer_before, insurer_after,
                difference, decision, reasons)
            SELECT ?, r.country, r.claim, r.number, r.member, r.result, r.problem, r.told::jsonb, r.before, r.after, r.difference, r.decision,
                   string_to_array(r.reasons, ',')
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS r (country, claim, number, member, result, problem, told, before, after, difference, decision, reasons)""";
    private static final String ROWS = """
            SELECT r.country, r.claim, r.number, reimbursement.member_name(r.country, r.member) AS member_name, r.result, r.problem,
                   r.told::text AS told, r.insurer_before, r.insurer_after, r.difference, r.reasons
            FROM reimbursement.run_row r WHERE r.run = ? ORDER BY r.country, r.member, r.claim""";
    private static final String DECIDED = """
            SELECT r.country, r.claim FROM reimbursement.run_row r
            WHERE r.run = ? AND r.result = 'DONE' ORDER BY r.country, r.claim""";
    private static final String LEFT = """
            SELECT o.country, o.claim FROM reimbursement.run_claim o
            WHERE o.run = ? AND NOT EXISTS (SELECT FROM reimbursement.run_row r
                                            WHERE r.run = o.run AND r.country = o.country AND r.claim = o.claim)
            ORDER BY o.country, o.claim""";
    /// Whoever carries a run out has this lock while some hundred claims of it are decided.
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('reimbursement.run', ?))";
    private static final String REFUSED = "REFUSED";

    private RunStore() {
    }

    /// A row with whose claim it is, and the key of the decision behind it.
    record Recorded(Row row, String member, @Nullable Long decision) {
    }

    /// What a run was ordered to do.
    record Begun(Kind kind, String reason, String note, boolean own, @Nullable Long undoes) {
    }

    /// @return the key of the run
    static long begin(UnitOfWork work, Kind kind, String reason, String note, @Nullable Long undoes, List<FileRef> claims) {
        long run = Calls.key(work, BEGIN, kind.name(), reason, note, undoes, claims.size());
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ORDERED)) {
                statement.setLong(1, run);
                statement.setArray(2, connection.createArrayOf("text", claims.stream().map(each -> each.country().value()).toArray()));
                statement.setArray(3, connection.createArrayOf("text", claims.stream().map(FileRef::reference).toArray()));
                return statement.executeUpdate();
            }
        });
        return run;
    }

    /// Whether nobody else is carrying that run out; nobody else can until the transaction ends.
    static boolean lock(UnitOfWork work, long run) {
        return Calls.holds(work, LOCK, run);
    }

    static void record(UnitOfWork work, long run, List<Recorded> rows) {
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
                statement.setLong(1, run);
                array(connection, statement, 2, "text", rows, each -> each.row().claim().country().value());
                array(connection, statement, 3, "text", rows, each -> each.row().claim().reference());
                array(connection, statement, 4, "text", rows, each -> each.row().number());
                array(connection, statement, 5, "text", rows, Recorded::member);
                array(connection, statement, 6, "text", rows, each -> each.row().result().name());
                array(connection, statement, 7, "text", rows, each -> each.row().why().map(UserMessage::key).orElse(""));
                array(connection, statement, 8, "text", rows, each -> each.row().why().map(RunStore::told).orElse(null));
                array(connection, statement, 9, "numeric", rows, each -> each.row().before().decimal());
                array(connection, statement, 10, "numeric", rows, each -> each.row().after().decimal());
                array(connection, statement, 11, "numeric", rows, each -> each.row().difference().map(Money::decimal).orElse(null));
                array(connection, statement, 12, "bigint", rows, Recorded::decision);
                array(connection, statement, 13, "text", rows, each -> each.row().reasons().stream().map(Enum::name)
                        .collect(Collectors.joining(",")));
                return statement.executeUpdate();
            }
        });
    }

    private static void array(Connection connection, PreparedStatement statement, int place, String type, List<Recorded> rows,
                              Function<Recorded, @Nullable Object> value) throws SQLException {
        statement.setArray(place, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }

    /// A sentence with its arguments, in the form in which sentences are kept.
    private static String told(UserMessage why) {
        return StoredSteps.write(List.of(new Step(REFUSED, Money.ZERO, why, "", List.of())));
    }

    /// Deciding a claim again comes to the same: what asked for it is answered.
    static void foundRight(UnitOfWork work, FileRef claim, long run) {
        Calls.text(work, "SELECT reimbursement.found_right(?, ?, ?)", claim.country().value(), claim.reference(), run);
    }

    /// What was ordered, or empty when there is no such run that this person may see.
    static Optional<Begun> begun(UnitOfWork work, long run) {
        return Calls.first(work, row -> new Begun(Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getBoolean(4),
                row.getObject(5, Long.class)),
                "SELECT action, reason, note, staff = session_user, undoes FROM reimbursement.run WHERE id = ?", run);
    }

    static boolean undone(UnitOfWork work, long run) {
        return Calls.holds(work, "SELECT reimbursement.undone_by(?) IS NOT NULL", run);
    }

    /// The claims that a run decided.
    static List<FileRef> decided(UnitOfWork work, long run) {
        return Calls.list(work, RunStore::claim, DECIDED, run);
    }

    /// The claims that a run has not come to.
    static List<FileRef> left(UnitOfWork work, long run) {
        return Calls.list(work, RunStore::claim, LEFT, run);
    }

    private static FileRef claim(ResultSet row) throws SQLException {
        return new FileRef(new CountryCode(row.getString("country")), FileKind.CLAIM, row.getString("claim"));
    }

    static List<Row> rows(UnitOfWork work, long run) {
        return Calls.list(work, row -> new Row(claim(row), row.getString("number"), text(row.getString("member_name")),
                Result.valueOf(row.getString("result")), why(row), WorkRows.euros(row, "insurer_before"),
                WorkRows.euros(row, "insurer_after"), Optional.ofNullable(row.getBigDecimal("difference")).map(WorkRows::euros),
                WorkRows.codes(row, "reasons")),
                ROWS, run);
    }

    private static Optional<UserMessage> why(ResultSet row) throws SQLException {
        @Nullable String told = row.getString("told");
        String problem = row.getString("problem");
        return told != null ? Optional.of(StoredSteps.read(told).getFirst().sentence())
                : problem.isEmpty() ? Optional.empty() : Optional.of(UserMessage.of(problem));
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }
}
