package io.guichet.contract.internal;

import io.guichet.contract.FollowUp;
import io.guichet.contract.PremiumCorrection;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The queue of what retroactive amendments left to do.
final class FollowUps {

    private static final String COLUMNS = """
            SELECT f.kind, f.amendment, f.country, f.reference, f.label, f.day, f.minor, f.currency, f.state, f.since
            FROM contract.follow_up f
            """;

    private FollowUps() {
    }

    /// Queues claims to be adjudicated again; in the transaction that applies or cancels the amendment.
    static void queueClaims(UnitOfWork work, long amendment, List<TouchedClaim> claims) {
        if (!claims.isEmpty()) {
            queue(work, amendment, FollowUp.Kind.READJUDICATE, claims.stream().map(claim ->
                    new Line(claim.claim().reference(), claim.number(), claim.day(), null)).toList());
        }
    }

    /// Queues months whose premium is to be corrected; in the transaction that applies or cancels the amendment.
    static void queuePremiums(UnitOfWork work, StoredAmendment amendment, List<PremiumCorrection> corrections) {
        if (!corrections.isEmpty()) {
            queue(work, amendment.number(), FollowUp.Kind.CORRECT_PREMIUM, corrections.stream().map(correction ->
                    new Line(amendment.contract(), amendment.contractNumber(), correction.month().atDay(1),
                            correction.amount())).toList());
        }
    }

    private record Line(String reference, String label, LocalDate day, @Nullable Money amount) {
    }

    private static void queue(UnitOfWork work, long amendment, FollowUp.Kind kind, List<Line> lines) {
        Money first = lines.getFirst().amount();
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT contract.queue_follow_ups(?, ?, ?, ?, ?, ?, ?)")) {
                statement.setLong(1, amendment);
                statement.setString(2, kind.name());
                statement.setArray(3, connection.createArrayOf("text", lines.stream().map(Line::reference).toArray()));
                statement.setArray(4, connection.createArrayOf("text", lines.stream().map(Line::label).toArray()));
                statement.setArray(5, connection.createArrayOf("date", lines.stream().map(Line::day).toArray()));
                statement.setArray(6, connection.createArrayOf("bigint", lines.stream().map(line ->
                        line.amount() == null ? null : line.amount().minor()).toArray()));
                statement.setString(7, first == null ? null : first.currency().getCurrencyCode());
                return statement.execute();
            }
        });
    }

    /// Corrections of this amendment that nobody made yet.
    static Map<YearMonth, Money> openCorrections(UnitOfWork work, long amendment) {
        Map<YearMonth, Money> open = new TreeMap<>();
        of(work, amendment).stream()
                .filter(each -> each.kind() == FollowUp.Kind.CORRECT_PREMIUM && each.state() == FollowUp.State.OPEN)
                .forEach(each -> open.merge(YearMonth.from(each.day()), each.amount(), Money::plus));
        return open;
    }

    static List<FollowUp> of(UnitOfWork work, long amendment) {
        return list(work, COLUMNS + "WHERE f.amendment = ? ORDER BY f.id", amendment);
    }

    static List<FollowUp> open(UnitOfWork work, int limit) {
        return list(work, COLUMNS + "WHERE f.state = 'OPEN' ORDER BY f.since, f.id LIMIT ?", limit);
    }

    private static List<FollowUp> list(UnitOfWork work, String sql, Object argument) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, argument);
                List<FollowUp> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(followUp(row));
                    }
                }
                return List.copyOf(found);
            }
        });
    }

    private static FollowUp followUp(ResultSet row) throws SQLException {
        CountryCode country = new CountryCode(row.getString("country"));
        FollowUp.Kind kind = FollowUp.Kind.valueOf(row.getString("kind"));
        FileKind file = kind == FollowUp.Kind.READJUDICATE ? FileKind.CLAIM : FileKind.CONTRACT;
        String currency = row.getString("currency");
        return new FollowUp(kind, new FileRef(country, FileKind.AMENDMENT, row.getString("amendment")),
                new FileRef(country, file, row.getString("reference")), row.getString("label"),
                row.getObject("day", LocalDate.class),
                currency == null ? null : new Money(row.getLong("minor"), Currency.getInstance(currency)),
                FollowUp.State.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
