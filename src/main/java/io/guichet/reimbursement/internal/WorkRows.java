package io.guichet.reimbursement.internal;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.WorkRow;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows of the queue, as the database tells them.
final class WorkRows {

    static final String ONE = """
            SELECT w.country, w.claim, w.number, w.member, '' AS member_name, w.state, w.received, w.due, w.priority, w.charged,
                   w.insurer, w.reasons, w.waits_until, w.assigned_to, w.revision, w.urgency, w.id
            FROM reimbursement.work w WHERE w.country = ? AND w.claim = ?""";
    private static final int CENTS = 2;

    private WorkRows() {
    }

    /// The row of one claim, without its member's name.
    static Optional<WorkRow> find(UnitOfWork work, FileRef claim) {
        return Calls.first(work, WorkRows::read, ONE, claim.country().value(), claim.reference());
    }

    static WorkRow read(ResultSet row) throws SQLException {
        CountryCode country = new CountryCode(row.getString("country"));
        return new WorkRow(new FileRef(country, FileKind.CLAIM, row.getString("claim")), row.getString("number"),
                new FileRef(country, FileKind.MEMBER, row.getString("member")), row.getString("member_name"),
                ClaimState.valueOf(row.getString("state")), day(row, "received"), day(row, "due"), row.getInt("priority"),
                euros(row, "charged"), euros(row, "insurer"), codes(row, "reasons"),
                row.getObject("waits_until", LocalDate.class), row.getString("assigned_to"), row.getLong("revision"),
                new WorkRow.Place(row.getInt("urgency"), day(row, "due"), row.getLong("id")));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Money euros(ResultSet row, String column) throws SQLException {
        return euros(row.getBigDecimal(column));
    }

    static Money euros(BigDecimal amount) {
        return Money.euros(amount.movePointRight(CENTS).longValueExact());
    }

    /// Codes that this program knows: a newer one may have written others.
    static List<Finding.Code> codes(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        List<Finding.Code> known = new ArrayList<>();
        if (array != null) {
            List<?> told = Arrays.asList((Object[]) array.getArray());
            for (Finding.Code code : Finding.Code.values()) {
                if (told.contains(code.name())) {
                    known.add(code);
                }
            }
        }
        return known;
    }
}
