package io.guichet.country.be.claim;

import io.guichet.country.be.table.Rows;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.Received;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.database.RowArrays;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Statements by the hundred.
final class BeBulk implements ClaimBulk {

    private static final String RECEIVE = "SELECT be.ontvang(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /// The lock that `BeClaims` takes of one person; in one order, so that two who take many wait for each other.
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(hashtext('be.jaarplafond'), w.wie)
            FROM (SELECT DISTINCT hashtext(u.wie) AS wie FROM unnest(?) AS u (wie) ORDER BY 1) w
            """;

    private final CountryCode country;
    private final Clock clock;

    /// @param clock tells what day it is
    BeBulk(CountryCode country, Clock clock) {
        this.country = country;
        this.clock = clock;
    }

    @Override
    public Map<String, String> known(UnitOfWork work, Collection<String> origins) {
        return work.sql(connection -> {
            Map<String, String> known = new HashMap<>();
            Rows.list(connection, "SELECT oorsprong, ogm FROM be.bekende_oorsprongen(?)",
                    row -> known.put(row.getString("oorsprong"), row.getString("ogm")), connection.createArrayOf("text", origins.toArray()));
            return known;
        });
    }

    @Override
    public Chunk receive(UnitOfWork work, List<ClaimIntake> intakes) {
        return work.sql(connection -> {
            List<String> members = intakes.stream().map(ClaimIntake::member).distinct().toList();
            Rows.list(connection, LOCK, row -> true, connection.createArrayOf("text", members.toArray()));
            People people = People.of(connection, members);
            Tariffs tariffs = Tariffs.of(connection, intakes.stream().flatMap(Receipt::codes).distinct().toList());
            LocalDate today = LocalDate.now(clock);
            List<Receipt> receipts = new ArrayList<>();
            RowArrays heads = new RowArrays("text", "text", "text", "text", "text", "text", "text", "date", "text", "text");
            RowArrays lines = new RowArrays("integer", "integer", "text", "text", "date", "date", "integer", "bigint", "bigint", "bigint", "bigint",
                    "bigint", "bigint", "boolean");
            List<Received> received = new ArrayList<>();
            for (ClaimIntake intake : intakes) {
                Receipt receipt = new Receipt(work, intake, today, people, tariffs);
                if (receipt.check()) {
                    receipts.add(receipt);
                    receipt.add(heads, lines, receipts.size(), intake.origin());
                    received.add(new Received.Written(""));
                } else {
                    received.add(new Received.Refused(receipt.problems()));
                }
            }
            List<String> numbers = receipts.isEmpty() ? List.of() : write(connection, heads, lines);
            int next = 0;
            for (int i = 0; i < received.size(); i++) {
                if (received.get(i) instanceof Received.Written) {
                    received.set(i, new Received.Written(numbers.get(next++)));
                }
            }
            return new BeChunk(work, country, received, dossiers(work, connection, receipts, numbers));
        });
    }

    private static List<String> write(Connection connection, RowArrays heads, RowArrays lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECEIVE)) {
            lines.set(statement, heads.set(statement, 1));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return List.of((String[]) row.getArray(1).getArray());
            }
        }
    }

    /// What was written, as it would be read; of stays the tables know more, and those are read.
    private static List<Dossier> dossiers(UnitOfWork work, Connection connection, List<Receipt> receipts, List<String> numbers) throws SQLException {
        Set<String> known = new HashSet<>(Rows.list(connection, "SELECT left(z.inami, 8) FROM be.zorgverlener z WHERE left(z.inami, 8) = ANY (?)",
                row -> row.getString(1), connection.createArrayOf("text", receipts.stream().flatMap(Receipt::providers).distinct().toArray())));
        return IntStream.range(0, receipts.size()).mapToObj(i -> receipts.get(i).hasStay() ? Dossier.require(work, numbers.get(i))
                : receipts.get(i).dossier(numbers.get(i), known)).toList();
    }
}
