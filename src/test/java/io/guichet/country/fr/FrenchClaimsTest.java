package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Claims on the real tables, with the rights of who works on them.
class FrenchClaimsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ClaimRecords CLAIMS = new France().claims().orElseThrow();
    private static final String DOCTOR = Rpps.complete("1000123456");
    private static int entries;

    private static Database clerk;

    @BeforeAll
    static void write() throws SQLException {
        new FrenchContract(DATABASE).write();
        DATABASE.run("INSERT INTO fr.compte_bancaire (personne, iban) VALUES (?, 'FR7630006000011234567890189')", FrenchContract.HEAD);
        clerk = DATABASE.as("operations");
        for (long person : List.of(FrenchContract.HEAD, FrenchContract.PARTNER, FrenchContract.CHILD, FrenchContract.SINGLE,
                FrenchContract.OWNER)) {
            open("member", Long.toString(person));
        }
    }

    private static void open(String kind, String reference) {
        boolean open = clerk.<Boolean>write(work -> work.sql(connection -> Rows.first(connection,
                "SELECT directory.open_file('FR', ?, ?, 'decide')", row -> row.getBoolean(1), kind, reference).orElseThrow()));
        assertThat(open).isTrue();
    }

    private static FieldValues line(String act, String day, String charged, String... more) {
        Map<String, @Nullable String> values = new HashMap<>(Map.of("fr.claimLine.act", act, "fr.claimLine.careDay", day,
                "fr.claimLine.charged", charged));
        for (int i = 0; i < more.length; i += 2) {
            values.put("fr.claimLine." + more[i], more[i + 1]);
        }
        return FieldValues.of(values);
    }

    private static ClaimIntake intake(long member, FieldValues... lines) {
        return intake(member, "test:" + ++entries, lines);
    }

    private static ClaimIntake intake(long member, String origin, FieldValues... lines) {
        return new ClaimIntake(Long.toString(member), FieldValues.of(Map.of("fr.claim.received", "2026-10-20", "fr.claim.invoice", "F-" + origin)),
                List.of(lines), origin);
    }

    private static String received(long member, FieldValues... lines) {
        return ((Received.Written) clerk.write(work -> CLAIMS.receive(work, intake(member, lines)))).claim();
    }

    private static List<FieldProblem> refused(long member, FieldValues... lines) {
        return ((Received.Refused) clerk.write(work -> CLAIMS.receive(work, intake(member, lines)))).problems();
    }

    private static Assessment decided(String claim) {
        return deciding(claim, "AUTO", "", work -> {
            Assessment assessment = CLAIMS.assess(work, claim);
            CLAIMS.accept(work, claim, assessment.decision());
            return assessment;
        });
    }

    /// Decides as the queue does: announced before and kept after, in one transaction.
    private static <T> T deciding(String claim, String kind, String reason, Function<UnitOfWork, T> how) {
        return clerk.write(work -> {
            assertThat(ask(work, "SELECT reimbursement.begin('FR', ?, ?, ?, '', '[]', NULL, NULL)", claim, kind, reason)).isEqualTo("OK");
            T result = how.apply(work);
            ask(work, "SELECT reimbursement.finish('FR', ?, '{}')", claim);
            return result;
        });
    }

    private static String ask(UnitOfWork work, String sql, Object... arguments) {
        return work.sql(connection -> Rows.first(connection, sql, row -> row.getString(1), arguments).orElseThrow());
    }

    private static ClaimFile file(String claim) {
        return clerk.read(work -> CLAIMS.find(work, claim)).orElseThrow();
    }

    private static List<String> counters(long person) {
        return DATABASE.query("SELECT code || ' ' || utilise || '/' || plafond || ' ' || debut || ' ' || fin FROM fr.compteur "
                + "WHERE personne = ? AND utilise > 0 ORDER BY code, debut", person);
    }

    @Test
    void aClaimIsReceivedAssessedAcceptedAndKeepsItsSteps() {
        String claim = received(FrenchContract.HEAD, line("G", "2026-10-12", "30.00", "provider", DOCTOR, "sector", "SECTOR_1"),
                line("PHARMACIE", "2026-10-12", "10.00", "base", "10.00", "rate", "0.65"));
        assertThat(file(claim).state()).isEqualTo(ClaimState.RECEIVED);
        assertThat(file(claim).decision()).isEmpty();
        assertThat(DATABASE.query("SELECT state || ' ' || charged || ' ' || insurer FROM reimbursement.work WHERE claim = ?", claim))
                .containsExactly("RECEIVED 40.00 0.00");

        Assessment assessment = decided(claim);

        assertThat(assessment.findings()).isEmpty();
        assertThat(assessment.decision().insurerPaid()).hasToString("12.50");
        ClaimFile accepted = file(claim);
        assertThat(accepted.state()).isEqualTo(ClaimState.ACCEPTED);
        ClaimDecision kept = accepted.decision().orElseThrow();
        assertThat(kept.publicPaid()).hasToString("25.50");
        assertThat(kept.lines().getFirst().steps()).isEqualTo(assessment.decision().lines().getFirst().steps());
        assertThat(DATABASE.query("SELECT state || ' ' || insurer FROM reimbursement.work WHERE claim = ?", claim))
                .containsExactly("ACCEPTED 12.50");
        assertThat(DATABASE.query("SELECT brss || ' ' || taux || ' ' || amo || ' ' || amc FROM fr.acte WHERE decompte = ?::bigint ORDER BY rang",
                claim)).containsExactly("3000 70 1900 900", "1000 65 650 350");
    }

    @Test
    void whatWasEnteredComesBackAsItWas() {
        FieldValues crown = line("COUR", "2026-09-01", "700.00", "provider", DOCTOR, "basket", "FREE", "publicPaid", "72.00");
        FieldValues stay = line("FJH", "2026-09-02", "69.00", "lastDay", "2026-09-04");
        String claim = received(FrenchContract.SINGLE, crown, stay);
        assertThat(file(claim).lines()).containsExactly(crown, stay);
        assertThat(file(claim).claim().get("fr.claim.invoice").orElseThrow()).startsWith("F-test:");
    }

    @Test
    void reopeningGivesBackExactlyWhatWasUsed() {
        // SANTE base: crowns 125 %, at most 1000 a year; osteopathy twice
        long person = FrenchContract.PARTNER;
        String first = received(person, line("COUR", "2026-03-01", "300.00", "basket", "FREE"), line("OSTEO", "2026-03-02", "60.00"));
        String second = received(person, line("COUR", "2026-04-01", "310.00", "basket", "FREE"),
                line("G", "2026-04-02", "30.00", "provider", DOCTOR));
        decided(first);
        List<String> afterFirst = counters(person);
        assertThat(afterFirst).containsExactly("MEDECINE_DOUCE 1/2 2026-01-01 2026-12-31", "PROTHESE_DENTAIRE 7800/100000 2026-01-01 2026-12-31");
        Map<String, List<String>> before = Map.of("acte", acts(second), "decompte", sums(second));

        decided(second);
        assertThat(counters(person)).containsExactly("MEDECINE_DOUCE 1/2 2026-01-01 2026-12-31", "PARTICIPATION 200/5000 2026-01-01 2026-12-31",
                "PROTHESE_DENTAIRE 15600/100000 2026-01-01 2026-12-31");
        deciding(second, "REOPEN", "CORRECTION", work -> {
            CLAIMS.reopen(work, second);
            return true;
        });

        assertThat(counters(person)).isEqualTo(afterFirst);
        assertThat(file(second).state()).isEqualTo(ClaimState.RECEIVED);
        assertThat(acts(second)).isEqualTo(before.get("acte"));
        assertThat(sums(second)).isEqualTo(before.get("decompte"));
        // decided anew, it moves them again
        decided(second);
        assertThat(counters(person)).contains("PROTHESE_DENTAIRE 15600/100000 2026-01-01 2026-12-31");
    }

    private static List<String> acts(String claim) {
        return DATABASE.query("SELECT (to_jsonb(a) - 'etapes')::text FROM fr.acte a WHERE decompte = ?::bigint ORDER BY rang", claim);
    }

    private static List<String> sums(String claim) {
        return DATABASE.query("SELECT depense || ' ' || amo || ' ' || amc || ' ' || reste FROM fr.decompte WHERE numero = ?::bigint", claim);
    }

    @Test
    void twoTransactionsDoNotOverdrawACounter() {
        // MADELIN option 1: osteopathy 30 three times a year
        List<String> claims = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            claims.add(received(FrenchContract.OWNER, line("OSTEO", "2026-05-0" + i, "50.00")));
        }
        List<CompletableFuture<Assessment>> deciding = claims.stream()
                .map(claim -> CompletableFuture.supplyAsync(() -> decided(claim))).toList();
        deciding.forEach(CompletableFuture::join);
        assertThat(counters(FrenchContract.OWNER)).containsExactly("MEDECINE_DOUCE 3/3 2026-01-01 2026-12-31");
        assertThat(DATABASE.query("SELECT sum(amc) FROM fr.decompte WHERE personne = ?", FrenchContract.OWNER)).containsExactly("9000");
        assertThat(DATABASE.query("SELECT count(*) FROM fr.mouvement m JOIN fr.decompte d ON d.numero = m.decompte WHERE d.personne = ?",
                FrenchContract.OWNER)).containsExactly("3");
    }

    @Test
    void glassesOfAChildAreRenewedAfterAYear() {
        // born 2015-11-20
        String first = received(FrenchContract.CHILD, line("OPT_FRAME_A", "2025-03-10", "30.00"));
        String early = received(FrenchContract.CHILD, line("OPT_FRAME_A", "2026-03-09", "30.00"));
        String due = received(FrenchContract.CHILD, line("OPT_FRAME_A", "2026-03-10", "30.00"));
        assertThat(decided(first).decision().insurerPaid()).hasToString("24.60");
        Assessment refused = clerk.write(work -> CLAIMS.assess(work, early));
        assertThat(refused.decision().insurerPaid()).hasToString("0.00");
        assertThat(refused.findings()).extracting(Finding::code).containsExactly(Finding.Code.OVER_LIMIT);
        assertThat(decided(due).decision().insurerPaid()).hasToString("24.60");
    }

    @Test
    void whatMembersSendNeedsItsPapers() {
        String glasses = received(FrenchContract.SINGLE, line("G", "2026-03-10", "30.00", "provider", DOCTOR),
                line("OPT_FRAME_A", "2026-03-11", "30.00"), line("OPT_LENS_A", "2026-03-11", "32.50", "base", "9.75"));
        assertThat(missing(glasses)).containsExactly("1 invoice", "1 prescription");
        attach(glasses, "invoice");
        assertThat(missing(glasses)).containsExactly("1 prescription");
        attach(glasses, "prescription");
        assertThat(missing(glasses)).isEmpty();

        String sent = ((Received.Written) clerk.write(work -> CLAIMS.receive(work, intake(FrenchContract.SINGLE, "file:abc:" + glasses,
                line("OPT_FRAME_A", "2025-03-11", "30.00"))))).claim();
        assertThat(missing(sent)).as("the public insurance has seen them").isEmpty();
    }

    @Test
    void onePaperProvesOneClaim() {
        String first = received(FrenchContract.SINGLE, line("OSTEO", "2026-03-10", "50.00"));
        String second = received(FrenchContract.HEAD, line("OSTEO", "2026-04-10", "50.00"));
        attach(first, "invoice");
        attach(second, "invoice");
        assertThat(clerk.<Assessment>write(work -> CLAIMS.assess(work, second)).findings()).extracting(Finding::code)
                .contains(Finding.Code.REUSED_DOCUMENT);
    }

    private static void attach(String claim, String type) {
        assertThat(clerk.<String>write(work -> ask(work, "SELECT reimbursement.attach('FR', ?, ?, 'paper.txt', 'text/plain', ?::bytea)",
                claim, type, type))).isNotNull();
    }

    private static List<String> missing(String claim) {
        return clerk.<Assessment>write(work -> CLAIMS.assess(work, claim)).findings().stream()
                .filter(finding -> finding.code() == Finding.Code.MISSING_DOCUMENT)
                .map(finding -> finding.line() + " " + ((UserMessage) finding.sentence().arguments().getFirst()).key()
                        .substring("document.type.".length())).toList();
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        assertThat(refused(FrenchContract.HEAD, line("XYZ", "2026-10-12", "30.00"))).extracting(FieldProblem::field)
                .containsExactly("lines[0].fr.claimLine.act");
        assertThat(refused(FrenchContract.HEAD, line("G", "2026-10-12", "30.00"), line("G", "2026-10-12", "-30.00")))
                .extracting(FieldProblem::field).contains("lines[1].fr.claimLine.charged");
        assertThat(refused(FrenchContract.HEAD, line("G", "2026-10-21", "30.00"))).extracting(problem -> problem.message().key())
                .containsExactly("fr.claim.error.careAfter");
        assertThat(refused(FrenchContract.HEAD, line("G", "2026-10-12", "30.00", "publicPaid", "30.01")))
                .extracting(FieldProblem::field).containsExactly("lines[0].fr.claimLine.publicPaid");
        assertThat(refused(FrenchContract.HEAD, line("G", "2026-10-12", "30.00", "provider", "12345678901")))
                .extracting(FieldProblem::field).containsExactly("lines[0].fr.claimLine.provider");
        assertThat(refused(FrenchContract.HEAD)).extracting(FieldProblem::field).containsExactly("lines");
        assertThat(refused(123, line("G", "2026-10-12", "30.00"))).extracting(FieldProblem::field).containsExactly("member");
    }

    @Test
    void theSameOriginIsWrittenOnce() {
        ClaimIntake intake = intake(FrenchContract.SINGLE, "file:abc:7", line("CD", "2026-08-12", "23.00"));
        Received first = clerk.write(work -> CLAIMS.receive(work, intake));
        Received again = clerk.write(work -> CLAIMS.receive(work, intake));
        assertThat(again).isEqualTo(new Received.Known(((Received.Written) first).claim()));
    }

    @Test
    void whatSpeaksAgainstAClaimIsFound() {
        String before = received(FrenchContract.HEAD, line("G", "2019-12-31", "60.00", "provider", DOCTOR));
        Assessment outside = clerk.write(work -> CLAIMS.assess(work, before));
        assertThat(outside.findings()).extracting(Finding::code).contains(Finding.Code.OUTSIDE_COVER);
        assertThat(outside.decision().insurerPaid()).hasToString("0.00");

        received(FrenchContract.HEAD, line("CS", "2026-07-01", "30.00", "provider", DOCTOR));
        String twice = received(FrenchContract.HEAD, line("CS", "2026-07-01", "30.00", "provider", DOCTOR),
                line("G", "2026-07-02", "300.00"), line("CCX", "2024-12-01", "47.50", "provider", DOCTOR),
                line("IMPLANT", "2026-07-02", "900.00"));
        Assessment found = clerk.write(work -> CLAIMS.assess(work, twice));
        assertThat(found.findings()).extracting(finding -> finding.line() + " " + finding.code()).containsExactlyInAnyOrder(
                "0 DUPLICATE", "1 UNKNOWN_PROVIDER", "1 UNUSUAL_AMOUNT", "2 NO_TARIFF", "3 NOT_COVERED");

        String poor = received(FrenchContract.SINGLE, line("CD", "2026-07-07", "23.00"));
        assertThat(clerk.<Assessment>write(work -> CLAIMS.assess(work, poor)).findings()).extracting(Finding::code)
                .containsExactly(Finding.Code.NO_ACCOUNT);
    }

    @Test
    void aClaimIsRevisedPendedAndRefused() {
        String claim = received(FrenchContract.SINGLE, line("CD", "2026-06-01", "23.00"));
        Received revised = clerk.write(work -> CLAIMS.revise(work, claim, intake(FrenchContract.SINGLE, "x",
                line("CD", "2026-06-02", "23.00"), line("DEVIT", "2026-06-02", "33.74"))));
        assertThat(revised).isEqualTo(new Received.Written(claim));
        assertThat(file(claim).lines()).hasSize(2);
        deciding(claim, "PEND", "", work -> {
            CLAIMS.pend(work, claim);
            return true;
        });
        assertThat(file(claim).state()).isEqualTo(ClaimState.PENDED);
        String taken = clerk.write(work -> ask(work, "SELECT reimbursement.take('FR', ?)", claim));
        assertThat(taken).isEqualTo("OK");
        deciding(claim, "REJECT", "NOT_COVERED", work -> {
            CLAIMS.reject(work, claim, "NOT_COVERED");
            return true;
        });
        assertThat(file(claim).state()).isEqualTo(ClaimState.REJECTED);
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.work WHERE claim = ?", claim)).containsExactly("0");
        Received late = clerk.write(work -> CLAIMS.revise(work, claim, intake(FrenchContract.SINGLE, "x", line("CD", "2026-06-02", "23.00"))));
        assertThat(late).isInstanceOf(Received.Refused.class);
        assertThatThrownBy(() -> clerk.write(work -> CLAIMS.assess(work, claim))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoHasNoFileOpenSeesAndDecidesNothing() {
        String claim = received(FrenchContract.SINGLE, line("CD", "2026-05-01", "23.00"));
        Database other = DATABASE.as("lead");
        Optional<ClaimFile> seen = other.read(work -> CLAIMS.find(work, claim));
        assertThat(seen).isEmpty();
        assertThatThrownBy(() -> other.write(work -> CLAIMS.assess(work, claim))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMembersPlanIsReadByTheRules() throws InputRefused {
        LocalDate day = LocalDate.of(2026, 10, 1);
        Optional<Map<String, Object>> input = clerk.read(work -> CLAIMS.simulation(work, Long.toString(FrenchContract.OWNER), day));
        Map<String, Object> claim = new HashMap<>(input.orElseThrow());
        assertThat(claim).containsEntry("product", "MADELIN_OPTION1").containsKey("line");
        claim.remove("line");
        claim.put("lines", List.of(Map.of("act", "CD", "careDate", "2026-10-01", "charged", "23.00")));
        assertThat(new France().adjudication().orElseThrow().simulate(ClaimInput.of(claim, "")).insurerPaid()).hasToString("9.20");
        Optional<Map<String, Object>> before = clerk.read(work -> CLAIMS.simulation(work, Long.toString(FrenchContract.OWNER),
                LocalDate.of(2020, 1, 1)));
        assertThat(before).isEmpty();
    }
}
