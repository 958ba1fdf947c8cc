package io.guichet.country.es.claim;

import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.Received;
import io.guichet.country.es.claim.Invoice.Line;
import io.guichet.country.es.claim.InvoiceCheck.Read;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.database.RowArrays;
import io.guichet.platform.database.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Requests by the hundred.
final class SpanishBulk implements ClaimBulk {

    private static final String RECEIVE = "SELECT es.recibir(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LOCK = "SELECT id FROM es.asegurado WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

    private final CountryCode country;
    private final Clock clock;
    private final IdentifierKind nif;

    /// @param clock tells which days are still to come
    /// @param nif   the tax number of who makes invoices
    SpanishBulk(CountryCode country, Clock clock, IdentifierKind nif) {
        this.country = country;
        this.clock = clock;
        this.nif = nif;
    }

    /// A request that is written with others.
    ///
    /// @param origin what it came from
    record Written(UUID id, Invoice invoice, String origin) {
    }

    @Override
    public Map<String, String> known(UnitOfWork work, Collection<String> origins) {
        return work.sql(connection -> {
            Map<String, String> known = new HashMap<>();
            EsSql.list(connection, "SELECT origen, id FROM es.solicitudes_de_origenes(?)",
                    row -> known.put(row.getString("origen"), row.getString("id")), connection.createArrayOf("text", origins.toArray()));
            return known;
        });
    }

    @Override
    public Chunk receive(UnitOfWork work, List<ClaimIntake> intakes) {
        LocalDate today = LocalDate.now(clock);
        List<Read> read = intakes.stream().map(intake -> InvoiceCheck.read(intake, today, nif)).toList();
        return work.sql(connection -> {
            List<UUID> members = read.stream().map(Read::invoice).filter(Objects::nonNull).map(Invoice::member).distinct().toList();
            Set<UUID> existing = SpanishClaimRecords.existing(connection, members);
            EsSql.list(connection, LOCK, row -> EsSql.key(row, "id"), connection.createArrayOf("uuid", members.toArray()));
            List<Received> received = new ArrayList<>();
            List<Written> written = new ArrayList<>();
            RowArrays heads = new RowArrays("uuid", "uuid", "date", "boolean", "text", "text", "text", "text", "boolean", "text", "text");
            RowArrays lines = new RowArrays("integer", "integer", "text", "text", "date", "bigint", "bigint");
            for (int i = 0; i < intakes.size(); i++) {
                Invoice invoice = read.get(i).invoice();
                if (invoice == null) {
                    received.add(new Received.Refused(read.get(i).problems()));
                } else if (!existing.contains(invoice.member())) {
                    received.add(SpanishClaimRecords.nobody());
                } else {
                    String origin = intakes.get(i).origin();
                    Written one = new Written(InvoiceStore.key(origin), invoice, origin);
                    written.add(one);
                    add(heads, lines, written.size(), one);
                    received.add(new Received.Written(one.id().toString()));
                }
            }
            if (!written.isEmpty()) {
                write(connection, heads, lines);
            }
            return new SpanishChunk(work, country, received, written);
        });
    }

    private static void add(RowArrays heads, RowArrays lines, int place, Written written) {
        Invoice invoice = written.invoice();
        BigDecimal rate = invoice.rate();
        heads.add(written.id(), invoice.member(), invoice.received(), invoice.abroad(), invoice.currency(), invoice.number(), invoice.provider(),
                invoice.nif(), invoice.inNetwork(), rate == null ? null : rate.toPlainString(), written.origin());
        int order = 0;
        for (Line line : invoice.lines()) {
            lines.add(place, ++order, line.act().name(), line.concept(), line.day(), line.charged(), line.euros());
        }
    }

    private static void write(Connection connection, RowArrays heads, RowArrays lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECEIVE)) {
            lines.set(statement, heads.set(statement, 1));
            statement.execute();
        }
    }
}
