package io.guichet.country.es;

import io.guichet.country.es.sql.EsSql;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SampleWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Sample people who came to Spain or left it, and histories made long.
final class EsSampleMoves {

    private static final String SPAIN = "ES";
    private static final long STREAM = 0x4D4F5645L;
    private static final int YEARS_BEFORE = 4;
    private static final int CHUNK = 20_000;

    private EsSampleMoves() {
    }

    /// Each on a policy of their own: until the day before they moved, or from that day on.
    static Map<Integer, String> movers(Connection connection, List<Mover> movers, long seed) throws SQLException {
        EsCatalogue.load(connection);
        EsSampleNumbers numbers = EsSampleNumbers.read(connection);
        EsPopulation.Parts parts = new EsPopulation.Parts(connection, new Draw(seed, STREAM + numbers.members()),
                Math.max(1, movers.size()), seed, numbers);
        CopyLoad load = new CopyLoad(connection, parts.tables());
        Map<Integer, String> references = new HashMap<>();
        for (Mover mover : movers) {
            boolean comes = mover.to().value().equals(SPAIN);
            if (!comes && !mover.from().value().equals(SPAIN)) {
                continue;
            }
            Household household = new Household(List.of(new Person(Role.HEAD, mover.female(), mover.birth())));
            EsPeople.Family family = parts.people.family(mover, comes);
            LocalDate start = comes ? mover.moved() : mover.moved().minusYears(YEARS_BEFORE).withDayOfMonth(1);
            LocalDate end = comes ? null : mover.moved().minusDays(1);
            EsSamplePolicy policy = parts.policies.privatePolicy(family, start.isBefore(mover.birth()) ? mover.birth() : start, end,
                    "MIXTA-80");
            EsSampleInsured insured = parts.people.add(household, family, policy, policy.start, end, null, 1, mover.email()).getFirst();
            parts.acts.add(insured);
            for (int i = parts.draw.between(0, 4); i > 0; i--) {
                parts.claims.add(insured);
            }
            parts.policies.joined(policy);
            references.put(mover.id(), insured.id.toString());
        }
        load.flush();
        return references;
    }

    /// Further claims of one member, spread evenly over the time they were covered.
    static long claims(Connection connection, String member, long count, long seed) throws SQLException {
        Optional<UUID> key = EsMembers.key(member);
        Optional<EsSampleInsured> found = key.isEmpty() ? Optional.empty() : insured(connection, key.get());
        if (found.isEmpty()) {
            return 0;
        }
        EsSampleInsured person = found.get();
        EsSampleClaims claims = new EsSampleClaims(new Draw(seed, STREAM + count), SampleWords.of(EsPopulation.class, "sample.txt"),
                EsSampleNumbers.read(connection).claims());
        CopyLoad load = new CopyLoad(connection, claims.tables());
        long days = ChronoUnit.DAYS.between(person.from, person.last) + 1;
        for (long i = 0; i < count; i++) {
            claims.add(person, person.from.plusDays(i * days / count));
            if (i % CHUNK == CHUNK - 1) {
                load.flush();
            }
        }
        load.flush();
        return count;
    }

    private static Optional<EsSampleInsured> insured(Connection connection, UUID member) throws SQLException {
        Map<String, EsSampleTerms> terms = EsSampleTerms.all(connection);
        record Used(int year, String act, long cents) {
        }
        Optional<EsSampleInsured> found = EsSql.first(connection, """
                SELECT a.id, a.fecha_nacimiento, a.sexo, a.fecha_alta, least(a.fecha_baja, p.fin) AS hasta, a.antiguedad_reconocida,
                       p.id AS poliza, p.efecto, p.fin, p.forma_pago, coalesce(right(b.iban, 4), '0000') AS cuenta, m.codigo
                FROM es.asegurado a
                JOIN es.poliza p ON p.id = a.poliza
                LEFT JOIN es.cuenta_bancaria b ON b.asegurado = a.id
                JOIN LATERAL (SELECT x.modalidad FROM es.poliza_modalidad x WHERE x.poliza = p.id ORDER BY x.desde DESC LIMIT 1) pm
                    ON true
                JOIN es.modalidad m ON m.id = pm.modalidad
                WHERE a.id = ?
                """, row -> {
            EsSampleTerms now = terms.get(row.getString("codigo"));
            LocalDate to = EsSql.dayOrNull(row, "hasta");
            return now == null ? null : new EsSampleInsured(member, EsSql.day(row, "fecha_nacimiento"), row.getString("sexo").equals("M"),
                    EsSql.day(row, "fecha_alta"), to == null || to.isAfter(Household.TODAY) ? Household.TODAY : to,
                    EsSql.dayOrNull(row, "antiguedad_reconocida"), new EsSamplePolicy(EsSql.key(row, "poliza"), EsSql.day(row, "efecto"),
                    EsSql.dayOrNull(row, "fin"), null, row.getString("forma_pago"), now, now, null), row.getString("cuenta"));
        }, member);
        if (found.isPresent()) {
            for (Used used : EsSql.list(connection, "SELECT anualidad, acto, reembolso FROM es.consumo WHERE asegurado = ?", row ->
                    new Used(row.getInt(1), row.getString(2), EsSql.cents(row.getBigDecimal(3))), member)) {
                found.get().use(used.year(), EsWords.ACTS.indexOf(used.act()), used.cents());
            }
        }
        return found;
    }
}
