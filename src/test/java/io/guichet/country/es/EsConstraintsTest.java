package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;

/// Every constraint of the schema is tried by SQL and refuses. `EsConstraintsTest.txt` lists them: name, statement.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EsConstraintsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /// A statement and the constraint that refuses it.
    record Attempt(String constraint, String statement) {
        @Override
        public String toString() {
            return constraint;
        }
    }

    @BeforeAll
    void write() throws SQLException {
        try (Connection connection = DATABASE.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            EsCatalogue.load(connection);
            statement.execute(SOUND);
            connection.commit();
        }
    }

    static Stream<Attempt> attempts() throws IOException {
        try (InputStream file = Objects.requireNonNull(EsConstraintsTest.class.getResourceAsStream("EsConstraintsTest.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(" : ", 2))
                    .map(parts -> new Attempt(parts[0].strip(), parts[1].strip())).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void refuses(Attempt attempt) throws SQLException {
        assertThat(refusal(attempt.statement())).as(attempt.statement()).isEqualTo(attempt.constraint());
    }

    private static String refusal(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
                return "written";
            } catch (PSQLException refused) {
                String constraint = Objects.requireNonNull(refused.getServerErrorMessage()).getConstraint();
                return constraint == null ? refused.getMessage() : constraint;
            } finally {
                connection.rollback();
            }
        }
    }

    /// Primary keys and NOT NULL apart: checks, exclusions, references, uniqueness, sums.
    @Test
    void noConstraintIsLeftUntried() throws IOException {
        Set<String> there = new TreeSet<>(DATABASE.query("""
                SELECT conname FROM pg_constraint WHERE connamespace = 'es'::regnamespace AND contype IN ('c', 'x', 'u', 'f', 't')
                UNION
                SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE c.relnamespace = 'es'::regnamespace AND i.indisunique
                    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
                    AND c.relname NOT LIKE 'flyway%'"""));
        there.removeIf(name -> name.startsWith("flyway"));

        Set<String> tried = attempts().map(Attempt::constraint).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrderElementsOf(there);
    }

    private static final String SOUND = """
            INSERT INTO es.tomador (id, tipo, nif, nombre, ccc, codigo_postal, provincia) VALUES
                ('00000000-0000-4000-8000-0000000000a1', 'EMPRESA', 'B64717838', 'Casa Vieja', NULL, '28013', '28'),
                ('00000000-0000-4000-8000-0000000000a2', 'PARTICULAR', '54362315K', 'Ana Gil', NULL, '46005', '46');
            INSERT INTO es.poliza (id, numero, tomador, efecto, vencimiento, forma_pago) VALUES
                ('00000000-0000-4000-8000-0000000000b1', 'S000000001', '00000000-0000-4000-8000-0000000000a1', '2020-01-01', '2026-12-31', 'ANUAL');
            INSERT INTO es.poliza_modalidad (poliza, modalidad, desde)
                SELECT '00000000-0000-4000-8000-0000000000b1', id, '2020-01-01' FROM es.modalidad WHERE codigo = 'MIXTA-80';
            INSERT INTO es.poliza_suspension (poliza, motivo, desde, hasta)
                VALUES ('00000000-0000-4000-8000-0000000000b1', 'IMPAGO', '2025-01-01', '2025-02-28');
            INSERT INTO es.asegurado (id, persona, titular, poliza, parentesco, tipo_documento, numero_documento, nombre, primer_apellido,
                fecha_nacimiento, sexo, fecha_alta) VALUES
                ('00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-0000000000c1',
                 '00000000-0000-4000-8000-0000000000b1', 'TITULAR', 'DNI', '12345678Z', 'Ana', 'Gil', '1980-05-05', 'M', '2020-01-01'),
                ('00000000-0000-4000-8000-0000000000c2', '00000000-0000-4000-8000-0000000000c2', '00000000-0000-4000-8000-0000000000c1',
                 '00000000-0000-4000-8000-0000000000b1', 'HIJO', NULL, NULL, 'Leo', 'Gil', '2015-05-05', 'H', '2020-01-01');
            INSERT INTO es.domicilio (asegurado, codigo_postal) VALUES ('00000000-0000-4000-8000-0000000000c1', '28013');
            INSERT INTO es.contacto (asegurado, movil) VALUES ('00000000-0000-4000-8000-0000000000c1', '+34612345678');
            INSERT INTO es.cuenta_bancaria (asegurado) VALUES ('00000000-0000-4000-8000-0000000000c1');
            INSERT INTO es.asistencia_publica (asegurado) VALUES ('00000000-0000-4000-8000-0000000000c1');
            INSERT INTO es.cuestionario_salud (asegurado) VALUES ('00000000-0000-4000-8000-0000000000c1');
            INSERT INTO es.autorizacion (id, numero, asegurado, acto, centro, concedida, valida_hasta)
                VALUES ('00000000-0000-4000-8000-0000000000d1', 'A202600000001', '00000000-0000-4000-8000-0000000000c1', 'CIRUGIA', 'Vega',
                        '2026-01-01', '2026-03-01');
            INSERT INTO es.acto (id, asegurado, clase, fecha, centro, servicio, copago, autorizacion)
                VALUES ('00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000c1', 'CIRUGIA', '2026-02-01', 'Vega', 1, 5,
                        '00000000-0000-4000-8000-0000000000d1');
            INSERT INTO es.solicitud_reembolso (id, numero, asegurado, recibida, primer_dia, estado, numero_factura, proveedor, importe,
                importe_euros, reembolso, pagada, cuenta_final)
                VALUES ('00000000-0000-4000-8000-0000000000f1', 'R202600000001', '00000000-0000-4000-8000-0000000000c1', '2026-03-01',
                        '2026-02-01', 'PAGADA', 'F1', 'Santa Elena', 100, 100, 80, '2026-03-10', '1332');
            INSERT INTO es.factura_linea (solicitud, orden, acto, concepto, fecha, importe, importe_euros, porcentaje, reembolso)
                VALUES ('00000000-0000-4000-8000-0000000000f1', 1, 'CONSULTA', 'Consulta', '2026-02-01', 100, 100, 80, 80);
            INSERT INTO es.recibo (numero, poliza, mes, meses, neta, primero, neta_anual, tipo_ccs, ccs, copagos, total, estado, cobrado)
                VALUES ('P202600000001', '00000000-0000-4000-8000-0000000000b1', '2026-01-01', 1, 100, true, 1200, 0.0015, 1.8, 5, 106.8,
                        'COBRADO', '2026-01-05');
            """;
}
