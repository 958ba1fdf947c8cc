package io.guichet.reimbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.guichet.bootstrap.Components;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.PastRun;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a run would do is what it does, claim by claim, and it can be taken back until something was paid.
class RunsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static Components clerk;
    private static Components lead;

    @BeforeAll
    static void create() {
        Slips.create(DATABASE);
        clerk = components(DATABASE.as("operations"));
        lead = components(DATABASE.as("lead"));
    }

    private static Components components(Database database) {
        return Components.over(database, ClaimingCountry.countries(), CLOCK);
    }

    @BeforeEach
    void begin() {
        DATABASE.run("DELETE FROM zz.slip");
        DATABASE.run("DELETE FROM zz.pot");
        DATABASE.run("SELECT reimbursement.withdraw('ZZ', (SELECT array_agg(claim) FROM reimbursement.fingerprint))");
        DATABASE.run("DELETE FROM reimbursement.work");
        DATABASE.run("UPDATE zz.rate SET percent = 80");
        Slips.people(DATABASE, 4, 100_000);
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static RunOrder order(Action action, List<FileRef> claims) {
        return new RunOrder(action, claims, "");
    }

    private static List<FileRef> undecided(Runs runs) {
        Runs.Selection selection = runs.matching(WorkFilter.UNDECIDED);
        assertThat(selection.more()).isFalse();
        return selection.claims();
    }

    private static RunReport.Row row(RunReport report, String claim) {
        return report.rows().stream().filter(row -> row.claim().equals(Slips.claim(claim))).findFirst().orElseThrow();
    }

    private static List<RunReport.Row> rows(RunReport report) {
        return report.rows();
    }

    @Test
    void whatWasRehearsedIsWhatIsDone() {
        Slips.slip(DATABASE, "R1", "P1", 60_000);
        Slips.slip(DATABASE, "R2", "P1", 62_000);
        Slips.slip(DATABASE, "R3", "P1", 30_000);
        Slips.slip(DATABASE, "R4", "P2", 70_000);
        Slips.slip(DATABASE, "R5", "P3", 1_000);
        Slips.slip(DATABASE, "R6", "P4", 2_000);
        done(lead.worklist().take(Slips.claim("R6")));
        RunOrder order = order(new Action.Approve(), undecided(clerk.runs()));
        assertThat(order.claims()).hasSize(6);
        List<String> runs = DATABASE.query("SELECT count(*) FROM reimbursement.run");
        List<Double> shares = new ArrayList<>();
        RunReport rehearsed = clerk.runs().rehearse(order, shares::add);
        assertThat(shares).isSorted().endsWith(1.0);
        assertThat(rehearsed.run()).isEmpty();
        assertThat(DATABASE.query("SELECT count(*) FROM zz.slip WHERE state <> 'RECEIVED'")).containsExactly("0");
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.run")).isEqualTo(runs);
        assertThat(Slips.used(DATABASE, "P1")).isZero();
        // 800 in the pot: 480, then 320 of 496, then nothing.
        assertThat(rehearsed.rows()).extracting(row -> row.claim().reference(), RunReport.Row::result, RunReport.Row::after).containsExactly(
                tuple("R1", Result.DONE, Money.euros(48_000)), tuple("R2", Result.DONE, Money.euros(49_600)),
                tuple("R3", Result.DONE, Money.euros(2_400)), tuple("R4", Result.REFUSED, Money.ZERO),
                tuple("R5", Result.DONE, Money.euros(800)), tuple("R6", Result.REFUSED, Money.ZERO));
        assertThat(row(rehearsed, "R4").why()).map(UserMessage::key).contains("reimbursement.error.beyondAuthority");
        assertThat(row(rehearsed, "R6").why()).map(UserMessage::key).contains("reimbursement.error.held");
        assertThat(rehearsed.after()).isEqualTo(Money.euros(100_800));

        RunReport applied = done(clerk.runs().apply(order, share -> { }));
        assertThat(rows(applied)).isEqualTo(rows(rehearsed));
        assertThat(Slips.used(DATABASE, "P1")).isEqualTo(100_000);
        assertThat(clerk.runs().find(applied.run().orElseThrow()).orElseThrow().rows()).hasSameSizeAs(applied.rows())
                .extracting(RunReport.Row::result).isEqualTo(applied.rows().stream().map(RunReport.Row::result).toList());
        // What it read is on the record, and closed again.
        assertThat(DATABASE.query("SELECT count(*) FROM audit.open_now WHERE staff = 'operations'")).containsExactly("0");
        assertThat(DATABASE.query("SELECT DISTINCT purpose FROM audit.opening WHERE staff = 'operations'")).containsExactly("decide");
        assertThat(row(done(lead.runs().apply(order(new Action.Approve(), List.of(Slips.claim("R4"), Slips.claim("R1"))), share -> { })),
                "R4").result()).isEqualTo(Result.DONE);
    }

    @Test
    void aRunIsTakenBackWhileNothingWasPaid() {
        Slips.slip(DATABASE, "U1", "P1", 10_000);
        Slips.slip(DATABASE, "U2", "P1", 20_000);
        Slips.slip(DATABASE, "U3", "P2", 30_000);
        Slips.slip(DATABASE, "U4", "P3", 40_000);
        done(clerk.decisions().decide(Slips.claim("U2"), done(clerk.worklist().take(Slips.claim("U2"))).revision(),
                new Verdict.Ask("invoice", TODAY.plusDays(5), "")));
        List<FileRef> claims = undecided(clerk.runs());
        long run = done(clerk.runs().apply(order(new Action.Approve(), claims), share -> { })).run().orElseThrow();
        DATABASE.run("UPDATE zz.slip SET state = 'PAID' WHERE code = 'U3'");
        done(clerk.decisions().decideAgain(Slips.claim("U4"), "MEMBER_ASKED", ""));
        RunReport undone = done(clerk.runs().undo(run, share -> { }));
        assertThat(undone.rows()).extracting(row -> row.claim().reference(), RunReport.Row::result, row -> row.why().map(UserMessage::key))
                .as("each person's claims from the last to the first")
                .containsExactly(tuple("U2", Result.DONE, Optional.empty()), tuple("U1", Result.DONE, Optional.empty()),
                        tuple("U3", Result.REFUSED, Optional.of("reimbursement.error.paidAlready")),
                        tuple("U4", Result.REFUSED, Optional.of("reimbursement.error.decidedSince")));
        assertThat(DATABASE.query("SELECT state FROM zz.slip ORDER BY code")).containsExactly("RECEIVED", "PENDED", "PAID", "ACCEPTED");
        assertThat(Slips.used(DATABASE, "P1")).isZero();
        assertThat(clerk.worklist().find(Slips.claim("U2")).orElseThrow()).satisfies(row -> {
            assertThat(row.assignee()).isNull();
            assertThat(row.reasons()).extracting(Enum::name).containsExactly("MISSING_DOCUMENT");
            assertThat(row.waitsUntil()).isEqualTo(TODAY.plusDays(5));
        });
        assertThat(clerk.runs().undo(run, share -> { })).isInstanceOf(Outcome.Invalid.class);
        assertThat(lead.runs().find(run)).isPresent();
        assertThat(components(DATABASE.as("care")).runs().undo(run + 99, share -> { })).isInstanceOf(Outcome.Denied.class);
    }

    /// The connection breaks, or somebody stops it: what is done is known, and the rest is done later, nothing twice.
    @Test
    void whatWasStoppedIsFinished() {
        for (int n = 100; n < 310; n++) {
            Slips.slip(DATABASE, "S" + n, "P" + (n % 4 + 1), 100);
        }
        RunOrder order = order(new Action.Approve(), undecided(clerk.runs()));
        Stopping stopping = new Stopping(0.7);
        RunReport stopped = done(clerk.runs().apply(order, stopping));
        long run = stopped.run().orElseThrow();
        assertThat(stopping.began).isEqualTo(run);
        assertThat(stopped.rows()).hasSize(200);
        assertThat(stopped.left()).isEqualTo(10);
        Instant now = Instant.now();
        assertThat(clerk.runs().past(run).orElseThrow()).satisfies(past -> {
            assertThat(past.left()).isEqualTo(10);
            assertThat(past.state(now)).isEqualTo(PastRun.State.UNDERWAY);
            assertThat(past.state(now.plusSeconds(120))).isEqualTo(PastRun.State.STOPPED);
            assertThat(past.after()).isEqualTo(Money.euros(200 * 80));
        });
        assertThat(lead.runs().finish(run, share -> { })).as("somebody else's").isInstanceOf(Outcome.Invalid.class);
        RunReport finished = done(clerk.runs().finish(run, share -> { }));
        assertThat(finished.count(Result.DONE)).isEqualTo(210);
        assertThat(finished.left()).isZero();
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.decision WHERE run = ?", run)).containsExactly("210");
        assertThat(clerk.runs().past(run).orElseThrow().state(now)).isEqualTo(PastRun.State.FINISHED);
        assertThat(clerk.runs().finish(run, share -> { })).as("nothing is left").isInstanceOf(Outcome.Invalid.class);
        // Taking back can be stopped and finished as well.
        RunReport begun = done(clerk.runs().undo(run, new Stopping(0.7)));
        assertThat(begun.left()).isEqualTo(10);
        assertThat(done(clerk.runs().finish(begun.run().orElseThrow(), share -> { })).count(Result.DONE)).isEqualTo(210);
        assertThat(DATABASE.query("SELECT DISTINCT state FROM zz.slip")).containsExactly("RECEIVED");
        assertThat(clerk.runs().past(run).orElseThrow().state(now)).isEqualTo(PastRun.State.UNDONE);
        assertThat(catchThrowable(() -> clerk.runs().rehearse(order, new Stopping(0.6)))).isInstanceOf(CancellationException.class);
    }

    private static final class Stopping implements Runs.Progress {
        private final double after;
        private double share;
        private long began;

        private Stopping(double after) {
            this.after = after;
        }

        @Override
        public void done(double now) {
            share = now;
        }

        @Override
        public void began(long run) {
            began = run;
        }

        @Override
        public boolean stopped() {
            return share >= after;
        }
    }

    @Test
    void pastRunsAreListedNewestFirst() {
        List<Long> runs = new ArrayList<>();
        for (int n = 1; n <= 3; n++) {
            Slips.slip(DATABASE, "L" + n, "P" + n, 1_000 * n);
            runs.addFirst(done(clerk.runs().apply(new RunOrder(new Action.Approve(), List.of(Slips.claim("L" + n)), "part " + n), share -> { }))
                    .run().orElseThrow());
        }
        Page<PastRun> first = clerk.runs().page(null, false, 2);
        assertThat(first.rows()).extracting(PastRun::run).containsExactly(runs.get(0), runs.get(1));
        assertThat(first.more()).isTrue();
        assertThat(first.rows().getFirst()).satisfies(past -> {
            assertThat(past.note()).isEqualTo("part 3");
            assertThat(past.staff()).isEqualTo("operations");
            assertThat(past.ordered()).isEqualTo(1);
            assertThat(past.before()).isEqualTo(Money.ZERO);
            assertThat(past.after()).isEqualTo(Money.euros(2_400));
        });
        assertThat(clerk.runs().page(runs.get(1), false, 500).rows()).extracting(PastRun::run).startsWith(runs.get(2));
        assertThat(clerk.runs().page(runs.get(2), true, 2).rows()).extracting(PastRun::run).containsExactly(runs.get(0), runs.get(1));
        done(lead.runs().undo(runs.getFirst(), share -> { }));
        assertThat(clerk.runs().page(null, false, 1).rows().getFirst().undoneBy()).as("a lead took it back").isNotNull();
        Runs care = components(DATABASE.as("care")).runs();
        assertThat(catchThrowable(() -> care.page(null, false, 10))).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void manyAreRefusedAtOnceAndThatIsTakenBackToo() {
        Slips.slip(DATABASE, "V1", "P1", 10_000);
        Slips.slip(DATABASE, "V2", "P2", 10_000);
        RunReport rejected = done(clerk.runs().apply(order(new Action.Reject("DUPLICATE"), undecided(clerk.runs())), share -> { }));
        assertThat(rejected.count(Result.DONE)).isEqualTo(2);
        assertThat(DATABASE.query("SELECT DISTINCT state || why FROM zz.slip")).containsExactly("REJECTEDDUPLICATE");
        assertThat(done(clerk.runs().undo(rejected.run().orElseThrow(), share -> { })).count(Result.DONE)).isEqualTo(2);
        assertThat(undecided(clerk.runs())).hasSize(2);
        assertThat(row(clerk.runs().rehearse(order(new Action.Reject("WHIM"), undecided(clerk.runs())), share -> { }), "V1").why())
                .map(UserMessage::key).contains("reimbursement.error.unknownReason");
    }

    @Test
    void afterATariffChangedClaimsAreDecidedAgainAndTheDifferencesKept() {
        for (int n = 1; n <= 4; n++) {
            Slips.slip(DATABASE, "T" + n, "P" + n, 10_000 * n);
        }
        Instant before = Instant.now().minusSeconds(3_600);
        done(clerk.runs().apply(order(new Action.Approve(), undecided(clerk.runs())), share -> { }));
        DATABASE.run("UPDATE zz.slip SET state = 'PAID' WHERE code IN ('T1', 'T2')");
        DATABASE.run("UPDATE zz.rate SET percent = 75");
        List<FileRef> decided = clerk.runs().decidedBetween(Slips.COUNTRY, before, Instant.now().plusSeconds(3_600)).claims()
                .stream().filter(claim -> claim.reference().startsWith("T")).toList();
        assertThat(decided).hasSize(4);
        RunOrder again = order(new Action.Again("TARIFF_CHANGED"), decided);
        RunReport rehearsed = clerk.runs().rehearse(again, share -> { });
        assertThat(rehearsed.before()).isEqualTo(Money.euros(80_000));
        assertThat(rehearsed.after()).isEqualTo(Money.euros(75_000));
        RunReport applied = done(clerk.runs().apply(again, share -> { }));
        assertThat(rows(applied)).isEqualTo(rows(rehearsed));
        assertThat(DATABASE.query("SELECT claim || ' ' || amount FROM reimbursement.difference WHERE claim LIKE 'T%' ORDER BY claim"))
                .containsExactly("T1 -5.00", "T2 -10.00");
        assertThat(clerk.decisions().open(Slips.claim("T3")).orElseThrow().history().getFirst().kind()).isEqualTo(PastDecision.Kind.REDO);
        // A second time changes nothing, and leaves nothing behind.
        RunReport second = done(clerk.runs().apply(again, share -> { }));
        assertThat(second.count(Result.UNCHANGED)).isEqualTo(4);
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.difference WHERE claim LIKE 'T%'")).containsExactly("2");
        assertThat(clerk.runs().undo(second.run().orElseThrow(), share -> { })).as("it decided nothing").isInstanceOf(Outcome.Invalid.class);
        // This country keeps nothing of what stood before.
        assertThat(done(clerk.runs().undo(applied.run().orElseThrow(), share -> { })).refusals()).extractingByKey(
                UserMessage.of("reimbursement.error.notKept")).isEqualTo(4L);
    }

    /// An amendment asks for two claims to be decided again: one comes to another amount, one to the same. Both are done then.
    @Test
    void whatAnAmendmentMadeWrongIsPutRightByARun() {
        Slips.slip(DATABASE, "W1", "P1", 10_000);
        Slips.slip(DATABASE, "W2", "P2", 10_000);
        Slips.slip(DATABASE, "W3", "P3", 10_000);
        done(clerk.runs().apply(order(new Action.Approve(), undecided(clerk.runs())), share -> { }));
        DATABASE.run("SELECT contract.define_kind('ZZ', 'option', '{}')");
        DATABASE.run("INSERT INTO contract.amendment (country, contract, kind, effective) VALUES ('ZZ', 'T1', 'option', '2026-01-01')");
        DATABASE.run("INSERT INTO contract.follow_up (kind, amendment, country, reference, label, day) SELECT 'READJUDICATE', a.number,"
                + " 'ZZ', c, c, '2026-11-02' FROM contract.amendment a, unnest(ARRAY['W1', 'W2']) c");
        assertThat(clerk.runs().madeWrong().claims()).containsExactly(Slips.claim("W1"), Slips.claim("W2"));
        DATABASE.run("UPDATE zz.rate SET percent = 70");
        RunOrder first = order(new Action.Again("CONTRACT_CHANGED"), List.of(Slips.claim("W1")));
        clerk.runs().rehearse(first, share -> { });
        assertThat(clerk.runs().madeWrong().claims()).as("a rehearsal does nothing").hasSize(2);
        assertThat(done(clerk.runs().apply(first, share -> { })).count(Result.DONE)).isEqualTo(1);
        assertThat(clerk.runs().madeWrong().claims()).containsExactly(Slips.claim("W2"));
        DATABASE.run("UPDATE zz.rate SET percent = 80");
        RunOrder second = order(new Action.Again("CONTRACT_CHANGED"), clerk.runs().madeWrong().claims());
        assertThat(done(clerk.runs().apply(second, share -> { })).count(Result.UNCHANGED)).isEqualTo(1);
        assertThat(clerk.runs().madeWrong().claims()).isEmpty();
    }
}
