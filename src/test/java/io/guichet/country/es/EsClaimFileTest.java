package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.claim.Received;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Requests of a file, from its rows into the tables.
class EsClaimFileTest extends SpanishRequests {

    private static final String HEADER = "solicitud;documento;recibida;proveedor;factura;acto;fecha;importe\n";

    private List<FileClaim> read(String... rows) throws IOException {
        List<FileClaim> claims = new ArrayList<>();
        ClaimFileReader reader = records.files().getFirst();
        byte[] file = (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
        reader.read(new ByteArrayInputStream(file), "file:" + file.length + rows[0].hashCode(), new ClaimFileReader.Rows() {
            @Override
            public void claim(FileClaim claim) {
                claims.add(claim);
            }

            @Override
            public void problem(int line, UserMessage reason) {
                throw new AssertionError(line + " " + reason.key());
            }
        });
        return claims;
    }

    private Map<String, String> members(Database database, List<FileClaim> claims) {
        return database.read(work -> records.files().getFirst().members(work, claims.stream().map(FileClaim::person).toList()));
    }

    @Test
    void peopleAreFoundByDocumentAndDayOrByOurReference() throws IOException {
        String earlier = person("REEMBOLSO-80", "2020-01-01");
        String now = person("REEMBOLSO-90", "2025-01-01");
        String child = person("MIXTA-80", "2021-01-01");
        DATABASE.run("UPDATE es.asegurado SET fecha_baja = '2024-12-31' WHERE id = ?::uuid", earlier);
        for (String each : List.of(earlier, now)) {
            DATABASE.run("UPDATE es.asegurado SET persona = ?::uuid, tipo_documento = 'DNI', numero_documento = '12345678Z' WHERE id = ?::uuid",
                    earlier, each);
        }
        List<FileClaim> claims = read("1;12345678-z;;Norte;A1;CONSULTA;2024-06-01;50", "2;12345678Z;;Norte;A2;CONSULTA;2025-06-01;50",
                "3;12345678Z;;Norte;A3;CONSULTA;2019-06-01;50", "4;" + child.toUpperCase(Locale.ROOT) + ";;Norte;A4;CONSULTA;2025-06-01;50",
                "5;87654321X;;Norte;A5;CONSULTA;2025-06-01;50");
        Map<String, String> found = members(owner(), claims);
        assertThat(claims.stream().map(claim -> found.getOrDefault(claim.person(), "nobody"))).containsExactly(earlier, now, now, child, "nobody");
        assertThat(members(DATABASE.as("operations"), claims)).as("no file need be open").isEqualTo(found);
    }

    @Test
    void aFileReadTwiceAddsNothing() throws IOException {
        String member = person("REEMBOLSO-80", "2020-01-01");
        String[] rows = {"1;" + member + ";2026-09-10;Norte;B1;CONSULTA;2026-09-01;50", "1;;;;;URGENCIA;2026-09-02;100,25",
            "2;" + member + ";;Norte;B2;CONSULTA;2026-09-03;60"};
        List<Received> first = received(member, read(rows));
        assertThat(first).hasSize(2).allMatch(Received.Written.class::isInstance);
        assertThat(received(member, read(rows))).isEqualTo(first.stream()
                .map(each -> new Received.Known(((Received.Written) each).claim())).toList());
        assertThat(DATABASE.query("SELECT importe FROM es.solicitud_reembolso WHERE asegurado = ?::uuid ORDER BY importe", member))
                .containsExactly("60.00", "150.25");
    }

    private List<Received> received(String member, List<FileClaim> claims) {
        return claims.stream().map(claim -> owner().<Received>write(work -> records.receive(work, claim.of(member)))).toList();
    }
}
