package io.guichet.country.es;

import io.guichet.country.es.claim.SampleInvoices;
import io.guichet.country.es.claim.SampleInvoices.Clinic;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SampleNames;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Shares;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Writes sample members of Spain: families on policies of companies and of their own, what they had in the network, what
/// they claimed, and what their policyholders are asked for.
final class EsPopulation implements SamplePopulation {

    private static final int CLINICS = 40;
    private static final int CHUNK = 10_000;
    /// People who get the claims that nobody else could have had.
    private static final int LATEST = 4_096;

    @Override
    public Map<String, Long> write(Connection connection, SampleRequest request, Progress progress)
            throws SQLException {
        EsCatalogue.load(connection);
        EsSampleNumbers numbers = EsSampleNumbers.read(connection);
        Parts parts = new Parts(connection, new Draw(request.seed(), numbers.members()), request.members(), request.seed(), numbers);
        CopyLoad load = new CopyLoad(connection, parts.tables());
        make(parts, request, load, progress);
        load.flush();
        try (Statement statement = connection.createStatement()) {
            // what comes in later is compared with what is still open
            statement.execute("SELECT es.publicar_huellas_abiertas()");
        }
        progress.done(request.members());
        return load.written();
    }

    /// What makes the rows of each table.
    static final class Parts {
        final Draw draw;
        final EsPeople people;
        final EsSamplePolicies policies;
        final EsSampleReceipts receipts;
        final EsSampleClaims claims;
        final EsSampleActs acts;

        Parts(Connection connection, Draw draw, long members, long seed, EsSampleNumbers numbers) throws SQLException {
            SampleWords words = SampleWords.of(EsPopulation.class, "sample.txt");
            this.draw = draw;
            this.people = new EsPeople(draw, words, seed, numbers.members());
            this.receipts = new EsSampleReceipts(draw, numbers.receipts());
            this.policies = new EsSamplePolicies(draw, new CompanySizes(draw, members), words, EsSampleTerms.all(connection),
                    receipts, numbers);
            this.claims = new EsSampleClaims(draw, words, numbers.claims());
            this.acts = new EsSampleActs(draw, words, numbers);
        }

        /// The person last: see `CopyLoad`.
        List<CopyTable> tables() {
            List<CopyTable> tables = new ArrayList<>(policies.tables());
            tables.add(receipts.table());
            tables.addAll(people.besides());
            tables.addAll(acts.tables());
            tables.addAll(claims.tables());
            tables.add(people.persons());
            return tables;
        }
    }

    /// Makes all rows; `load` takes them chunk by chunk.
    static void make(Parts parts, SampleRequest request, CopyLoad load, Progress progress) throws SQLException {
        Shares shares = new Shares(request.claims(), request.members());
        int most = (int) (request.claims() / Math.max(1, request.members()) * 3 + 4);
        EsSampleInsured[] latest = new EsSampleInsured[LATEST];
        int kept = 0;
        long owed = 0;
        long done = 0;
        long flushed = 0;
        while (done < request.members()) {
            Household household = Household.draw(parts.draw, (int) Math.min(8, request.members() - done));
            EsPeople.Family family = parts.people.family(household);
            EsSamplePolicy policy = parts.policies.policyFor(household, family);
            List<EsSampleInsured> insured = parts.people.add(household, family, policy, parts.policies.isCompany(policy),
                    request.members() - done);
            insured.forEach(parts.acts::add);
            owed += shares.next(insured.size());
            done += insured.size();
            // who has a network only seldom tries; what they do not claim the others do
            long now = policy.terms.reimburses ? Math.min(owed, (long) most * insured.size())
                    : parts.draw.percent(2) ? Math.min(owed, 1) : 0;
            for (long i = 0; i < now; i++) {
                parts.claims.add(parts.draw.any(insured));
            }
            owed -= now;
            if (policy.terms.reimburses || kept == 0) {
                for (EsSampleInsured each : insured) {
                    latest[kept++ % LATEST] = each;
                }
            }
            parts.policies.joined(policy);
            if (done - flushed >= CHUNK) {
                load.flushBehind();
                flushed = done;
                progress.done(done);
            }
        }
        for (; owed > 0; owed--) {
            parts.claims.add(latest[parts.draw.between(0, Math.min(kept, LATEST) - 1)]);
        }
        parts.policies.close();
    }

    @Override
    public SampleNames names(Locale language, long seed) {
        SampleWords words = SampleWords.of(EsPopulation.class, "sample.txt");
        return new SampleNames(words.list("female"), words.list("male"), words.surnames("surname", language, seed));
    }

    @Override
    public Map<Integer, String> writeMovers(Connection connection, List<Mover> movers, long seed) throws SQLException {
        return EsSampleMoves.movers(connection, movers, seed);
    }

    @Override
    public long writeClaims(Connection connection, String member, long count, long seed) throws SQLException {
        return EsSampleMoves.claims(connection, member, count, seed);
    }

    @Override
    public long writeClaimFile(Connection connection, OutputStream file, long lines, long seed) throws SQLException, IOException {
        List<String> people = EsSql.list(connection, """
                SELECT a.id::text AS clave FROM es.asegurado a
                WHERE a.fecha_baja IS NULL AND EXISTS (
                    SELECT FROM es.poliza_modalidad x JOIN es.modalidad m ON m.id = x.modalidad
                    WHERE x.poliza = a.poliza AND x.hasta IS NULL AND m.tipo IN ('REEMBOLSO', 'MIXTA'))
                ORDER BY a.id""", row -> row.getString("clave"));
        Draw draw = new Draw(seed, people.size());
        List<Clinic> clinics = IntStream.range(0, CLINICS).mapToObj(i -> new Clinic("Clínica " + (i + 1), Nif.complete('B', draw.digits(7)))).toList();
        return people.isEmpty() ? 0 : new SampleInvoices(draw, clinics, Household.TODAY).write(file, people, lines);
    }
}
