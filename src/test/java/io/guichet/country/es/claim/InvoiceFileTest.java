package io.guichet.country.es.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.kernel.UserMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of invoices: the good rows are kept, the bad ones told.
class InvoiceFileTest {

    private static final String HEADER = "solicitud;documento;recibida;proveedor;factura;cuadro;territorio;moneda;cambio;acto;fecha;importe;concepto\n";

    /// What a file gave.
    private static final class Taken implements ClaimFileReader.Rows {
        private final List<FileClaim> claims = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        @Override
        public void claim(FileClaim claim) {
            claims.add(claim);
        }

        @Override
        public void problem(int line, UserMessage reason) {
            problems.add(line + " " + reason.key() + (reason.arguments().isEmpty() ? "" : " " + reason.arguments().getFirst()));
        }
    }

    private static Taken read(String text, Charset charset) throws IOException {
        Taken taken = new Taken();
        new InvoiceFile().read(new ByteArrayInputStream(text.getBytes(charset)), "file:abc", taken);
        return taken;
    }

    private static Taken rows(String... rows) throws IOException {
        return read(HEADER + String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
    }

    @Test
    void neighbouringRowsAreTheLinesOfARequest() throws IOException {
        Taken taken = rows("1;12345678-z;2026-09-10;Clínica Norte;F1;no;ES;EUR;;CONSULTA;2026-09-01;80,50;Primera visita",
                "1;;;;;;;;;urgencia;02/09/2026;120;\"Noche; lunes\"",
                "2;X1234567L;;Harley;77;si;EXTRANJERO;gbp;1,1634;ESPECIALISTA;2026-09-03;99.99;");
        assertThat(taken.problems).isEmpty();
        assertThat(taken.claims).hasSize(2);
        FileClaim first = taken.claims.getFirst();
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.person()).isEqualTo("12345678Z@2026-09-01");
        assertThat(first.origin()).startsWith("file:row:");
        assertThat(first.formerly()).isEqualTo("file:abc:2");
        assertThat(first.claim().asMap()).containsEntry("es.claim.provider", "Clínica Norte").containsEntry("es.claim.received", "2026-09-10")
                .containsEntry("es.claim.inNetwork", "false");
        assertThat(first.lines()).hasSize(2);
        assertThat(first.lines().get(1).asMap()).containsEntry("es.claimLine.act", "URGENCIA").containsEntry("es.claimLine.careDay", "2026-09-02")
                .containsEntry("es.claimLine.charged", "120").containsEntry("es.claimLine.concept", "Noche; lunes");
        assertThat(taken.claims.get(1).claim().asMap()).containsEntry("es.claim.currency", "GBP").containsEntry("es.claim.exchangeRate", "1.1634")
                .containsEntry("es.claim.inNetwork", "true").containsEntry("es.claim.territory", "EXTRANJERO");
    }

    @Test
    void aBadRowKeepsItsRequestOutAndNoOther() throws IOException {
        Taken taken = rows("1;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;", "1;;;;;;;;;CURA;2026-09-01;80;", "1;;;;;;;;;CONSULTA;2026-09-01;80;",
                "2;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;-80;", "3;12345678Z;;Norte;;;;;;CONSULTA;2026-09-31;80;",
                "4;;;Norte;;;;;;CONSULTA;2026-09-01;80;", ";12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;", "5;12345678Z;x;Norte;;;;;;CONSULTA;2026-09-01;80;",
                "6;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;");
        assertThat(taken.claims).extracting(FileClaim::line).containsExactly(10);
        assertThat(taken.problems).containsExactly("3 es.claim.error.act", "2 es.claimFile.leftOut 1", "4 es.claimFile.leftOut 1", "5 es.claim.error.charged",
                "6 es.claimFile.day fecha", "7 es.claimFile.missing documento", "8 es.claimFile.missing solicitud",
                "9 es.claimFile.day recibida");
    }

