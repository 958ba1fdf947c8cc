package io.guichet.country.es;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Received;
import io.guichet.country.es.claim.SpanishClaimRecords;
import io.guichet.country.field.FieldValues;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A database where requests can come in, and how tests work on them. Each test has people of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpanishRequests {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    static final String CLINIC = Nif.complete('B', "8312345");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-10-31T12:00:00Z"), ZoneOffset.UTC);
    private static final UUID HOLDER = UUID.randomUUID();
    final ClaimRecords records = new SpanishClaimRecords(new Spain().code(), NOON, new Nif());
    private @Nullable Database owner;
    private int people;

    @BeforeAll
    void sell() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            EsCatalogue.load(connection);
            connection.commit();

        }
        DATABASE.run("INSERT INTO es.tomador (id, tipo, nif, nombre, codigo_postal, provincia) "
                + "VALUES (?, 'PARTICULAR', '54362315K', 'Ana Gil', '28013', '28')", HOLDER);
        owner = DATABASE.asSuperuser();
    }

    Database owner() {
        return Objects.requireNonNull(owner);
    }

    /// Somebody on a policy of their own.
    String person(String modality, String entry) {
        int number = ++people;
        UUID policy = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        DATABASE.run("INSERT INTO es.poliza (id, numero, tomador, efecto, vencimiento, forma_pago) VALUES (?, ?, ?, ?::date, '2026-12-31', 'ANUAL')",
                policy, "S%09d".formatted(number), HOLDER, entry);
        DATABASE.run("INSERT INTO es.poliza_modalidad (poliza, modalidad, desde) VALUES (?, ?, ?::date)", policy, EsCatalogue.key(modality), entry);
        DATABASE.run("""
                INSERT INTO es.asegurado (id, persona, titular, poliza, parentesco, nombre, primer_apellido, fecha_nacimiento, sexo, fecha_alta)
                VALUES (?, ?, ?, ?, 'TITULAR', 'Ana', 'Gil', '1980-05-05', 'M', ?::date)""", person, person, person, policy, entry);
        DATABASE.run("INSERT INTO es.cuenta_bancaria (asegurado, iban) VALUES (?, ?)", person, "ES%022d".formatted(number));
        return person.toString();
    }

    static FieldValues line(String act, String day, String charged) {
        return FieldValues.of(Map.of("es.claimLine.act", act, "es.claimLine.careDay", day, "es.claimLine.charged", charged));
    }

    ClaimIntake intake(String member, String invoice, FieldValues... lines) {
        return new ClaimIntake(member, FieldValues.of(Map.of("es.claim.received", "2026-10-01", "es.claim.provider", "Clínica Norte", "es.claim.providerNif", CLINIC,
                "es.claim.invoice", invoice)), Arrays.asList(lines), "file:test:" + UUID.randomUUID());
    }

    String received(ClaimIntake intake) {
        return ((Received.Written) owner().write(work -> records.receive(work, intake))).claim();
    }

    String received(String member, FieldValues... lines) {
        return received(intake(member, "F" + UUID.randomUUID().toString().substring(0, 8), lines));
    }

    Assessment assessed(String claim) {
        return owner().write(work -> records.assess(work, claim));
    }

    List<Finding.Code> codes(String claim) {
        return assessed(claim).findings().stream().map(Finding::code).toList();
    }

    static ClaimDecision accept(ClaimRecords records, UnitOfWork work, String claim) {
        ClaimDecision decision = records.assess(work, claim).decision();
        records.accept(work, claim, decision);
        return decision;
    }

    ClaimDecision accepted(String claim) {
        return owner().write(work -> accept(records, work, claim));
    }

    ClaimFile file(String claim) {
        return owner().read(work -> records.find(work, claim)).orElseThrow();
    }

    static List<String> counters(String member) {
        return DATABASE.query("SELECT anualidad || ' ' || acto || ' ' || reembolso FROM es.consumo WHERE asegurado = ?::uuid "
                + "ORDER BY anualidad, acto", member);
    }

    static List<String> queue(String claim) {
        return DATABASE.query("SELECT state || ' ' || charged || ' ' || insurer FROM reimbursement.work WHERE country = 'ES' AND claim = ?", claim);
    }
}
