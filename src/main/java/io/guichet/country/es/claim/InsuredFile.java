package io.guichet.country.es.claim;

import io.guichet.country.es.adjudication.Insured;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.adjudication.Modality;
import io.guichet.country.es.adjudication.Modality.Rows;
import io.guichet.country.es.adjudication.Period;
import io.guichet.country.es.adjudication.SampleProducts;
import io.guichet.country.es.adjudication.Usage;
import io.guichet.country.es.sql.EsSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the tables say of a person on their policy, as the rules take it.
final class InsuredFile {

    private static final String PERSON = """
            SELECT a.poliza, a.persona, a.fecha_alta, least(a.fecha_baja, p.fin) AS hasta, a.antiguedad_reconocida IS NOT NULL AS reconocida,
                   EXISTS (SELECT FROM es.cuenta_bancaria c WHERE c.asegurado IN (a.id, a.titular) AND c.iban IS NOT NULL) AS cobra
            FROM es.asegurado a JOIN es.poliza p ON p.id = a.poliza
            WHERE a.id = ?
            """;
    private static final String LOCK = " FOR NO KEY UPDATE OF a";
    private static final String MODALITIES = """
            SELECT x.desde, x.hasta, m.id, m.codigo, o.nombre || ' · ' || m.nombre AS nombre, m.tipo, m.producto
            FROM es.poliza_modalidad x JOIN es.modalidad m ON m.id = x.modalidad JOIN es.producto o ON o.id = m.producto
            WHERE x.poliza = ? ORDER BY x.desde
            """;
    private final Connection connection;
    private final UUID member;
    private final Person person;
    private final List<Taken> taken;

    private InsuredFile(Connection connection, UUID member, Person person) throws SQLException {
        this.connection = connection;
        this.member = member;
        this.person = person;
        this.taken = EsSql.list(connection, MODALITIES, row -> new Taken(StoredTerms.period(row), EsSql.key(row, "id"), EsSql.key(row, "producto"),
                new Rows(row.getString("codigo"), row.getString("nombre"), SampleProducts.kind(row.getString("tipo")))), person.policy());
    }

    private record Person(UUID policy, UUID persona, LocalDate from, @Nullable LocalDate to, boolean recognised, boolean hasAccount) {
    }

    /// A modality and when the policy was in it.
    private record Taken(Period period, UUID modality, UUID product, Rows rows) {
    }

    /// The file of that member, or empty when there is none for the signed-in role.
    ///
    /// @param locked whether nobody else decides for this person until the transaction ends
    static Optional<InsuredFile> read(Connection connection, UUID member, boolean locked) throws SQLException {
        Optional<Person> person = EsSql.first(connection, locked ? PERSON + LOCK : PERSON, row -> new Person(EsSql.key(row, "poliza"),
                EsSql.key(row, "persona"), EsSql.day(row, "fecha_alta"), EsSql.dayOrNull(row, "hasta"), row.getBoolean("reconocida"),
                row.getBoolean("cobra")), member);
        return person.isEmpty() ? Optional.empty() : Optional.of(new InsuredFile(connection, member, person.get()));
    }

    /// Keeps others from deciding for this person until the transaction ends.
    static void lock(Connection connection, UUID member) throws SQLException {
        EsSql.first(connection, "SELECT id FROM es.asegurado WHERE id = ? FOR NO KEY UPDATE", row -> EsSql.key(row, "id"), member);
    }

    /// The same in all files of one person.
    UUID persona() {
        return person.persona();
    }

    /// Whether there is an account that somebody could be paid to: their own, or that of the head of their family.
    boolean hasAccount() {
        return person.hasAccount();
    }

    Insured insured() throws SQLException {
        List<Period> suspended = EsSql.list(connection, "SELECT desde, hasta FROM es.poliza_suspension WHERE poliza = ?", StoredTerms::period,
                person.policy());
        return new Insured(person.from(), person.to(), suspended, person.recognised());
    }

    /// The modality of the policy on a day, with all its terms; empty when it had none.
    Optional<Modality> modality(LocalDate day) throws SQLException {
        Optional<Taken> found = taken.stream().filter(each -> each.period().holds(day)).findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(StoredTerms.read(connection, found.get().product(), found.get().modality(), found.get().rows()));
    }

    /// What is used of the limits, in all years.
    Usage usage() throws SQLException {
        Usage usage = new Usage();
        EsSql.list(connection, "SELECT anualidad, acto::text AS acto, sesiones, servicios, copago, reembolso FROM es.consumo WHERE asegurado = ?",
                row -> {
                    MedicalAct act = MedicalAct.valueOf(row.getString("acto"));
                    Usage.Year year = usage.year(row.getInt("anualidad"));
                    year.addReimbursed(act, EsSql.cents(row.getBigDecimal("reembolso")));
                    year.addCopay(EsSql.cents(row.getBigDecimal("copago")));
                    year.addServices(row.getInt("servicios"));
                    if (act == MedicalAct.FISIOTERAPIA) {
                        year.addSessions(row.getInt("sesiones"));
                    }
                    return act;
                }, member);
        return usage;
    }

    /// Authorisations of acts, newest first.
    List<Authorised> authorisations() throws SQLException {
        return new ArrayList<>(EsSql.list(connection, """
                SELECT acto::text AS acto, concedida, valida_hasta FROM es.autorizacion WHERE asegurado = ? ORDER BY valida_hasta DESC
                """, row -> new Authorised(MedicalAct.valueOf(row.getString("acto")),
                new Period(EsSql.day(row, "concedida"), EsSql.day(row, "valida_hasta"))), member));
    }

    /// Leave for an act.
    record Authorised(MedicalAct act, Period period) {
    }
}
