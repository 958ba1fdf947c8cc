package io.guichet.reimbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.access.internal.PgAccess;
import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.Worklist;
import io.guichet.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A claim is decided by who may, once, and it is known by whom and why.
class DecisionsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static Database clerkWindow;
    private static Worklist clerkList;
    private static Decisions clerk;
    private static Worklist leadList;
    private static Decisions lead;

    @BeforeAll
    static void create() {
        Slips.create(DATABASE);
        Slips.people(DATABASE, 30, 1_000_000);
        clerkWindow = DATABASE.as("operations");
        clerkList = worklist(clerkWindow);
        clerk = decisions(clerkWindow);
        Database leadWindow = DATABASE.as("lead");
        leadList = worklist(leadWindow);
        lead = decisions(leadWindow);
    }

    private static Worklist worklist(Database database) {
        return new PgWorklist(database, new PgAccess(database), CLOCK);
    }

    private static Decisions decisions(Database database) {
        return new PgDecisions(database, new PgAccess(database), ClaimingCountry.countries(), CLOCK);
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static String refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Invalid<?> invalid -> invalid.problems().getFirst().field() + " " + invalid.problems().getFirst().message().key();
            case Outcome.Denied<?> denied -> denied.reason().key();
            case Outcome.Conflict<?> conflict -> "conflict " + conflict.currentVersion();
            case Outcome.Done<?> done -> "done";
        };
    }

    private static Decided approve(FileRef claim) {
        return done(clerk.decide(claim, done(clerkList.take(claim)).revision(), new Verdict.Approve()));
    }

    private static void pay(FileRef claim) {
        DATABASE.run("UPDATE zz.slip SET state = 'PAID' WHERE code = ?", claim.reference());
    }

    @Test
    void anApprovedClaimIsPaidByTheRulesAndMovesItsCounter() {
        FileRef claim = Slips.slip(DATABASE, "A1", "P1", 10_000);
        Decided decided = approve(claim);
        assertThat(decided.state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(decided.insurer()).isEqualTo(Money.euros(8_000));
        assertThat(decided.difference()).isEmpty();
        assertThat(Slips.used(DATABASE, "P1")).isEqualTo(8_000);
        assertThat(clerkList.find(claim)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(ClaimState.ACCEPTED);
            assertThat(row.assignee()).isNull();
        });
        OpenClaim open = clerk.open(claim).orElseThrow();
        assertThat(open.assessment()).isEmpty();
        assertThat(open.history()).singleElement().satisfies(past -> {
            assertThat(past.kind()).isEqualTo(PastDecision.Kind.APPROVE);
            assertThat(past.staff()).isEqualTo("operations");
            assertThat(past.after()).isEqualTo(Money.euros(8_000));
        });
        assertThat(refusal(clerk.decide(claim, 1, new Verdict.Approve()))).isEqualTo("claim reimbursement.error.gone");
    }

    @Test
    void whoDidNotTakeAClaimDoesNotDecideIt() {
        FileRef claim = Slips.slip(DATABASE, "B1", "P2", 1_000);
        done(leadList.take(claim));
        assertThat(refusal(clerkList.take(claim))).isEqualTo("claim reimbursement.error.held");
        assertThat(refusal(clerk.decide(claim, 2, new Verdict.Approve()))).isEqualTo("claim reimbursement.error.held");
        done(leadList.assign(claim, "operations"));
        assertThat(refusal(leadList.assign(claim, "sales"))).isEqualTo("colleague reimbursement.error.nobody");
        WorkRow row = clerkList.find(claim).orElseThrow();
        assertThat(row.assignee()).isEqualTo("operations");
        assertThat(refusal(clerk.decide(claim, row.revision() - 1, new Verdict.Approve()))).isEqualTo("conflict " + row.revision());
        done(clerk.decide(claim, row.revision(), new Verdict.Approve()));
        assertThat(refusal(clerkList.release(claim))).isEqualTo("claim reimbursement.error.gone");
    }

    @Test
    void whatNobodyHasIsTakenAndDecidedInOneGo() {
        FileRef claim = Slips.slip(DATABASE, "B2", "P2", 1_000);
        assertThat(refusal(clerk.decide(claim, 7, new Verdict.Approve()))).startsWith("conflict");
        assertThat(clerkList.find(claim).orElseThrow().assignee()).as("a refusal takes nothing").isNull();
        long revision = clerkList.find(claim).orElseThrow().revision();
        assertThat(done(clerk.decide(claim, revision, new Verdict.Approve())).insurer()).isEqualTo(Money.euros(800));
        assertThat(clerk.open(claim).orElseThrow().history()).hasSize(1);
    }

    @Test
    void aClerkDecidesUpToTheirLimit() {
        FileRef dear = Slips.slip(DATABASE, "C1", "P3", 62_502);
        WorkRow row = done(clerkList.take(dear));
        assertThat(refusal(clerk.decide(dear, row.revision(), new Verdict.Approve()))).isEqualTo("reimbursement.error.beyondAuthority");
        assertThat(Slips.used(DATABASE, "P3")).isZero();
        assertThat(clerk.open(dear).orElseThrow().most()).contains(Money.euros(50_000));
        done(clerkList.release(dear));
        WorkRow taken = done(leadList.take(dear));
        assertThat(done(lead.decide(dear, taken.revision(), new Verdict.Approve())).insurer()).isEqualTo(Money.euros(50_001));

        FileRef dearer = Slips.slip(DATABASE, "C2", "P3", 62_503);
        row = done(clerkList.take(dearer));
        assertThat(done(clerk.decide(dearer, row.revision(), new Verdict.Adjust(List.of(
                new Adjustment(0, Money.euros(40_000), "GOODWILL", ""))))).insurer()).isEqualTo(Money.euros(40_000));
        assertThat(Slips.used(DATABASE, "P3")).isEqualTo(90_001);
    }

    /// What the program refuses, psql is refused too.
    @Test
    void theDatabaseKeepsLimitsAndSteps() {
        FileRef dear = Slips.slip(DATABASE, "D1", "P4", 100_000);
        done(clerkList.take(dear));
        String begin = "SELECT reimbursement.begin('ZZ', 'D1', 'APPROVE', '', '', '[]', NULL, NULL)";
        String accept = "UPDATE zz.slip SET state = 'ACCEPTED', insurer = %d WHERE code = 'D1'";
        assertRefused("decided by reimbursement.begin", accept.formatted(100));
        assertRefused("decided by reimbursement.begin", "UPDATE zz.slip SET insurer = 100 WHERE code = 'D1'");
        assertRefused("beyond the authority", begin, accept.formatted(50_001));
        assertRefused("not finished", begin, accept.formatted(50_000));
        assertRefused("what was announced", begin, "UPDATE zz.slip SET state = 'REJECTED' WHERE code = 'D1'");
        assertRefused("is RECEIVED after APPROVE", begin, "SELECT reimbursement.finish('ZZ', 'D1', '{}')");
        assertRefused("what was announced", begin, "UPDATE zz.slip SET state = 'PAID' WHERE code = 'D1'");
        assertRefused("permission denied", "UPDATE reimbursement.work SET assigned_to = NULL");
        assertRefused("permission denied", "UPDATE reimbursement.authority SET most = NULL, version = version + 1");
        assertRefused("permission denied", "INSERT INTO reimbursement.decision DEFAULT VALUES");
        assertRefused("permission denied", "SELECT reimbursement.publish(NULL)");
        assertThat(Slips.used(DATABASE, "P4")).isZero();

        statements(begin, accept.formatted(50_000), "SELECT reimbursement.finish('ZZ', 'D1', '{}')");
        assertRefused("decided by reimbursement.begin", accept.formatted(50_001));
        assertRefused("decided by reimbursement.begin", "UPDATE zz.slip SET state = 'RECEIVED' WHERE code = 'D1'");
        pay(dear);
        assertRefused("decided by reimbursement.begin", "UPDATE zz.slip SET insurer = 49999 WHERE code = 'D1'");
    }

    private static void assertRefused(String why, String... statements) {
        assertThatThrownBy(() -> statements(statements)).isInstanceOf(DatabaseFailure.class).rootCause().hasMessageContaining(why);
    }

    private static void statements(String... statements) {
        clerkWindow.write(work -> {
            for (String each : statements) {
                work.sql(connection -> connection.createStatement().execute(each));
            }
            return 0;
        });
    }

    @Test
    void historyIsWrittenOnce() {
        FileRef claim = Slips.slip(DATABASE, "E1", "P5", 1_000);
        approve(claim);
        for (String forged : List.of("UPDATE reimbursement.decision SET staff = 'lead'", "DELETE FROM reimbursement.decision",
                "TRUNCATE reimbursement.decision CASCADE")) {
            assertThatThrownBy(() -> DATABASE.run(forged)).hasMessageContaining("decisions are history");
        }
        assertThat(decisions(DATABASE.as("care")).open(claim).orElseThrow().history()).hasSize(1);
        assertThat(DATABASE.as("care").<Long>read(work -> Calls.key(work, "SELECT count(*) FROM reimbursement.decision"))).isEqualTo(1);
    }

    @Test
    void salesSeesNothingOfTheQueue() {
        Database sales = DATABASE.as("sales");
        for (String question : List.of("SELECT count(*) FROM reimbursement.work", "SELECT count(*) FROM reimbursement.tally",
                "SELECT * FROM reimbursement.take_next('{}', '{}', NULL, NULL, current_date)")) {
            assertThatThrownBy(() -> sales.read(work -> Calls.list(work, row -> 1, question))).isInstanceOf(DatabaseFailure.class);
        }
        Worklist care = worklist(DATABASE.as("care"));
        Slips.slip(DATABASE, "F1", "P6", 1_000);
        assertThat(care.find(Slips.claim("F1"))).isPresent();
        assertThat(refusal(care.take(Slips.claim("F1")))).isEqualTo("reimbursement.error.mayNotDecide");
    }

    @Test
    void aRefusedClaimPaysNothingAndCanBeReopened() {
        FileRef claim = Slips.slip(DATABASE, "G1", "P7", 1_000);
        WorkRow row = done(clerkList.take(claim));
        assertThat(refusal(clerk.decide(claim, row.revision(), new Verdict.Reject("BECAUSE", "")))).isEqualTo("reason reimbursement.error.unknownReason");
        assertThat(done(clerk.decide(claim, row.revision(), new Verdict.Reject("NOT_COVERED", "see letter"))).state())
                .isEqualTo(ClaimState.REJECTED);
        assertThat(clerkList.find(claim)).isEmpty();
        Decided reopened = done(clerk.reopen(claim, "MEMBER_ASKED", ""));
        assertThat(reopened.state()).isEqualTo(ClaimState.RECEIVED);
        WorkRow again = clerkList.find(claim).orElseThrow();
        assertThat(again.assignee()).isEqualTo("operations");
        assertThat(done(clerk.decide(claim, again.revision(), new Verdict.Approve())).insurer()).isEqualTo(Money.euros(800));
        assertThat(clerk.open(claim).orElseThrow().history()).extracting(PastDecision::kind)
                .containsExactly(PastDecision.Kind.APPROVE, PastDecision.Kind.REOPEN, PastDecision.Kind.REJECT);
        assertThat(clerk.open(claim).orElseThrow().differences()).isEmpty();
    }

    /// Characters are counted as the database counts them: a letter outside the usual ones is one, not two.
    @Test
    void aNoteThatIsTooLongIsRefusedAtTheNoteAndDecidesNothing() {
        FileRef claim = Slips.slip(DATABASE, "N1", "P7", 1_000);
        long revision = done(clerkList.take(claim)).revision();
        String most = "\uD834\uDD1E".repeat(2_000);
        String over = most + "a";
        String line = "a".repeat(501);
        assertThat(clerk.decide(claim, revision, new Verdict.Reject("NOT_COVERED", over))).isEqualTo(new Outcome.Invalid<>(List.of(
                new FieldProblem("note", UserMessage.of("reimbursement.error.noteLong", 2_001, 2_000)))));
        assertThat(refusal(clerk.decide(claim, revision, new Verdict.Ask("invoice", TODAY.plusDays(9), over)))).startsWith("note ");
        assertThat(refusal(clerk.handOver(claim, revision, List.of(), over))).startsWith("note ");
        assertThat(refusal(clerk.decide(claim, revision, new Verdict.Adjust(List.of(new Adjustment(0, Money.euros(1), "GOODWILL", line))))))
                .isEqualTo("lines[0].note reimbursement.error.noteLong");
        assertThat(refusal(clerk.handOver(claim, revision, List.of(new Adjustment(0, Money.euros(1), "GOODWILL", over)), over)))
                .isEqualTo("lines[0].note reimbursement.error.noteLong");
        assertThat(clerk.open(claim).orElseThrow().history()).isEmpty();
        done(clerk.decide(claim, revision, new Verdict.Reject("NOT_COVERED", most)));
        assertThat(refusal(clerk.reopen(claim, "MEMBER_ASKED", over))).startsWith("note ");
        assertThat(refusal(clerk.decideAgain(claim, "MEMBER_ASKED", over))).startsWith("note ");
        done(clerk.reopen(claim, "MEMBER_ASKED", most));
    }

    @Test
    void aClaimWaitsForADocument() {
        FileRef claim = Slips.slip(DATABASE, "H1", "P8", 1_000);
        WorkRow row = done(clerkList.take(claim));
        assertThat(refusal(clerk.decide(claim, row.revision(), new Verdict.Ask("passport", TODAY.plusDays(9), ""))))
                .isEqualTo("document reimbursement.error.unknownDocument");
        assertThat(refusal(clerk.decide(claim, row.revision(), new Verdict.Ask("invoice", TODAY, ""))))
                .isEqualTo("until reimbursement.error.until");
        done(clerk.decide(claim, row.revision(), new Verdict.Ask("invoice", TODAY.plusDays(9), "the second page")));
        WorkRow waiting = clerkList.find(claim).orElseThrow();
        assertThat(waiting.state()).isEqualTo(ClaimState.PENDED);
        assertThat(waiting.reasons()).containsExactly(Finding.Code.MISSING_DOCUMENT);
        assertThat(waiting.waitsUntil()).isEqualTo(TODAY.plusDays(9));
        assertThat(waiting.assignee()).isNull();
        assertThat(clerk.open(claim).orElseThrow().requests()).singleElement().satisfies(request -> {
            assertThat(request.document()).isEqualTo("invoice");
            assertThat(request.answered()).isNull();
        });
        Decisions care = decisions(DATABASE.as("care"));
        assertThat(refusal(care.answered(claim, "prescription"))).isEqualTo("document reimbursement.error.nobodyAsked");
        done(care.answered(claim, "invoice"));
        assertThat(clerkList.find(claim).orElseThrow().waitsUntil()).isNull();
        done(clerk.decide(claim, done(clerkList.take(claim)).revision(), new Verdict.Approve()));
    }

    @Test
    void aCorrectionOfAPaidClaimLeavesOneDifference() {
        FileRef claim = Slips.slip(DATABASE, "I1", "P9", 10_000);
        approve(claim);
        pay(claim);
        assertThat(clerkList.find(claim)).isEmpty();
        done(clerk.reopen(claim, "WRONG_ENTRY", "half of it was somebody else''s"));
        assertThat(Slips.used(DATABASE, "P9")).isZero();
        assertThat(clerk.open(claim).orElseThrow().differences()).singleElement()
                .satisfies(difference -> assertThat(difference.amount()).isEmpty());
        WorkRow row = clerkList.find(claim).orElseThrow();
        Decided decided = done(clerk.decide(claim, row.revision(), new Verdict.Adjust(List.of(
                new Adjustment(0, Money.euros(5_000), "DOCUMENT_DIFFERS", "page 2")))));
        assertThat(decided.difference()).contains(Money.euros(-3_000));
        assertThat(Slips.used(DATABASE, "P9")).isEqualTo(5_000);
        // Taken back again before it was recovered: still one correction of what was paid once.
        done(clerk.reopen(claim, "UNDONE", ""));
        decided = done(clerk.decide(claim, clerkList.find(claim).orElseThrow().revision(), new Verdict.Approve()));
        assertThat(decided.difference()).contains(Money.ZERO);
        assertThat(clerk.open(claim).orElseThrow().differences()).hasSize(1);
        pay(claim);
        assertThat(clerk.open(claim).orElseThrow().differences()).singleElement().matches(difference -> difference.settled());
    }

    @Test
    void aClaimIsDecidedAgainByTheRulesOfNow() {
        FileRef claim = Slips.slip(DATABASE, "J1", "P10", 10_000);
        FileRef byHand = Slips.slip(DATABASE, "J2", "P10", 10_000);
        DATABASE.run("UPDATE zz.slip SET came = '2026-11-03' WHERE code = 'J2'");
        DATABASE.run("DELETE FROM reimbursement.fingerprint WHERE claim IN ('J1', 'J2')");
        approve(claim);
        pay(claim);
        done(clerk.decide(byHand, done(clerkList.take(byHand)).revision(), new Verdict.Adjust(List.of(
                new Adjustment(0, Money.euros(1), "GOODWILL", "")))));
        DATABASE.run("UPDATE zz.rate SET percent = 90");
        try {
            assertThat(done(clerk.decideAgain(claim, "TARIFF_CHANGED", "")).difference()).contains(Money.euros(1_000));
            assertThat(refusal(clerk.decideAgain(byHand, "TARIFF_CHANGED", ""))).isEqualTo("claim reimbursement.error.decidedByHand");
        } finally {
            DATABASE.run("UPDATE zz.rate SET percent = 80");
        }
        assertThat(Slips.used(DATABASE, "P10")).isEqualTo(9_001);
        assertThat(clerk.open(claim).orElseThrow().history().getFirst()).satisfies(past -> {
            assertThat(past.kind()).isEqualTo(PastDecision.Kind.REDO);
            assertThat(past.before()).isEqualTo(Money.euros(8_000));
            assertThat(past.after()).isEqualTo(Money.euros(9_000));
        });
    }

    @Test
    void whatALeadMustJudgeIsNotForAClerk() {
        FileRef claim = Slips.slip(DATABASE, "K1", "P11", SlipClaims.UNUSUAL);
        WorkRow row = done(clerkList.take(claim));
        assertThat(refusal(clerk.decide(claim, row.revision(), new Verdict.Approve()))).isEqualTo("reimbursement.error.forALead");
        assertThat(List.of(Finding.Code.values()).stream().filter(code -> code.solver() == Finding.Solver.LEAD).map(Enum::name))
                .as("as the database keeps it in begin; a proposal bars nobody who may decide it")
                .containsExactly("SHARED_ACCOUNT", "REUSED_DOCUMENT", "UNUSUAL_AMOUNT", "BEYOND_AUTHORITY");
    }

    private static List<String> reasons(String claim) {
        return DATABASE.query("SELECT array_to_string(reasons, ',') FROM reimbursement.work WHERE claim = ?", claim);
    }

    /// Whatever a clerk does with a claim by way of putting it off, refusing it or taking that back: the suspicion stays.
    @Test
    void whatALeadMustJudgeIsRemovedByNobodyElse() {
        FileRef claim = Slips.slip(DATABASE, "K2", "P14", 1_000);
        DATABASE.run("UPDATE reimbursement.work SET reasons = '{SHARED_ACCOUNT,UNUSUAL_AMOUNT}' WHERE claim = 'K2'");
        String pended = "UPDATE zz.slip SET state = 'PENDED' WHERE code = 'K2'";
        String begin = "SELECT reimbursement.begin('ZZ', 'K2', '%s', 'UNDONE', '', '[]', NULL, NULL)";
        String finish = "SELECT reimbursement.finish('ZZ', 'K2', '{}')";
        done(clerkList.take(claim));
        statements(begin.formatted("PEND"), pended, finish);
        assertThat(reasons("K2")).containsExactly("SHARED_ACCOUNT,UNUSUAL_AMOUNT");
        assertThat(DATABASE.query("SELECT reasons FROM reimbursement.decision WHERE claim = 'K2'"))
                .as("the history says so too").containsExactly("{SHARED_ACCOUNT,UNUSUAL_AMOUNT}");
        statements("SELECT * FROM reimbursement.begin_many('ZZ', '{K2}', '{PEND}')", pended,
                "SELECT * FROM reimbursement.finish_many('ZZ', '{K2}', ARRAY['DUPLICATE'])");
        assertThat(reasons("K2")).containsExactly("DUPLICATE,SHARED_ACCOUNT,UNUSUAL_AMOUNT");
        done(clerkList.take(claim));
        statements(begin.formatted("REJECT"), "UPDATE zz.slip SET state = 'REJECTED' WHERE code = 'K2'", finish);
        assertRefused("for a lead to judge", begin.formatted("REDO"));
        done(clerk.reopen(claim, "MEMBER_ASKED", ""));
        assertThat(reasons("K2")).containsExactly("SHARED_ACCOUNT,UNUSUAL_AMOUNT");
        long revision = clerkList.find(claim).orElseThrow().revision();
        assertThat(refusal(clerk.decide(claim, revision, new Verdict.Approve()))).isEqualTo("reimbursement.error.forALead");
        done(clerkList.release(claim));

        done(lead.decide(claim, done(leadList.take(claim)).revision(), new Verdict.Approve()));
        assertThat(reasons("K2")).as("a lead judged it").containsExactly("");
        done(clerk.decideAgain(claim, "TARIFF_CHANGED", ""));
        done(clerk.reopen(claim, "MEMBER_ASKED", ""));
        assertThat(reasons("K2")).as("reopened, it is to be judged anew").containsExactly("SHARED_ACCOUNT,UNUSUAL_AMOUNT");
    }

    @Test
    void whatIsBeyondAClerkGoesToALeadAsItWasTyped() {
        FileRef claim = Slips.slip(DATABASE, "M1", "P12", 62_502);
        long revision = clerkList.find(claim).orElseThrow().revision();
        List<Adjustment> typed = List.of(new Adjustment(0, Money.euros(60_000), "PROMISED", "by phone", "RATE"));
        assertThat(refusal(clerk.decide(claim, revision, new Verdict.Adjust(typed)))).isEqualTo("reimbursement.error.beyondAuthority");
        assertThat(refusal(clerk.handOver(claim, revision, List.of(new Adjustment(0, Money.euros(70_000), "PROMISED", "")), "")))
                .isEqualTo("lines[0].insurer reimbursement.error.lineAmount");
        Decided handed = done(clerk.handOver(claim, revision, typed, "please"));
        assertThat(handed.state()).isEqualTo(ClaimState.PENDED);
        WorkRow waiting = leadList.find(claim).orElseThrow();
        assertThat(waiting.reasons()).contains(Finding.Code.BEYOND_AUTHORITY);
        assertThat(waiting.assignee()).isNull();
        OpenClaim open = lead.open(claim).orElseThrow();
        assertThat(open.proposal()).hasValueSatisfying(proposal -> {
            assertThat(proposal.by()).isEqualTo("operations");
            assertThat(proposal.note()).isEqualTo("please");
            assertThat(proposal.lines()).isEqualTo(typed);
        });
        Decided decided = done(lead.decide(claim, waiting.revision(), new Verdict.Adjust(open.proposal().orElseThrow().lines())));
        assertThat(decided.insurer()).isEqualTo(Money.euros(60_000));
        OpenClaim after = lead.open(claim).orElseThrow();
        assertThat(after.proposal()).isEmpty();
        assertThat(after.history().getFirst().lines()).isEqualTo(typed);
    }

    @Test
    void whatWasHandedOverOrAskedForByMistakeIsTakenBack() {
        FileRef claim = Slips.slip(DATABASE, "M2", "P13", 2_000);
        done(clerk.handOver(claim, clerkList.find(claim).orElseThrow().revision(), List.of(), ""));
        assertThat(refusal(lead.undo(claim))).isEqualTo("claim reimbursement.error.notYours");
        assertThat(done(clerk.undo(claim)).state()).isEqualTo(ClaimState.PENDED);
        WorkRow mine = clerkList.find(claim).orElseThrow();
        assertThat(mine.assignee()).isEqualTo("operations");
        assertThat(mine.reasons()).doesNotContain(Finding.Code.BEYOND_AUTHORITY);
        assertThat(clerk.open(claim).orElseThrow().proposal()).isEmpty();

        String document = new SlipClaims().form().documents().getFirst();
        done(clerk.decide(claim, mine.revision(), new Verdict.Ask(document, TODAY.plusDays(10), "")));
        assertThat(clerkList.find(claim).orElseThrow().waitsUntil()).isNotNull();
        done(clerk.undo(claim));
        assertThat(clerk.open(claim).orElseThrow().requests()).isEmpty();
        assertThat(clerkList.find(claim).orElseThrow().waitsUntil()).isNull();
        assertThat(refusal(clerk.undo(claim))).as("once").isEqualTo("claim reimbursement.error.notYours");

        done(clerk.decide(claim, clerkList.find(claim).orElseThrow().revision(), new Verdict.Reject("DUPLICATE", "")));
        assertThat(done(clerk.undo(claim)).state()).isEqualTo(ClaimState.RECEIVED);
        done(clerk.decide(claim, clerkList.find(claim).orElseThrow().revision(), new Verdict.Approve()));
        pay(claim);
        assertThat(refusal(clerk.undo(claim))).isEqualTo("claim reimbursement.error.paidAlready");
    }
}
