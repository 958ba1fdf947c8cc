package io.guichet.reimbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guichet.bootstrap.Components;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whoever runs what, and with whom at the same moment: rights and limits hold for each claim, and none is decided twice.
class RunRightsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2026, 11, 21).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

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
        DATABASE.run("DELETE FROM reimbursement.work");
        Slips.people(DATABASE, 4, 500_000);
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static RunOrder order(Action action, List<FileRef> claims) {
        return new RunOrder(action, claims, "");
    }

    private static List<FileRef> undecided(Runs runs) {
        return runs.matching(WorkFilter.UNDECIDED).claims();
    }

    /// Everybody decides within their own limit and rights, row by row.
    @Test
    void rightsAndLimitsHoldForEachRow() {
        Slips.slip(DATABASE, "G1", "P1", 20_000);
        Slips.slip(DATABASE, "G2", "P2", 90_000);
        Slips.slip(DATABASE, "G3", "P3", 600_000);
        List<FileRef> claims = List.of(Slips.claim("G1"), Slips.claim("G2"), Slips.claim("G3"));
        RunOrder order = order(new Action.Approve(), claims);
        assertThat(clerk.runs().rehearse(order, share -> { }).rows()).extracting(RunReport.Row::result)
                .as("within 500, beyond 500, and one that is for a lead").containsExactly(Result.DONE, Result.REFUSED, Result.REFUSED);
        assertThat(clerk.runs().rehearse(order, share -> { }).refusals().keySet()).extracting(UserMessage::key)
                .containsExactlyInAnyOrder("reimbursement.error.beyondAuthority", "reimbursement.error.forALead");
        assertThat(lead.runs().rehearse(order, share -> { }).count(Result.DONE)).isEqualTo(3);
        for (String other : List.of("care", "auditor", "sales")) {
            Runs runs = components(DATABASE.as(other)).runs();
            assertThat(runs.apply(order, share -> { })).as(other).isInstanceOf(Outcome.Denied.class);
            assertThat(catchThrowable(() -> runs.rehearse(order, share -> { }))).as(other).isNotNull();
        }
        assertThat(DATABASE.query("SELECT count(*) FROM zz.slip WHERE state <> 'RECEIVED'")).containsExactly("0");
        // What was refused is told with its limit afterwards too.
        long run = done(clerk.runs().apply(order, share -> { })).run().orElseThrow();
        assertThat(clerk.runs().find(run).orElseThrow().refusals()).containsKey(
                UserMessage.of("reimbursement.error.beyondAuthority", Money.euros(50_000)));
    }

    /// Two runs over the same claims at once: each claim is decided by one of them, and no pot is overdrawn.
    @Test
    void twoRunsAtOnceDecideEachClaimOnce() throws InterruptedException {
        for (int n = 100; n < 180; n++) {
            Slips.slip(DATABASE, "C" + n, "P" + (n % 4 + 1), 1_000 + n);
        }
        List<FileRef> claims = undecided(clerk.runs());
        done(lead.worklist().take(Slips.claim("C150")));
        List<RunReport> reports = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = Stream.of(clerk, components(DATABASE.as("lead"))).map(each -> Thread.ofVirtual().start(() ->
                reports.add(done(each.runs().apply(order(new Action.Approve(), claims), share -> { }))))).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(reports).hasSize(2);
        assertThat(reports.stream().mapToLong(each -> each.count(Result.DONE)).sum()).isEqualTo(DATABASE.query(
                "SELECT 1 FROM zz.slip WHERE state = 'ACCEPTED' AND code LIKE 'C%'").size());
        assertThat(DATABASE.query("SELECT claim FROM reimbursement.decision WHERE kind = 'APPROVE' AND claim LIKE 'C%' GROUP BY claim"
                + " HAVING count(*) > 1")).isEmpty();
        assertThat(DATABASE.query("SELECT p.person FROM zz.pot p WHERE p.used <> (SELECT coalesce(sum(s.insurer), 0) FROM zz.slip s"
                + " WHERE s.person = p.person)")).isEmpty();
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.deciding")).containsExactly("0");
    }

    private static void statements(Database window, String... statements) {
        window.write(work -> {
            for (String each : statements) {
                work.sql(connection -> connection.createStatement().execute(each));
            }
            return 0;
        });
    }

    private static void assertRefused(String why, String... statements) {
        assertThat(catchThrowable(() -> statements(DATABASE.as("operations"), statements))).isInstanceOf(DatabaseFailure.class)
                .rootCause().hasMessageContaining(why);
    }

    private static long newest() {
        return Long.parseLong(DATABASE.query("SELECT max(id) FROM reimbursement.run").getFirst());
    }

    private static String begin(String claim, String kind, long run) {
        return "SELECT reimbursement.begin('ZZ', '%s', '%s', 'OTHER', '', '[]', %d, NULL)".formatted(claim, kind, run);
    }

    /// Who takes a run back before its own people can would keep it standing for ever.
    @Test
    void nobodyButALeadTakesTheRunOfAnotherBack() {
        Slips.slip(DATABASE, "W1", "P1", 1_000);
        long run = done(lead.runs().apply(order(new Action.Approve(), List.of(Slips.claim("W1"))), share -> { })).run().orElseThrow();
        assertRefused("row-level security", "INSERT INTO reimbursement.run (action, reason, note, undoes) VALUES ('UNDO', 'X', '', " + run + ")");
        assertThat(done(lead.runs().undo(run, share -> { })).count(Result.DONE)).isEqualTo(1);
    }

    /// A run is no way around taking a claim: it decides what was ordered, once, in the name of who ordered it.
    @Test
    void aDecisionOfARunIsOneThatWasOrdered() {
        Slips.slip(DATABASE, "X1", "P1", 1_000);
        Slips.slip(DATABASE, "X2", "P1", 2_000);
        String none = "no run of this role";
        long leads = done(lead.runs().apply(order(new Action.Approve(), List.of(Slips.claim("X1"))), share -> { })).run().orElseThrow();
        assertRefused(none, begin("X2", "APPROVE", leads));
        assertRefused(none, begin("X2", "APPROVE", leads + 1_000));
        statements(DATABASE.as("operations"), "INSERT INTO reimbursement.run (action, reason, note) VALUES ('APPROVE', '', '')");
        long own = newest();
        assertRefused(none, begin("X2", "APPROVE", own));
        statements(DATABASE.as("operations"), "INSERT INTO reimbursement.run_claim VALUES (" + own + ", 'ZZ', 'X2')");
        assertRefused(none, begin("X2", "REJECT", own));
        assertRefused("not finished", begin("X2", "APPROVE", own));
        assertThat(done(clerk.runs().finish(own, share -> { })).count(Result.DONE)).isEqualTo(1);
        done(clerk.decisions().reopen(Slips.claim("X2"), "MEMBER_ASKED", ""));
        assertRefused(none, begin("X2", "APPROVE", own));
        statements(DATABASE.as("operations"), "INSERT INTO reimbursement.run (action, reason, note) VALUES ('AGAIN', 'OTHER', '')");
        assertRefused("not deciding that claim", "SELECT reimbursement.found_right('ZZ', 'X1', " + newest() + ")");
    }

    /// What a run adds up to is what was decided in it.
    @Test
    void aRunTellsNothingThatWasNotDecided() {
        Slips.slip(DATABASE, "Y1", "P1", 1_000);
        statements(DATABASE.as("operations"), "INSERT INTO reimbursement.run (action, reason, note) VALUES ('APPROVE', '', '')");
        long own = newest();
        statements(DATABASE.as("operations"), "INSERT INTO reimbursement.run_claim VALUES (" + own + ", 'ZZ', 'Y1'), (" + own + ", 'ZZ', 'none')");
        String row = "INSERT INTO reimbursement.run_row (run, country, claim, number, result, problem, insurer_before, insurer_after, decision)"
                + " VALUES (" + own + ", 'ZZ', '%s', 'Y1', '%s', '%s', %d, %d, %s)";
        assertRefused("not decided in it", row.formatted("whatever", "DONE", "", 0, 1_000_000, "1"));
        assertRefused("not decided in it", row.formatted("Y1", "DONE", "", 0, 1_000_000, "1"));
        assertRefused("not decided in it", row.formatted("Y1", "REFUSED", "x", 0, 5, "NULL"));
        assertRefused("not decided in it", row.formatted("none", "REFUSED", "x", 5, 5, "NULL"));
        assertRefused("not decided in it", row.formatted("Y1", "UNCHANGED", "", 0, 0, "NULL"));
        statements(DATABASE.as("operations"), row.formatted("Y1", "REFUSED", "x", 0, 0, "NULL"));
        assertThat(DATABASE.query("SELECT sum(insurer_after) FROM reimbursement.run_sum WHERE run = ?", own)).containsExactly("0.00");
    }
}
