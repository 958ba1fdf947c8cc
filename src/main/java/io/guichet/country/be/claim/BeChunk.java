package io.guichet.country.be.claim;

import io.guichet.country.adjudication.StoredSteps;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimBulk.Assessed;
import io.guichet.country.claim.MissingPapers;
import io.guichet.country.claim.Received;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.database.RowArrays;
import io.guichet.platform.database.UnitOfWork;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Statements that came in together, between their arrival and their decision. The counters of their people are locked.
final class BeChunk implements ClaimBulk.Chunk {

    private static final String SETTLE = "SELECT be.beslis(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final UnitOfWork work;
    private final CountryCode country;
    private final List<Received> received;
    private final List<Dossier> dossiers;
    private final Map<String, Settled> accepted = new LinkedHashMap<>();

    /// @param dossiers those that were written, in their order
    BeChunk(UnitOfWork work, CountryCode country, List<Received> received, List<Dossier> dossiers) {
        this.work = work;
        this.country = country;
        this.received = List.copyOf(received);
        this.dossiers = dossiers;
    }

    @Override
    public List<Received> received() {
        return received;
    }

    @Override
    public List<Assessed> assess(Predicate<Assessment> wanted) {
        if (dossiers.isEmpty()) {
            return List.of();
        }
        Known known = work.sql(connection -> Known.of(connection, country, dossiers));
        List<Assessed> assessed = new ArrayList<>();
        for (Dossier dossier : dossiers) {
            Assessment assessment = Judgement.of(dossier, known, MissingPapers::all);
            boolean accept = wanted.test(assessment);
            if (accept) {
                Settled settled = Settled.of(known.covered(dossier), assessment.decision());
                known.accept(dossier, settled);
                accepted.put(dossier.ogm(), settled);
            }
            assessed.add(new Assessed(dossier.ogm(), assessment, accept));
        }
        return assessed;
    }

    @Override
    public void settle(Collection<String> pended) {
        RowArrays heads = new RowArrays("text", "text", "text", "bigint");
        RowArrays lines = new RowArrays("integer", "integer", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint", "text", "text", "text");
        accepted.forEach((ogm, settled) -> {
            heads.add(ogm, settled.coverage().policy(), settled.coverage().formula(), settled.deductible());
            for (int i = 0; i < settled.lines().size(); i++) {
                Settled.Line line = settled.lines().get(i);
                LineFigures.Amounts amounts = line.amounts();
                boolean paid = line.covered().isPaid();
                lines.add(heads.rows(), i + 1, amounts.base(), amounts.mutuality(), amounts.supplement(), line.decision().insurerPaid().minor(),
                        line.decision().memberPays().minor(), line.used(), StoredSteps.write(line.decision().steps()),
                        paid ? line.covered().coverage().policy() : null, paid ? line.covered().coverage().formula() : null);
            }
        });
        work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
                statement.setArray(1, connection.createArrayOf("text", pended.toArray()));
                lines.set(statement, heads.set(statement, 2));
                statement.execute();
                return pended;
            }
        });
    }
}
