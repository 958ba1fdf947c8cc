package io.guichet.country.es.claim;

import io.guichet.country.es.adjudication.Insured;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.adjudication.Modality;
import io.guichet.country.es.adjudication.Modality.Rows;
import io.guichet.country.es.adjudication.Period;
import io.guichet.country.es.adjudication.SampleProducts;
import io.guichet.country.es.adjudication.Usage;
import io.guichet.country.es.sql.EsSql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the tables say of a person on their policy, as the rules take it. Read for some people together.
final class InsuredFile {

    private static final String PERSONS = """
            SELECT a.id, a.poliza, a.persona, a.fecha_alta, least(a.fecha_baja, p.fin) AS hasta, a.antiguedad_reconocida IS NOT NULL AS reconocida,
                   EXISTS (SELECT FROM es.cuenta_bancaria c WHERE c.asegurado IN (a.id, a.titular) AND c.iban IS NOT NULL) AS cobra
            FROM es.asegurado a JOIN es.poliza p ON p.id = a.poliza
            WHERE a.id = ANY (?) ORDER BY a.id
            """;
    private static final String LOCK = " FOR NO KEY UPDATE OF a";
    private static final String MODALITIES = """
            SELECT x.poliza, x.desde, x.hasta, m.id, m.codigo, o.nombre || ' · ' || m.nombre AS nombre, m.tipo, m.producto
            FROM es.poliza_modalidad x JOIN es.modalidad m ON m.id = x.modalidad JOIN es.producto o ON o.id = m.producto
            WHERE x.poliza = ANY (?) ORDER BY x.poliza, x.desde
            """;

    private final Person person;
    private final Policy policy;
    private final Usage usage = new Usage();
    private final List<Authorised> authorisations = new ArrayList<>();

    private InsuredFile(Person person, Policy policy) {
        this.person = person;
        this.policy = policy;
    }

    private record Person(UUID id, UUID policy, UUID persona, LocalDate from, @Nullable LocalDate to, boolean recognised, boolean hasAccount) {
    }

    /// A policy: what its modalities were, and when it was suspended.
    private record Policy(List<Taken> taken, List<Period> suspended) {
    }

    /// A modality and when the policy was in it.
    private record Taken(Period period, Modality modality) {
    }

    /// Leave for an act.
    record Authorised(MedicalAct act, Period period) {
    }

    /// The files of these members, without those that there are none of for the signed-in role.
    ///
    /// @param locked whether nobody else decides for these people until the transaction ends
    static Map<UUID, InsuredFile> read(Connection connection, Collection<UUID> members, boolean locked) throws SQLException {
        Array ids = connection.createArrayOf("uuid", members.toArray());
        List<Person> persons = EsSql.list(connection, locked ? PERSONS + LOCK : PERSONS, row -> new Person(EsSql.key(row, "id"),
                EsSql.key(row, "poliza"), EsSql.key(row, "persona"), EsSql.day(row, "fecha_alta"), EsSql.dayOrNull(row, "hasta"),
                row.getBoolean("reconocida"), row.getBoolean("cobra")), ids);
        Map<UUID, Policy> policies = policies(connection, persons.stream().map(Person::policy).distinct().toList());
        Map<UUID, InsuredFile> files = new HashMap<>();
        persons.forEach(person -> files.put(person.id(), new InsuredFile(person, Objects.requireNonNull(policies.get(person.policy())))));
        EsSql.list(connection, """
                SELECT asegurado, anualidad, acto::text AS acto, sesiones, servicios, copago, reembolso FROM es.consumo WHERE asegurado = ANY (?)
                """, row -> {
            InsuredFile file = Objects.requireNonNull(files.get(EsSql.key(row, "asegurado")));
            MedicalAct act = MedicalAct.valueOf(row.getString("acto"));
            Usage.Year year = file.usage.year(row.getInt("anualidad"));
            year.addReimbursed(act, EsSql.cents(row.getBigDecimal("reembolso")));
            year.addCopay(EsSql.cents(row.getBigDecimal("copago")));
            year.addServices(row.getInt("servicios"));
            if (act == MedicalAct.FISIOTERAPIA) {
                year.addSessions(row.getInt("sesiones"));
            }
            return act;
        }, ids);
        EsSql.list(connection, """
                SELECT asegurado, acto::text AS acto, concedida, valida_hasta FROM es.autorizacion WHERE asegurado = ANY (?)
                ORDER BY asegurado, valida_hasta DESC
                """, row -> Objects.requireNonNull(files.get(EsSql.key(row, "asegurado"))).authorisations.add(new Authorised(
                MedicalAct.valueOf(row.getString("acto")), new Period(EsSql.day(row, "concedida"), EsSql.day(row, "valida_hasta")))), ids);
        return files;
    }

    private static Map<UUID, Policy> policies(Connection connection, List<UUID> keys) throws SQLException {
        Array ids = connection.createArrayOf("uuid", keys.toArray());
        Map<UUID, Policy> policies = new HashMap<>();
        keys.forEach(key -> policies.put(key, new Policy(new ArrayList<>(), new ArrayList<>())));
        EsSql.list(connection, "SELECT poliza, desde, hasta FROM es.poliza_suspension WHERE poliza = ANY (?)",
                row -> Objects.requireNonNull(policies.get(EsSql.key(row, "poliza"))).suspended().add(StoredTerms.period(row)), ids);
        record Row(UUID policy, Period period, UUID modality, UUID product, Rows rows) {
        }
        List<Row> all = EsSql.list(connection, MODALITIES, row -> new Row(EsSql.key(row, "poliza"), StoredTerms.period(row), EsSql.key(row, "id"),
                EsSql.key(row, "producto"), new Rows(row.getString("codigo"), row.getString("nombre"), SampleProducts.kind(row.getString("tipo")))), ids);
        Map<UUID, Modality> modalities = new HashMap<>();
        for (Row row : all) {
            Modality modality = modalities.get(row.modality());
            if (modality == null) {
                modality = StoredTerms.read(connection, row.product(), row.modality(), row.rows());
                modalities.put(row.modality(), modality);
            }
            Objects.requireNonNull(policies.get(row.policy())).taken().add(new Taken(row.period(), modality));
        }
        return policies;
    }

    /// The file of that member, or empty when there is none for the signed-in role.
    ///
    /// @param locked whether nobody else decides for this person until the transaction ends
    static Optional<InsuredFile> read(Connection connection, UUID member, boolean locked) throws SQLException {
        return Optional.ofNullable(read(connection, List.of(member), locked).get(member));
    }

    /// Keeps others from deciding for this person until the transaction ends.
    static void lock(Connection connection, UUID member) throws SQLException {
        EsSql.first(connection, "SELECT id FROM es.asegurado WHERE id = ? FOR NO KEY UPDATE", row -> EsSql.key(row, "id"), member);
    }

    /// Whether there is an account that somebody could be paid to: their own, or that of the head of their family.
    boolean hasAccount() {
        return person.hasAccount();
    }

    Insured insured() {
        return new Insured(person.from(), person.to(), policy.suspended(), person.recognised());
    }

    /// The modality of the policy on a day, with all its terms; empty when it had none.
    Optional<Modality> modality(LocalDate day) {
        return policy.taken().stream().filter(each -> each.period().holds(day)).findFirst().map(Taken::modality);
    }

    /// What is used of the limits, in all years.
    Usage usage() {
        return usage;
    }

    /// Authorisations of acts, newest first.
    List<Authorised> authorisations() {
        return authorisations;
    }
}
