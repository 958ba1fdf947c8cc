package io.guichet.country.es.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.StoredSteps;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimBulk.Assessed;
import io.guichet.country.claim.MissingPapers;
import io.guichet.country.claim.Received;
import io.guichet.country.es.adjudication.Usage;
import io.guichet.country.es.claim.InvoiceStore.Stored;
import io.guichet.country.es.claim.InvoiceStore.StoredLine;
import io.guichet.country.es.claim.SpanishBulk.Written;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.database.RowArrays;
import io.guichet.platform.database.UnitOfWork;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/// Requests that came in together, between their arrival and their decision. Their people are locked.
final class SpanishChunk implements ClaimBulk.Chunk {

    private static final String SETTLE = "SELECT es.liquidar(?, ?, ?, ?, ?, ?, ?)";
    private static final int CENTS = 2;

    private final UnitOfWork work;
    private final CountryCode country;
    private final List<Received> received;
    private final List<Written> written;
    private final Map<UUID, ClaimDecision> accepted = new LinkedHashMap<>();

    /// @param written in their order
    SpanishChunk(UnitOfWork work, CountryCode country, List<Received> received, List<Written> written) {
        this.work = work;
        this.country = country;
        this.received = List.copyOf(received);
        this.written = written;
    }

    @Override
    public List<Received> received() {
        return received;
    }

    @Override
    public List<Assessed> assess(Predicate<Assessment> wanted) {
        if (written.isEmpty()) {
            return List.of();
        }
        return work.sql(connection -> {
            Map<UUID, InsuredFile> files = InsuredFile.read(connection, written.stream().map(each -> each.invoice().member()).distinct().toList(), true);
            Map<UUID, Beside> beside = Beside.of(connection, country, written.stream().map(Written::id).toList());
            Map<UUID, Usage> usages = new HashMap<>();
            List<Assessed> assessed = new ArrayList<>();
            for (Written each : written) {
                UUID member = each.invoice().member();
                InsuredFile file = Objects.requireNonNull(files.get(member));
                Usage usage = usages.getOrDefault(member, file.usage()).copy();
                Assessment assessment = Assessor.assess(stored(each), lines(each.invoice()), file, usage, Objects.requireNonNull(beside.get(each.id())),
                        MissingPapers::all);
                boolean accept = wanted.test(assessment);
                if (accept) {
                    usages.put(member, usage);
                    accepted.put(each.id(), assessment.decision());
                }
                assessed.add(new Assessed(each.id().toString(), assessment, accept));
            }
            return assessed;
        });
    }

    private static Stored stored(Written written) {
        Invoice invoice = written.invoice();
        return new Stored(written.id(), "", invoice.member(), "RECIBIDA", invoice.received(), invoice.provider(), invoice.nif(), invoice.number(),
                invoice.inNetwork(), invoice.abroad(), invoice.currency(), invoice.rate(), InvoiceStore.isEntered(written.origin()), null, 1);
    }

    private static List<StoredLine> lines(Invoice invoice) {
        return invoice.lines().stream().map(line -> new StoredLine(line.act(), line.day(), Objects.requireNonNullElse(line.concept(), line.act().name()),
                BigDecimal.valueOf(line.charged(), CENTS), line.euros(), 0, null)).toList();
    }

    @Override
    public void settle(Collection<String> pended) {
        RowArrays lines = new RowArrays("integer", "integer", "text", "bigint", "text");
        List<UUID> claims = new ArrayList<>();
        accepted.forEach((claim, decision) -> {
            claims.add(claim);
            int order = 0;
            for (LineDecision line : decision.lines()) {
                lines.add(claims.size(), ++order, InvoiceStore.share(line).toPlainString(), line.insurerPaid().minor(), StoredSteps.write(line.steps()));
            }
        });
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
                statement.setArray(1, connection.createArrayOf("uuid", pended.toArray()));
                statement.setArray(2, connection.createArrayOf("uuid", claims.toArray()));
                lines.set(statement, 3);
                statement.execute();
                return pended;
            }
        });
    }
}
