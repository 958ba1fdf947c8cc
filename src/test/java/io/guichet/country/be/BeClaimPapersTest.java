package io.guichet.country.be;

import static io.guichet.country.be.Afrekeningen.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Finding.Code;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.UserMessage;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What proves a statement, and what several have in common that should not be.
class BeClaimPapersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final FieldValues CONSULTATION = line("101076", "2024-07-01", "31.81", "provider", Afrekeningen.DOCTOR);
    private static final FieldValues PHYSIOTHERAPY = line("KINE_CABINET", "2024-07-02", "28.60", "provider", Afrekeningen.DOCTOR);
    private static final FieldValues IMPLANT = line("IMPLANT", "2024-07-03", "1586.00", "honorarium", "1586.00", "intervention", "48.00", "provider",
            Afrekeningen.DENTIST);
    private static Afrekeningen desk;

    @BeforeAll
    static void open() {
        desk = new Afrekeningen(DATABASE);
    }

    @BeforeEach
    void start() throws SQLException {
        desk.reset();
    }

    private static List<String> missing(String claim) {
        return desk.assess(claim).findings().stream().filter(finding -> finding.code() == Code.MISSING_DOCUMENT)
                .map(finding -> finding.line() + " " + ((UserMessage) finding.sentence().arguments().getFirst()).key()).toList();
    }

    private static List<Code> codes(String claim) {
        return desk.assess(claim).findings().stream().map(Finding::code).toList();
    }

    @Test
    void whatSomebodyEntersNeedsItsPapers() {
        String claim = desk.receive(Polissen.HEAD, "desk:1", CONSULTATION, PHYSIOTHERAPY, IMPLANT);
        assertThat(missing(claim)).containsExactly("1 document.type.prescription", "2 document.type.invoice");
        desk.attach(claim, "prescription", "a");
        assertThat(missing(claim)).containsExactly("2 document.type.invoice");
        desk.attach(claim, "invoice", "b");
        assertThat(codes(claim)).isEmpty();
        assertThat(codes(desk.receive(Polissen.HEAD, "file:1", line("KINE_CABINET", "2024-08-02", "28.60", "provider", Afrekeningen.DOCTOR))))
                .as("who sent the file has seen them").isEmpty();
        assertThat(missing(desk.receive(Polissen.COLLEAGUE, "desk:2", line("KINE_CABINET", "2024-08-02", "28.60", "provider", Afrekeningen.DOCTOR))))
                .as("what is not paid needs no proof").isEmpty();
        Map<String, String> stay = Map.of("be.claim.hospitalNumber", "710", "be.claim.room", "GEMEENSCHAPPELIJK", "be.claim.admission", "2024-05-01",
                "be.claim.discharge", "2024-05-03");
        assertThat(missing(desk.receive(Polissen.HEAD, "desk:3", stay, line("INGREEP", "2024-05-01", "1100", "honorarium", "1000", "intervention", "900"))))
                .containsExactly("0 document.type.invoice");
    }

    @Test
    void onePaperProvesOneStatement() {
        String first = desk.receive(Polissen.HEAD, "desk:1", IMPLANT);
        String second = desk.receive(Polissen.HEAD, "desk:2", line("IMPLANT", "2024-09-03", "100.00", "honorarium", "100.00", "intervention", "48.00", "provider",
                Afrekeningen.DENTIST));
        desk.attach(first, "invoice", "the same");
        assertThat(codes(first)).isEmpty();
        desk.attach(second, "invoice", "the same");
        assertThat(codes(second)).containsExactly(Code.REUSED_DOCUMENT);
    }

    /// A family is paid to one account; a stranger who is paid there too is looked at.
    @Test
    void anAccountIsSharedByAHouseholdOnly() {
        DATABASE.run("INSERT INTO be.bankrekening (verzekerde, iban) SELECT ?, iban FROM be.bankrekening WHERE verzekerde = ?", Polissen.PARTNER, Polissen.HEAD);
        assertThat(codes(desk.receive(Polissen.HEAD, "a", CONSULTATION))).isEmpty();
        assertThat(codes(desk.receive(Polissen.PARTNER, "b", CONSULTATION))).as("of one household").isEmpty();
        DATABASE.run("UPDATE be.bankrekening SET iban = (SELECT iban FROM be.bankrekening WHERE verzekerde = ?) WHERE verzekerde = ?", Polissen.HEAD,
                Polissen.COLLEAGUE);
        assertThat(codes(desk.receive(Polissen.COLLEAGUE, "c", CONSULTATION))).contains(Code.SHARED_ACCOUNT);
    }

    /// What was loaded in bulk is open too: what comes in is compared with it.
    @Test
    void openStatementsOfABulkLoadAreRecognised() {
        Map<String, String> invoice = Map.of("be.claim.invoice", "2024/9");
        desk.receive(Polissen.HEAD, "a", invoice, CONSULTATION);
        DATABASE.run("DELETE FROM reimbursement.fingerprint");
        DATABASE.run("SELECT be.herken_open()");
        assertThat(codes(desk.receive(Polissen.HEAD, "b", invoice, PHYSIOTHERAPY))).containsExactly(Code.SAME_INVOICE);
    }
}
