package io.guichet.country.es.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.es.Spain;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.adjudication.Modality;
import io.guichet.country.es.adjudication.Modality.Rows;
import io.guichet.country.es.adjudication.SampleProducts;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The rules read the sample file, claims the tables: both say the same of every product, act and period.
class StoredTermsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private record Stored(UUID product, UUID modality) {
    }

    @Test
    void theTablesSayWhatTheFileSays() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            new Spain().sample().write(connection, new SampleRequest(40, 0, 5), members -> { });
            List<LocalDate> days = EsSql.list(connection, """
                    SELECT DISTINCT d.dia + n.mas AS dia
                    FROM (SELECT desde AS dia FROM es.prestacion UNION SELECT desde FROM es.carencia UNION SELECT desde FROM es.copago_tramo
                          UNION SELECT hasta FROM es.copago_tramo UNION SELECT desde FROM es.copago_tope UNION SELECT desde FROM es.limite_reembolso
                          UNION SELECT hasta FROM es.limite_reembolso UNION SELECT '2026-10-31') d
                    CROSS JOIN generate_series(-1, 1) AS n (mas)
                    WHERE d.dia IS NOT NULL ORDER BY 1
                    """, row -> EsSql.day(row, "dia"));
            List<Modality> file = SampleProducts.read().all();
            assertThat(days).hasSizeGreaterThan(6);
            assertThat(file).isNotEmpty();
            for (Modality said : file) {
                Stored key = EsSql.first(connection, "SELECT id, producto FROM es.modalidad WHERE codigo = ?",
                        row -> new Stored(EsSql.key(row, "producto"), EsSql.key(row, "id")), said.code()).orElseThrow();
                Modality stored = StoredTerms.read(connection, key.product(), key.modality(), new Rows(said.code(), said.name(), said.kind()));
                for (LocalDate day : days) {
                    for (MedicalAct act : MedicalAct.values()) {
                        assertThat(comparable(stored, act, day)).as("%s %s %s", said.code(), act, day).isEqualTo(comparable(said, act, day));
                    }
                }
            }
            connection.rollback();
        }
    }

    /// Without the scale of rates: 0.8 is 0.80.
    private static String comparable(Modality modality, MedicalAct act, LocalDate day) {
        return modality.terms(act, day).toString().replaceAll("fraction=[0-9.]+, ", "");
    }
}
