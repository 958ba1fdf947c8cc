package io.guichet.reimbursement.internal;

import io.guichet.kernel.Page;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.PastRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what is known of runs without their rows.
final class PastRuns {

    private static final String SELECT = """
            SELECT r.id, r.action, r.reason, r.note, r.staff, r.at, s.moved, coalesce(r.claims, s.rows, 0) AS ordered,
                   coalesce(s.done, 0) AS done, coalesce(s.unchanged, 0) AS unchanged, coalesce(s.refused, 0) AS refused,
                   coalesce(s.before, 0) AS before, coalesce(s.after, 0) AS after, coalesce(s.to_pay, 0) AS to_pay,
                   coalesce(s.to_recover, 0) AS to_recover, r.undoes, reimbursement.undone_by(r.id) AS undone_by
            FROM reimbursement.run r
            CROSS JOIN LATERAL (
                SELECT max(t.at) AS moved, sum(t.claims) AS rows, sum(t.claims) FILTER (WHERE t.result = 'DONE') AS done,
                       sum(t.claims) FILTER (WHERE t.result = 'UNCHANGED') AS unchanged,
                       sum(t.claims) FILTER (WHERE t.result = 'REFUSED') AS refused, sum(t.insurer_before) AS before,
                       sum(t.insurer_after) AS after, sum(t.to_pay) AS to_pay, sum(t.to_recover) AS to_recover
                FROM reimbursement.run_sum t WHERE t.run = r.id) s
            """;
    private static final String ONE = SELECT + "WHERE r.id = ?";
    private static final String OLDER = SELECT + "WHERE r.id < ? ORDER BY r.id DESC LIMIT ?";
    private static final String NEWER = SELECT + "WHERE r.id > ? ORDER BY r.id LIMIT ?";
    private static final int MOST = 500;

    private PastRuns() {
    }

    static Optional<PastRun> find(UnitOfWork work, long run) {
        return Calls.first(work, PastRuns::read, ONE, run);
    }

    static Page<PastRun> page(UnitOfWork work, @Nullable Long from, boolean backwards, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " rows, not " + limit);
        }
        if (backwards) {
            List<PastRun> found = Calls.list(work, PastRuns::read, NEWER, from == null ? 0L : from, limit + 1);
            return new Page<>(found.subList(0, Math.min(limit, found.size())).reversed(), found.size() > limit);
        }
        List<PastRun> found = Calls.list(work, PastRuns::read, OLDER, from == null ? Long.MAX_VALUE : from, limit + 1);
        return new Page<>(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    private static PastRun read(ResultSet row) throws SQLException {
        return new PastRun(row.getLong("id"), PastRun.Kind.valueOf(row.getString("action")), row.getString("reason"),
                row.getString("note"), row.getString("staff"), row.getObject("at", OffsetDateTime.class).toInstant(), moved(row),
                row.getInt("ordered"), row.getInt("done"), row.getInt("unchanged"), row.getInt("refused"),
                WorkRows.euros(row, "before"), WorkRows.euros(row, "after"), WorkRows.euros(row, "to_pay"),
                WorkRows.euros(row, "to_recover"), row.getObject("undoes", Long.class), row.getObject("undone_by", Long.class));
    }

    private static @Nullable Instant moved(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime moved = row.getObject("moved", OffsetDateTime.class);
        return moved == null ? null : moved.toInstant();
    }
}