    /// The care of one is never paid to another: a request has one person, one provider and one invoice.
    @ParameterizedTest
    @CsvSource({"12345678Z,X1234567L,documento", "Norte,Sur,proveedor", "F1,F2,factura", "B12345674,B12345682,nif", "no,si,cuadro", "EUR,GBP,moneda",
            "2026-09-10,2026-09-11,recibida"})
    void aRequestOfTwoPeopleOrInvoicesIsLeftOutWithEachOfItsRows(String one, String other, String column) throws IOException {
        String row = "1;12345678Z;2026-09-10;Norte;F1;B12345674;no;ES;EUR;;CONSULTA;2026-09-01;80;\n";
        Taken taken = read(HEADER.replace("factura", "factura;nif") + row + row.replaceFirst(one, other) + row + row.replaceFirst("1", "2"),
                StandardCharsets.UTF_8);
        assertThat(taken.claims).extracting(FileClaim::line).containsExactly(5);
        assertThat(taken.problems).containsExactly("3 es.claimFile.differs " + column, "2 es.claimFile.leftOut 1", "4 es.claimFile.leftOut 1");
    }

    /// The same in other words is the same.
    @Test
    void headsThatSayTheSameAreOne() throws IOException {
        Taken taken = rows("1;12345678-z;2026-09-10;Norte;F1;no;ES;EUR;;CONSULTA;2026-09-01;80;", "1;12345678Z;10/09/2026;NORTE;f1;;es;eur;;CONSULTA;2026-09-01;81;");
        assertThat(taken.problems).isEmpty();
        assertThat(taken.claims).hasSize(1);
    }

    @Test
    void aFileThatIsNoneSaysWhatItShouldBe() throws IOException {
        assertThat(read("", StandardCharsets.UTF_8).problems).containsExactly("0 es.claimFile.empty");
        assertThat(read("a,b,c\n1,2,3", StandardCharsets.UTF_8).problems)
                .containsExactly("1 es.claimFile.columns solicitud, documento, proveedor, acto, fecha, importe");
        assertThat(read("\uFEFF" + HEADER + "1;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;\n", StandardCharsets.UTF_8).claims).hasSize(1);
        Taken latin = read(HEADER + "1;12345678Z;;Clínica;;;;;;CONSULTA;2026-09-01;80;\n2;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;\n", StandardCharsets.ISO_8859_1);
        assertThat(latin.claims).extracting(FileClaim::line).containsExactly(3);
        assertThat(latin.problems).containsExactly("2 es.claimFile.encoding");
        assertThat(rows("1;12345678Z;;Nor\0te;;;;;;CONSULTA;2026-09-01;80;").problems).containsExactly("2 es.claimFile.encoding");
        Taken open = rows("1;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;", "2;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;\"open");
        assertThat(open.problems).containsExactly("2 es.claimFile.cut 1", "3 es.claimFile.broken");
        Taken unended = read(HEADER + "1;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;80;\n2;12345678Z;;Norte;;;;;;CONSULTA;2026-09-01;1", StandardCharsets.UTF_8);
        assertThat(unended.claims).as("RFC 4180: the last row needs no end of line").extracting(FileClaim::line).containsExactly(2, 3);
        assertThat(unended.problems).isEmpty();
    }

    /// A corrected file adds what is corrected, wherever its rows stand in it.
    @Test
    void originsAreWhatTheRowsSay() throws IOException {
        String one = "1;12345678Z;;Norte;F1;;;;;CONSULTA;2026-09-01;80;";
        String two = "2;12345678Z;;Norte;F2;;;;;CONSULTA;2026-09-01;80;";
        List<String> origins = rows(one, two, one).claims.stream().map(FileClaim::origin).toList();
        assertThat(origins).doesNotHaveDuplicates().hasSize(3);
        assertThat(rows("", two, "", one, two.replace("80", "81")).claims.stream().map(FileClaim::origin))
                .contains(origins.get(0), origins.get(1)).doesNotContain(origins.get(2)).hasSize(3);
    }
}
