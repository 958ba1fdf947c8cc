package io.guichet.country.be.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.be.BeIdentifiers;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.kernel.UserMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFileTest {

    private static final String HEADER = "INSS;Factuurnummer;Code;Omschrijving;Van;Tot;Basisbedrag;Ziekenfonds;Aangerekend;Zorgverlener\n";
    private static final String GOOD = "85.07.30-033.28;F1;101076;raadpleging;01/03/2024;;;;31,81;\n";

    private final ClaimFileReader reader = new StatementFile(BeIdentifiers.INAMI, Clock.fixed(Instant.parse("2026-10-31T10:00:00Z"), ZoneOffset.UTC));
    private final List<FileClaim> claims = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private void read(byte[] file) throws IOException {
        claims.clear();
        problems.clear();
        reader.read(new ByteArrayInputStream(file), "file:1", new ClaimFileReader.Rows() {
            @Override
            public void claim(FileClaim claim) {
                claims.add(claim);
            }

            @Override
            public void problem(int line, UserMessage reason) {
                problems.add(line + " " + reason.key());
            }
        });
    }

    private void read(String file) throws IOException {
        read(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void neighbouringRowsOfOneInvoiceAreOneClaim() throws IOException {
        read(HEADER + GOOD + "85073003328;F1;102012;;2024-03-02;;20.75;8.75;20.75;\n" + "85073003328;F2;101076;;2024-03-02;;;;1.031,81;\n");
        assertThat(problems).isEmpty();
        assertThat(claims).extracting(FileClaim::line).containsExactly(2, 4);
        assertThat(claims).extracting(FileClaim::person).containsOnly("85073003328");
        FileClaim first = claims.getFirst();
        assertThat(first.claim().asMap()).containsEntry("be.claim.invoice", "F1").containsEntry("be.claim.received", "2026-10-31");
        assertThat(first.lines()).hasSize(2);
        assertThat(first.lines().getFirst().asMap()).containsEntry("be.claimLine.careDay", "2024-03-01").containsEntry("be.claimLine.charged", "31.81")
                .doesNotContainKey("be.claimLine.honorarium");
        assertThat(first.lines().getLast().asMap()).containsEntry("be.claimLine.honorarium", "20.75").containsEntry("be.claimLine.intervention", "8.75");
        assertThat(claims.getLast().lines().getFirst().asMap()).containsEntry("be.claimLine.charged", "1031.81");
    }

    @Test
    void rowsWithoutInvoiceAreClaimsOfTheirOwn() throws IOException {
        read("verzekerde,code,datum,aangerekend\nV000000001,101076,2024-03-01,31.81\nV000000001,101076,2024-03-02,31.81\n");
        assertThat(claims).hasSize(2);
    }

    /// What stands in a file twice is two claims, and the same two each time.
    @Test
    void originsAreWhatTheRowsSay() throws IOException {
        String row = "85073003328;;101076;;2024-03-01;;;;31.81;\n";
        read(HEADER + row + row + GOOD);
        List<String> origins = claims.stream().map(FileClaim::origin).toList();
        assertThat(origins).doesNotHaveDuplicates().hasSize(3);
        read(HEADER + GOOD + row + row.replace("31.81", "31.82"));
        assertThat(claims.stream().map(FileClaim::origin)).contains(origins.get(0), origins.get(2)).doesNotContain(origins.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Numéro national;Prestation;Du;Montant facturé", "Versicherter,Leistung,Von,Berechnet", "Member number\tAct\tFrom\tCharged",
            "\uFEFFASEGURADO;ACTO;DESDE;FACTURADO"})
    void headersAreKnownInEveryLanguageWhateverIsBetween(String header) throws IOException {
        char separator = header.contains("\t") ? '\t' : header.contains(",") ? ',' : ';';
        read(header + "\n" + String.join(String.valueOf(separator), "V000000001", "101076", "2024-03-01", "31.81") + "\n");
        assertThat(problems).isEmpty();
        assertThat(claims).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "85073003328;F2;101076;;30/02/2024;;;;31.81; | 3 be.file.column",
            "85073003328;F2;101076;;2024-03-01;;;;-31.81; | 3 be.file.column",
            "85073003328;F2;101076;;2024-03-01;;;;much; | 3 be.file.column",
            "85073003328;F2;101076;;2024-03-01;;;;31.81;123 | 3 be.file.column",
            "85073003328;F2;;;2024-03-01;;;;31.81; | 3 be.file.column",
            "85073003328;F2;101076;;2024-03-01;;;;; | 3 be.file.column",
            ";F2;101076;;2024-03-01;;;;31.81; | 3 be.file.column",
            "85073003328;F2;101076;2024-03-01 | 3 be.file.ragged"})
    void aBadRowIsToldAndTheGoodOnesAreKept(String row, String problem) throws IOException {
        read(HEADER + GOOD + row + "\n" + GOOD.replace("F1", "F3"));
        assertThat(problems).containsExactly(problem);
        assertThat(claims).extracting(FileClaim::line).containsExactly(2, 4);
    }

    /// Half an invoice is not decided: what is good of it is told too.
    @Test
    void anInvoiceWithABadRowIsNotTakenInPart() throws IOException {
        read(HEADER + GOOD + GOOD.replace("31,81", "x") + GOOD.replace("F1", "F3"));
        assertThat(problems).containsExactly("3 be.file.column", "2 be.file.partOfWrong");
        assertThat(claims).extracting(FileClaim::line).containsExactly(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"INSS;Code;Van;Kleur | 1 be.file.unknownColumn,1 be.file.noColumn",
            "INSS;Code;Code;Van;Aangerekend | 1 be.file.columnTwice", "Code;Van;Aangerekend | 1 be.file.noColumn"})
    void aFileWithoutItsColumnsIsNotRead(String header, String expected) throws IOException {
        read(header + "\n1;2;3;4\n");
        assertThat(String.join(",", problems)).isEqualTo(expected);
        assertThat(claims).isEmpty();
    }

    @Test
    void brokenFilesAreToldWhereTheyBreak() throws IOException {
        read("\n");
        assertThat(problems).containsExactly("0 be.file.empty");
        read(HEADER + GOOD + GOOD.replace("F1", "F2") + "\"85073003328;F3");
        assertThat(claims).extracting(FileClaim::line).containsExactly(2);
        assertThat(problems).containsExactly("3 be.file.mayGoOn", "4 be.file.quotes");
        read(HEADER + GOOD.replace("F1", "") + "\"85073003328;F3\n" + GOOD);
        assertThat(claims).as("what no invoice goes on from").extracting(FileClaim::line).containsExactly(2);
        assertThat(problems).containsExactly("3 be.file.quotes");
    }

    @Test
    void whatIsNoTextIsToldWithItsRow() throws IOException {
        read((HEADER + GOOD.replace("raadpleging", "café") + GOOD.replace("F1", "F2")).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems).containsExactly("2 be.file.encoding");
        assertThat(claims).extracting(FileClaim::line).containsExactly(3);
        read(HEADER + GOOD.replace("F1", "F\0") + GOOD);
        assertThat(problems).containsExactly("2 be.file.encoding");
        assertThat(claims).extracting(FileClaim::line).containsExactly(3);
    }

    /// RFC 4180: the last row may or may not have an end of line. One that lacks cells was cut.
    @Test
    void aLastRowNeedsNoEndOfLineButAllItsCells() throws IOException {
        read(HEADER + GOOD + "85073003328;F2;101076;;2024-03-02;;;;1.33");
        assertThat(claims).extracting(FileClaim::line).containsExactly(2);
        assertThat(problems).containsExactly("3 be.file.ragged");
        read("INSS;Factuur;Code;Van;Aangerekend\n85073003328;F1;101076;2024-03-01;31,81\n85073003328;F2;101076;2024-03-02;1.33");
        assertThat(claims).extracting(FileClaim::line).containsExactly(2, 3);
        assertThat(problems).isEmpty();
    }

    /// The example of the documentation is good, and each column that it names is known.
    @Test
    void theDocumentationIsRight() throws IOException {
        String page = Files.readString(Path.of("src/docs/files/belgian-statements.md"));
        read(page.substring(page.indexOf("```csv") + 7, page.lastIndexOf("```")));
        assertThat(problems).isEmpty();
        assertThat(claims).hasSize(2);
        assertThat(claims.getLast().lines().getFirst().asMap()).containsEntry("be.claimLine.charged", "1586.00")
                .containsEntry("be.claimLine.intervention", "48.00");
        List<String> names = page.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| column"))
                .flatMap(line -> Stream.of((line.split("\\|")[1] + "," + line.split("\\|")[2]).replace("*", "").replace("…", "").split(","))).toList();
        assertThat(names).hasSizeGreaterThan(30).allMatch(name -> FileColumns.field(name).isPresent());
    }
}
