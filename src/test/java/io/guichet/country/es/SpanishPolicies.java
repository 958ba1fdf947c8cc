package io.guichet.country.es;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.Country;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.field.FieldValues;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.TestInstance;

/// A database with sample policies of Spain, and how tests ask about them. Changes are carried out by the owner, who needs
/// no amendment; each test works on a policy that nobody else touches.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpanishPolicies {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    static final Country SPAIN = new Spain();
    final ContractRecords contracts = SPAIN.contracts().orElseThrow();
    private @Nullable Database owner;
    private int used;

    @BeforeAll
    void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            SPAIN.sample().write(connection, new SampleRequest(800, 800, 5), members -> { });
            connection.commit();
        }
        owner = DATABASE.asSuperuser();
    }

    Database owner() {
        return Objects.requireNonNull(owner);
    }

    /// A policy of a family that runs on `DAY`, by its head; each time another.
    List<String> family() {
        return List.of(DATABASE.query("""
                SELECT p.id || ' ' || a.id FROM es.poliza p JOIN es.tomador t ON t.id = p.tomador
                JOIN es.asegurado a ON a.poliza = p.id AND a.titular = a.id
                WHERE t.tipo = 'PARTICULAR' AND p.fin IS NULL AND a.fecha_baja IS NULL AND p.efecto < '2024-01-01'
                    AND (SELECT count(*) FROM es.asegurado o WHERE o.titular = a.id AND o.fecha_baja IS NULL AND o.fecha_alta < '2025-01-01') >= 3
                    AND NOT EXISTS (SELECT FROM es.poliza_suspension s WHERE s.poliza = p.id)
                    AND (SELECT count(*) FROM es.poliza_modalidad m WHERE m.poliza = p.id) = 1
                ORDER BY p.id OFFSET ? LIMIT 1""", used++).getFirst().split(" "));
    }

    AmendmentResult apply(String policy, String kind, LocalDate day, @Nullable String member, Map<String, String> values) {
        return owner().write(work -> contracts.apply(work, order(policy, kind, day, member, values)));
    }

    static AmendmentOrder order(String policy, String kind, LocalDate day, @Nullable String member, Map<String, String> values) {
        return new AmendmentOrder(policy, kind, day, member == null ? null : AmendedPolicy.file(SPAIN.code(), UUID.fromString(member)),
                FieldValues.of(values), false);
    }

    static List<String> problems(AmendmentResult result) {
        return result.problems().stream().map(problem -> problem.field() + " " + problem.message().key()).toList();
    }

    ContractFile file(String policy, LocalDate day) {
        return owner().read(work -> contracts.find(work, policy, day)).orElseThrow();
    }

    long total(String policy, LocalDate day) {
        return owner().read(work -> contracts.premium(work, policy, day)).stream()
                .filter(line -> line.kind() == PremiumLine.Kind.TOTAL).findFirst().orElseThrow().amount().minor();
    }
}
