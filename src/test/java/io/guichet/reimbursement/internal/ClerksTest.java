package io.guichet.reimbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.access.internal.PgAccess;
import io.guichet.access.internal.StaffAccounts;
import io.guichet.country.Countries;
import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkCount;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.Worklist;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Fifty people work through one queue at once, each signed in as themselves.
class ClerksTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int CLERKS = 50;
    private static final int CLAIMS = 5_000;
    private static final int PEOPLE = 40;
    /// Cents of a pot: less than its people's claims ask for, so that the last ones get what is left.
    private static final long POT = 600_000;

    private final Map<FileRef, String> decidedBy = new ConcurrentHashMap<>();
    private final Countries countries = ClaimingCountry.countries();

    @Test
    void eachClaimIsDecidedOnceAndEveryCounterIsExact() throws Exception {
        Slips.create(DATABASE);
        Slips.people(DATABASE, PEOPLE, POT);
        DATABASE.run("INSERT INTO zz.slip (code, person, came, charged, origin) SELECT 'S' || n, 'P' || (1 + n % ?),"
                + " '2026-11-01'::date + n % 9, 1000 + n * 7 % 9000, 'test:' || n FROM generate_series(1, ?) n", PEOPLE, CLAIMS);
        hire();
        List<Future<Integer>> days = new ArrayList<>();
        try (ExecutorService office = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 1; n <= CLERKS; n++) {
                String clerk = name(n);
                days.add(office.submit(() -> work(clerk)));
            }
        }
        int decided = 0;
        for (Future<Integer> day : days) {
            decided += result(day);
        }
        assertThat(decided).isEqualTo(CLAIMS);
        assertThat(decidedBy).hasSize(CLAIMS);
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.decision")).containsExactly("" + CLAIMS);
        assertThat(DATABASE.query("SELECT count(DISTINCT claim) FROM reimbursement.decision")).containsExactly("" + CLAIMS);
        // Who the history says is who did it.
        assertThat(DATABASE.query("SELECT claim || ' ' || staff FROM reimbursement.decision")).containsExactlyInAnyOrderElementsOf(
                decidedBy.entrySet().stream().map(each -> each.getKey().reference() + " " + each.getValue()).toList());
        // What the people used is what their claims were paid, and no pot gave more than it had.
        assertThat(DATABASE.query("SELECT count(*) FROM zz.pot p WHERE p.used <> (SELECT coalesce(sum(s.insurer), 0) FROM zz.slip s"
                + " WHERE s.person = p.person)")).containsExactly("0");
        assertThat(DATABASE.query("SELECT count(*) FROM zz.pot WHERE used > most")).containsExactly("0");
        assertThat(DATABASE.query("SELECT count(*) FROM zz.slip WHERE state NOT IN ('ACCEPTED', 'REJECTED')")).containsExactly("0");
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.deciding")).containsExactly("0");
        theLiveCountsAreWhatCountingSays();
    }

    private static void theLiveCountsAreWhatCountingSays() {
        String counted = "SELECT country || ' ' || state || ' ' || count(*) || ' ' || count(assigned_to) || ' ' || sum(charged) || ' '"
                + " || sum(insurer) FROM reimbursement.work GROUP BY country, state ORDER BY 1";
        List<WorkCount> counts = worklist(DATABASE.as("auditor")).counts().stream().filter(count -> count.totals().claims() > 0).toList();
        assertThat(counts).extracting(count -> count.country() + " " + count.state() + " " + count.totals().claims() + " " + count.taken()
                + " " + count.totals().charged() + " " + count.totals().insurer()).isEqualTo(DATABASE.query(counted));
        assertThat(counts).singleElement().satisfies(count -> assertThat(count.state()).isEqualTo(ClaimState.ACCEPTED));
        assertThat(Integer.parseInt(DATABASE.query("SELECT count(*) FROM reimbursement.tally").getFirst()))
                .as("as many slots as changed at once, not as many as changes").isLessThanOrEqualTo(6 * CLERKS);
    }

    /// Takes and decides until nothing is left; every tenth is refused. One transaction at a time, as a person does.
    private int work(String clerk) {
        Database window = DATABASE.as(clerk);
        Worklist list = worklist(window);
        Decisions decisions = new PgDecisions(window, new PgAccess(window), countries, Clock.systemUTC());
        int decided = 0;
        for (Optional<WorkRow> next = list.takeNext(WorkFilter.ALL); next.isPresent(); next = list.takeNext(WorkFilter.ALL)) {
            WorkRow row = next.get();
            assertThat(row.assignee()).isEqualTo(clerk);
            assertThat(decidedBy.putIfAbsent(row.claim(), clerk)).as("nobody else got " + row).isNull();
            Verdict verdict = row.claim().reference().endsWith("0") ? new Verdict.Reject("NOT_COVERED", "") : new Verdict.Approve();
            assertThat(decisions.decide(row.claim(), row.revision(), verdict)).isInstanceOf(Outcome.Done.class);
            decided++;
        }
        window.close();
        return decided;
    }

    private static Worklist worklist(Database window) {
        return new PgWorklist(window, new PgAccess(window), Clock.systemUTC());
    }

    private static int result(Future<Integer> day) throws InterruptedException {
        try {
            return day.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    private static String name(int clerk) {
        return "clerk." + clerk;
    }

    private static void hire() throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            StaffAccounts staff = new StaffAccounts(owner);
            for (int n = 1; n <= CLERKS; n++) {
                staff.hire(name(n), name(n).toCharArray(), List.of(StaffGroup.OPERATIONS), List.of(Slips.COUNTRY));
            }
            owner.commit();
        }
    }
}
