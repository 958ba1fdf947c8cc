package io.guichet.country.be;

import static io.guichet.country.be.Afrekeningen.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.Money;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Statements from their arrival to their decision and back, with the rights of who does it. TAND-PLUS pays 80 %, in 2024 at most
/// 1,400.00 a year from the fourth year of membership on: of an implant of 1,586.00, 48.00 of it the mutuality's, 1,230.40.
class BeClaimsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CEILING = "SELECT verbruikt || ' of ' || plafond FROM be.jaarplafond WHERE verzekerde = ? ORDER BY begin";
    private static Afrekeningen desk;

    @BeforeAll
    static void open() {
        desk = new Afrekeningen(DATABASE);
    }

    @BeforeEach
    void start() throws SQLException {
        desk.reset();
    }

    private static FieldValues implant(String day) {
        return line("IMPLANT", day, "1586.00", "honorarium", "1586.00", "intervention", "48.00", "provider", Afrekeningen.DENTIST);
    }

    @Test
    void whatIsAcceptedUsesTheCeilingAndWhatIsReopenedGivesItBack() {
        String claim = desk.receive(Polissen.HEAD, "a", implant("2024-03-01"));
        assertThat(DATABASE.query("SELECT state || ' ' || charged FROM reimbursement.work WHERE claim = ?", claim)).containsExactly("RECEIVED 1586.00");
        Assessment assessment = desk.assess(claim);
        assertThat(assessment.findings()).isEmpty();
        assertThat(assessment.decision().insurerPaid()).isEqualTo(Money.euros(123_040));

        desk.approve(claim);
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("1230.40 of 1400.00");
        ClaimFile file = desk.find(claim);
        assertThat(file.state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(file.decision()).contains(assessment.decision());
        assertThat(DATABASE.query("SELECT state || ' ' || insurer FROM reimbursement.work WHERE claim = ?", claim)).containsExactly("ACCEPTED 1230.40");

        String second = desk.receive(Polissen.HEAD, "b", implant("2024-06-01"));
        Assessment rest = desk.assess(second);
        assertThat(rest.decision().insurerPaid()).isEqualTo(Money.euros(16_960));
        assertThat(rest.findings()).extracting(finding -> finding.code().name()).containsExactly("OVER_LIMIT");
        desk.approve(second);
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("1400.00 of 1400.00");

        desk.reopen(claim);
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("169.60 of 1400.00");
        assertThat(desk.find(claim).decision()).isEmpty();
        assertThat(desk.assess(claim).decision().insurerPaid()).isEqualTo(Money.euros(123_040));
        desk.approve(claim);
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("1400.00 of 1400.00");
        desk.reopen(second);
        desk.reopen(claim);
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("0.00 of 1400.00");
        assertThat(DATABASE.query("SELECT toestand || terugbetaald || eigen_deel || franchise FROM be.afrekening")).containsOnly("ONTVANGEN0.001538.000.00");
    }

    /// The second one waits for the first, and sees what it left.
    @Test
    void twoWindowsCannotOverdrawACeiling() throws ExecutionException, InterruptedException {
        String one = desk.receive(Polissen.HEAD, "a", implant("2024-03-01"));
        String other = desk.receive(Polissen.HEAD, "b", implant("2024-06-01"));
        Afrekeningen colleague = desk.colleague(Polissen.HEAD);
        CompletableFuture<Money> later = desk.approveWhile(one, () -> {
            CompletableFuture<Money> waiting = CompletableFuture.supplyAsync(() -> colleague.approve(other).insurerPaid());
            while (!waiting.isDone() && DATABASE.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(waiting).isNotDone();
            return waiting;
        });
        assertThat(later.get()).isEqualTo(Money.euros(16_960));
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("1400.00 of 1400.00");
    }

    /// Whatever somebody decides, the database keeps the ceiling.
    @Test
    void theDatabaseRefusesMoreThanTheCeiling() {
        String claim = desk.receive(Polissen.HEAD, "a", implant("2024-03-01"));
        LineDecision line = desk.assess(claim).decision().lines().getFirst();
        ClaimDecision more = new ClaimDecision(List.of(new LineDecision(line.charged(), line.publicPaid(), Money.euros(150_000), Money.euros(3_800),
                line.steps(), List.of(new CounterMove("JAARPLAFOND-2024", 150_000)))));
        assertThatThrownBy(() -> desk.decide(claim, "APPROVE", (records, work) -> records.accept(work, claim, more)))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.RULE_BROKEN));
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).isEmpty();
    }

    /// What was paid before anybody kept what a line used: all of it is given back.
    @Test
    void statementsFromBeforeGiveBackWhatTheyWerePaid() {
        String claim = desk.receive(Polissen.HEAD, "a", implant("2024-03-01"));
        desk.approve(claim);
        DATABASE.run("ALTER TABLE be.factuurlijn DISABLE TRIGGER plafond_wijziging");
        DATABASE.run("UPDATE be.factuurlijn SET verbruikt = NULL, stappen = NULL");
        DATABASE.run("ALTER TABLE be.factuurlijn ENABLE TRIGGER plafond_wijziging");
        desk.reopen(claim);
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("0.00 of 1400.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "999999 | 2024-03-01 | 10.00 | lines[0].be.claimLine.act be.error.unknownAct",
            "IMPLANT | 2024-03-01 | 10.00 | lines[0].be.claimLine.honorarium be.input.noTariff",
            "101076 | 2021-03-31 | 10.00 | lines[0].be.claimLine.honorarium be.input.noTariff",
            "101076 | 2999-03-01 | 10.00 | lines[0].be.claimLine.careDay be.error.dayAhead",
            "101076 | 2026-10-02 | 10.00 | lines[0].be.claimLine.careDay be.error.afterReceipt",
            "101076 | tomorrow | 10.00 | lines[0].be.claimLine.careDay country.error.day",
            "101076 | 2024-03-01 | -10.00 | lines[0].be.claimLine.charged country.error.amount",
            "101076 | 2024-03-01 | 99999999 | lines[0].be.claimLine.charged country.error.amount"})
    void whatCannotBeIsRefused(String code, String day, String charged, String problem) {
        assertThat(desk.refusals(Polissen.HEAD, Map.of(), line(code, day, charged))).containsExactly(problem);
        assertThat(DATABASE.query("SELECT ogm FROM be.afrekening")).isEmpty();
    }

    @Test
    void whoNeverHadAPolicyIsRefused() {
        DATABASE.run("DELETE FROM be.aansluiting WHERE verzekerde = ?", Polissen.COLLEAGUE);
        assertThat(desk.refusals(Polissen.COLLEAGUE, Map.of(), line("101076", "2024-03-01", "31.81"))).containsExactly("member be.error.neverInsured");
    }

    /// COLLEAGUE has a hospital policy only, since 2024-03-01.
    @Test
    void whatSpeaksAgainstDecidingUnseenIsFound() {
        assertThat(desk.findings(Polissen.COLLEAGUE, Map.of(), line("101076", "2024-06-01", "31.81", "provider", Afrekeningen.DOCTOR)))
                .containsExactly("OUTSIDE_COVER");
        assertThat(desk.findings(Polissen.HEAD, Map.of(), line("101076", "2019-12-31", "40.00", "honorarium", "40", "intervention", "30",
                "provider", Afrekeningen.DOCTOR))).containsExactly("OUTSIDE_COVER");
        assertThat(desk.findings(Polissen.HEAD, Map.of(), line("101076", "2024-06-01", "31.81"))).containsExactly("UNKNOWN_PROVIDER");
        assertThat(desk.findings(Polissen.HEAD, Map.of(), line("101076", "2024-06-02", "31.81", "provider", Inami.complete("199999", "004")))).containsExactly("UNKNOWN_PROVIDER");
        assertThat(desk.findings(Polissen.HEAD, Map.of(), line("101076", "2024-06-03", "190.00", "provider", Afrekeningen.DOCTOR))).containsExactly("UNUSUAL_AMOUNT");
        // the partner has no account; the same care of somebody else is no duplicate, of the same person it is
        FieldValues consultation = line("101076", "2024-07-01", "31.81", "provider", Afrekeningen.DOCTOR);
        assertThat(desk.findings(Polissen.PARTNER, Map.of(), consultation)).containsExactly("NO_ACCOUNT");
        assertThat(desk.findings(Polissen.HEAD, Map.of(), consultation)).isEmpty();
        assertThat(desk.findings(Polissen.HEAD, Map.of(), consultation)).containsExactly("DUPLICATE");
        Map<String, String> invoice = Map.of("be.claim.invoice", "2024/17");
        assertThat(desk.findings(Polissen.HEAD, invoice, line("101076", "2024-07-02", "31.81", "provider", Afrekeningen.DOCTOR))).isEmpty();
        assertThat(desk.findings(Polissen.HEAD, invoice, line("101076", "2024-07-03", "31.81", "provider", Afrekeningen.DOCTOR))).containsExactly("SAME_INVOICE");
        DATABASE.run("UPDATE be.polis SET geschorst_vanaf = '2024-08-01' WHERE nummer = ?", Polissen.AMBULATORY);
        assertThat(desk.findings(Polissen.HEAD, Map.of(), line("101076", "2024-08-01", "31.81", "provider", Afrekeningen.DOCTOR))).containsExactly("OUTSIDE_COVER");
    }

    /// HOSPI-KAMER-150: three months, nine for a childbirth.
    @Test
    void waitingMonthsGoByKindOfAct() {
        Map<String, String> stay = Map.of("be.claim.hospitalNumber", "710", "be.claim.room", "GEMEENSCHAPPELIJK", "be.claim.admission", "2024-06-01",
                "be.claim.discharge", "2024-06-03");
        assertThat(desk.findings(Polissen.COLLEAGUE, stay, line("INGREEP", "2024-06-01", "100", "honorarium", "100", "intervention", "80"))).isEmpty();
        assertThat(desk.findings(Polissen.COLLEAGUE, stay, line("BEVALLING", "2024-06-02", "100", "honorarium", "100", "intervention", "80")))
                .containsExactly("WAITING_PERIOD");
    }

    /// Single room: 150.00 off, once for the stay whatever the statements; a partner takes none.
    @Test
    void theDeductibleOfAStayIsTakenOnceOverItsStatements() {
        Map<String, String> stay = Map.of("be.claim.hospitalNumber", "710", "be.claim.room", "EENPERSOONS", "be.claim.admission", "2024-05-01",
                "be.claim.discharge", "2024-05-03");
        String first = desk.receive(Polissen.HEAD, "a", stay, line("INGREEP", "2024-05-01", "1100", "honorarium", "1000", "intervention", "900"));
        // 100.00 of remgeld and 100.00 of supplement
        assertThat(desk.approve(first).insurerPaid()).isEqualTo(Money.euros(5_000));
        String second = desk.receive(Polissen.HEAD, "b", stay, line("LIGDAG", "2024-05-01", "300", "honorarium", "300", "intervention", "200",
                "lastDay", "2024-05-03"));
        assertThat(desk.approve(second).insurerPaid()).isEqualTo(Money.euros(10_000));
        assertThat(DATABASE.query("SELECT franchise FROM be.afrekening ORDER BY ogm")).containsExactly("150.00", "0.00");
        assertThat(DATABASE.query("SELECT count(*) FROM be.opname")).containsExactly("1");
        Map<String, String> partner = Map.of("be.claim.hospitalNumber", "720", "be.claim.room", "EENPERSOONS", "be.claim.admission", "2024-09-01");
        assertThat(desk.approve(desk.receive(Polissen.HEAD, "c", partner, line("INGREEP", "2024-09-01", "1100", "honorarium", "1000", "intervention",
                "900"))).insurerPaid()).isEqualTo(Money.euros(20_000));
    }

    /// 30 days before and 90 after: 2024-04-01 and 2024-08-01 are the first and the last of them.
    @ParameterizedTest
    @CsvSource({"2024-03-31, 0.00, NOT_COVERED", "2024-04-01, 6.00, ''", "2024-08-01, 6.00, ''", "2024-08-02, 0.00, NOT_COVERED"})
    void careAroundAStayIsTheHospitalPlans(String day, String insurer, String finding) {
        Map<String, String> stay = Map.of("be.claim.hospitalNumber", "710", "be.claim.room", "GEMEENSCHAPPELIJK", "be.claim.admission", "2024-05-01",
                "be.claim.discharge", "2024-05-03");
        String claim = desk.receive(Polissen.HEAD, "a", stay, line("101076", day, "31.81", "provider", Afrekeningen.DOCTOR));
        Assessment assessment = desk.assess(claim);
        assertThat(assessment.decision().insurerPaid()).hasToString(insurer);
        assertThat(assessment.findings()).extracting(each -> each.code().name()).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    /// The first statement came in during the stay; the second one says when it ended, and the third need not.
    @Test
    void aStayIsLeftOnceAStatementSaysSo() {
        Map<String, String> stay = Map.of("be.claim.hospitalNumber", "710", "be.claim.room", "GEMEENSCHAPPELIJK", "be.claim.admission", "2024-05-01");
        desk.receive(Polissen.HEAD, "a", stay, line("LIGDAG", "2024-05-01", "300", "honorarium", "300", "intervention", "200"));
        assertThat(DATABASE.query("SELECT coalesce(tot::text, 'there') FROM be.opname")).containsExactly("there");
        Map<String, String> left = new HashMap<>(stay);
        left.put("be.claim.discharge", "2024-05-20");
        desk.receive(Polissen.HEAD, "b", left, line("LIGDAG", "2024-05-20", "300", "honorarium", "300", "intervention", "200"));
        assertThat(DATABASE.query("SELECT tot FROM be.opname")).containsExactly("2024-05-20");
        // 90 days after
        String after = desk.receive(Polissen.HEAD, "c", stay, line("101076", "2024-08-18", "31.81", "provider", Afrekeningen.DOCTOR));
        assertThat(desk.assess(after).decision().insurerPaid()).hasToString("6.00");
        assertThat(DATABASE.query("SELECT soort FROM be.afrekening ORDER BY ogm")).containsExactly("VERBLIJF", "VERBLIJF", "AMBULANT");
    }

    @Test
    void anUnknownHospitalAndAMixedStatementAreRefused() {
        Map<String, String> nowhere = Map.of("be.claim.hospitalNumber", "999", "be.claim.room", "EENPERSOONS", "be.claim.admission", "2024-05-01");
        assertThat(desk.refusals(Polissen.HEAD, nowhere, line("101076", "2024-05-01", "31.81"))).containsExactly("be.claim.hospitalNumber be.error.unknownHospital");
        Map<String, String> stay = Map.of("be.claim.hospitalNumber", "710", "be.claim.room", "EENPERSOONS", "be.claim.admission", "2024-05-01",
                "be.claim.discharge", "2024-05-03");
        assertThat(desk.refusals(Polissen.HEAD, stay, line("101076", "2024-05-01", "31.81"), line("101076", "2024-05-09", "31.81")))
                .containsExactly("lines[0].be.claimLine.careDay be.error.partlyInStay");
    }

    @Test
    void oneOriginIsWrittenOnce() {
        String claim = desk.receive(Polissen.HEAD, "file:1:2", line("101076", "2024-05-01", "31.81"));
        assertThat(desk.tryReceive(Polissen.HEAD, "file:1:2", Map.of(), line("101076", "2024-05-01", "31.81"))).isEqualTo(new Received.Known(claim));
        assertThat(DATABASE.query("SELECT count(*) FROM be.afrekening")).containsExactly("1");
    }

    @Test
    void anUndecidedOneIsEnteredAnew() {
        String claim = desk.receive(Polissen.HEAD, "a", line("101076", "2024-05-01", "31.81"), line("101076", "2024-05-02", "31.81"));
        assertThat(desk.revise(claim, line("102012", "2024-05-01", "20.75", "provider", Afrekeningen.DOCTOR))).isEqualTo(new Received.Written(claim));
        ClaimFile file = desk.find(claim);
        assertThat(file.lines()).hasSize(1);
        assertThat(file.lines().getFirst().get("be.claimLine.act")).contains("102012");
        desk.approve(claim);
        assertThatThrownBy(() -> desk.revise(claim, line("102012", "2024-05-01", "20.75"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusedAndPutOffOnesPayNothing() {
        String claim = desk.receive(Polissen.HEAD, "a", implant("2024-03-01"));
        desk.decide(claim, "PEND", (records, work) -> records.pend(work, claim));
        assertThat(desk.find(claim).state()).isEqualTo(ClaimState.PENDED);
        desk.decide(claim, "REJECT", (records, work) -> records.reject(work, claim, "NOT_COVERED"));
        assertThat(desk.find(claim).state()).isEqualTo(ClaimState.REJECTED);
        assertThat(desk.find(claim).decision().orElseThrow().insurerPaid()).isEqualTo(Money.ZERO);
        assertThat(DATABASE.query("SELECT claim FROM reimbursement.work")).isEmpty();
        desk.reopen(claim);
        assertThat(desk.find(claim).state()).isEqualTo(ClaimState.RECEIVED);
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).isEmpty();
    }

    /// With the rights of a lead, past the program: lines of what was decided do not change, so neither do its amounts; a payment is
    /// not written.
    @Test
    void whatWasDecidedStandsUntilItIsTakenBack() {
        String claim = desk.receive(Polissen.HEAD, "a", implant("2024-03-01"));
        desk.approve(claim);
        assertThat(desk.write("UPDATE be.factuurlijn SET version = version + 1, verbruikt = 0 WHERE ogm = ?", claim)).isZero();
        assertThat(desk.write("DELETE FROM be.factuurlijn WHERE ogm = ?", claim)).isZero();
        for (String change : List.of("terugbetaald = terugbetaald - 1, eigen_deel = eigen_deel + 1", "gevraagd = gevraagd + 1, eigen_deel = eigen_deel + 1",
                "betaald_op = ontvangen, begunstigde = 'VERZEKERDE', toestand = 'BETAALD'", "rekening = 'BE68539007547034'",
                "ontvangen = ontvangen - 1", "factuurnummer = 'X'")) {
            assertThatThrownBy(() -> desk.write("UPDATE be.afrekening SET version = version + 1, " + change + " WHERE ogm = ?", claim)).as(change)
                    .isInstanceOf(DatabaseFailure.class);
        }
        assertThat(DATABASE.query(CEILING, Polissen.HEAD)).containsExactly("1230.40 of 1400.00");
    }

    /// Care reads; who deals in claims writes, and nobody decides past the queue.
    @Test
    void onlyOperationsWrite() {
        String claim = desk.receive(Polissen.HEAD, "a", implant("2024-03-01"));
        Afrekeningen care = desk.as("care.be", Polissen.HEAD);
        assertThat(care.find(claim).state()).isEqualTo(ClaimState.RECEIVED);
        assertThatThrownBy(() -> care.receive(Polissen.HEAD, "b", implant("2024-03-02"))).isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> desk.unannounced((records, work) -> records.pend(work, claim))).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void theWhatIfKnowsWhereTheMemberStands() {
        desk.approve(desk.receive(Polissen.HEAD, "a", line("101076", "2024-05-01", "31.81", "provider", Afrekeningen.DOCTOR)));
        Map<String, Object> input = desk.simulation(Polissen.HEAD, LocalDate.of(2024, 6, 1));
        assertThat(input).containsEntry("product", "AMBU-BASIS").containsEntry("plan",
                Map.of("memberSince", "2020-01-01", "membershipYear", 5, "usedThisYear", "4.80"));
    }

    /// Read, matched with the people it names, received; once more it is known.
    @Test
    void aFileComesInOnce() throws IOException {
        String file = "INSS;Code;Van;Aangerekend;Factuur\n85.07.30-033.28;101076;2024-05-01;31,81;F1\n99999999999;101076;2024-05-01;31,81;F2\n";
        assertThat(desk.importFile(file)).containsExactly("2 Written", "3 nobody");
        assertThat(desk.importFile(file)).containsExactly("2 Known", "3 nobody");
        assertThat(DATABASE.query("SELECT verzekerde || ' ' || factuurnummer FROM be.afrekening")).containsExactly(Polissen.HEAD + " F1");
    }
}
