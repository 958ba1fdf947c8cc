package io.guichet.country.be;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is wrong in a file of statements is told at its row, what is right comes in, and nothing comes in twice.
class BeBadFilesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String HEAD = "INSS;Factuur;Code;Van;Zorgverlener;Aangerekend\n";
    private static Afrekeningen desk;

    @BeforeAll
    static void open() {
        desk = new Afrekeningen(DATABASE);
    }

    @BeforeEach
    void start() throws SQLException {
        desk.reset();
    }

    private static String row(String person, String invoice, String code, String day, String charged) {
        return String.join(";", person, invoice, code, day, Afrekeningen.DOCTOR, charged) + "\n";
    }

    @Test
    void eachBadRowIsToldAndTheOthersComeIn() throws IOException {
        String known = "85.07.30-033.28";
        String file = HEAD + row(known, "F1", "101076", "2024-05-01", "31,81")
                + row(known, "F2", "999999", "2024-05-01", "31,81")
                + row(known, "F3", "101076", "2024-05-01", "-31,81")
                + row(known, "F4", "101076", "2024-05-01", "99999999,00")
                + row(known, "F5", "101076", "2999-05-01", "31,81")
                + row(known, "F6", "101076", "31/02/2024", "31,81")
                + row("00000000000", "F7", "101076", "2024-05-01", "31,81")
                + row(known, "F8", "101076", "2019-05-01", "31,81 USD")
                + "half a row\n"
                + row(known, "F9", "101076", "2024-05-02", "31,81");
        assertThat(desk.importFile(file)).containsExactlyInAnyOrder("2 Written", "3 be.error.unknownAct", "4 be.file.column", "5 be.file.column",
                "6 be.file.column", "7 be.file.column", "8 nobody", "9 be.file.column", "10 be.file.ragged", "11 Written");
        assertThat(DATABASE.query("SELECT factuurnummer FROM be.afrekening ORDER BY 1")).containsExactly("F1", "F9");

        assertThat(desk.importFile(file)).filteredOn(outcome -> outcome.endsWith("Known")).containsExactly("2 Known", "11 Known");
        assertThat(DATABASE.query("SELECT count(*) FROM be.factuurlijn")).containsExactly("2");
    }

    /// Care of a day without cover is no mistake of the file: it comes in, and is looked at.
    @Test
    void careOfADayWithoutCoverComesInAndWaits() throws IOException {
        DATABASE.run("UPDATE be.aansluiting SET einde = '2024-04-30' WHERE verzekerde = ?", Polissen.HEAD);
        assertThat(desk.importFile(HEAD + row("85073003328", "F1", "101076", "2024-05-01", "31,81"))).containsExactly("2 Written");
        String claim = DATABASE.query("SELECT ogm FROM be.afrekening").getFirst();
        assertThat(desk.assess(claim).findings()).extracting(finding -> finding.code().name()).containsExactly("OUTSIDE_COVER");
        assertThat(desk.assess(claim).decision().insurerPaid().minor()).isZero();
    }

    @Test
    void whatIsNoFileOfStatementsIsSaidOnce() throws IOException {
        assertThat(desk.importFile("")).hasSize(1);
        assertThat(desk.importFile("\u0000\u0001PDF-1.7\n%%EOF\n")).isNotEmpty().allMatch(outcome -> outcome.startsWith("1 be.file.") || outcome.startsWith("0 be.file."));
        assertThat(DATABASE.query("SELECT ogm FROM be.afrekening")).isEmpty();
    }
}
