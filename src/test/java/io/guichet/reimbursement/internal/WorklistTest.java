package io.guichet.reimbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.internal.PgAccess;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.Colleague;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Intake;
import io.guichet.reimbursement.WorkCount;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkNumbers;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.WorkTotals;
import io.guichet.reimbursement.Worklist;
import io.guichet.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The queue shows what can be worked on, in its order, and hands it out; what comes in is decided by itself when it can be.
class WorklistTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static Worklist list;
    private static Intake intake;

    @BeforeAll
    static void create() {
        Slips.create(DATABASE);
        Slips.people(DATABASE, 5, 100_000_000);
        Database clerk = DATABASE.as("operations");
        list = new PgWorklist(clerk, new PgAccess(clerk), CLOCK);
        intake = new PgIntake(clerk, new PgAccess(clerk), ClaimingCountry.countries(), CLOCK);
    }

    @BeforeEach
    void empty() {
        DATABASE.run("DELETE FROM zz.slip");
        DATABASE.run("SELECT reimbursement.withdraw('ZZ', (SELECT array_agg(claim) FROM reimbursement.work))");
    }

    private static void told(String claim, String state, String received, int priority, String reasons) {
        DATABASE.run("SELECT reimbursement.publish(ARRAY[ROW('ZZ', ?, ?, 'P1', ?, ?::date, NULL, ?, 10, 4, ?::text[], NULL, NULL)"
                + "::reimbursement.published_claim])", claim, claim, state, received, priority, reasons);
    }

    private static List<String> codes(Page<WorkRow> page) {
        return page.rows().stream().map(row -> row.claim().reference()).toList();
    }

    private static List<String> all(WorkFilter filter) {
        return codes(list.page(new WorkPageRequest(filter, null, false, 100)));
    }

    @Test
    void theMostUrgentComesFirstPageByPageBothWays() {
        for (int n = 0; n < 25; n++) {
            told("C" + n, n % 3 == 0 ? "PENDED" : n % 5 == 0 ? "ACCEPTED" : "RECEIVED", "2026-11-" + (10 + n % 7), n % 4, "{}");
        }
        List<WorkRow> whole = list.page(new WorkPageRequest(WorkFilter.ALL, null, false, 100)).rows();
        assertThat(whole).hasSize(25).isSortedAccordingTo((one, other) -> one.priority() != other.priority()
                ? other.priority() - one.priority() : one.due().compareTo(other.due()));
        assertThat(whole.getFirst().memberName()).isEqualTo("Person 1");
        List<WorkRow> forth = new ArrayList<>();
        Page<WorkRow> page = list.page(new WorkPageRequest(WorkFilter.ALL, null, false, 4));
        forth.addAll(page.rows());
        while (page.more()) {
            page = list.page(new WorkPageRequest(WorkFilter.ALL, forth.getLast().place(), false, 4));
            forth.addAll(page.rows());
        }
        assertThat(forth).isEqualTo(whole);
        Page<WorkRow> back = list.page(new WorkPageRequest(WorkFilter.ALL, whole.get(10).place(), true, 4));
        assertThat(back.rows()).isEqualTo(whole.subList(6, 10));
        assertThat(back.more()).isTrue();
    }

    @Test
    void filtersHoldForPageAndTotals() {
        told("A1", "RECEIVED", "2026-11-01", 0, "{}");
        told("A2", "PENDED", "2026-11-20", 0, "{DUPLICATE,MISSING_DOCUMENT,OF_A_NEWER_VERSION}");
        told("B3", "ACCEPTED", "2026-11-20", 0, "{}");
        WorkFilter none = WorkFilter.ALL;
        assertThat(all(WorkFilter.UNDECIDED)).containsExactly("A1", "A2");
        assertThat(all(new WorkFilter("A", Set.of(), Set.of(), null, null, false, false))).containsExactly("A1", "A2");
        assertThat(all(new WorkFilter("", Set.of(), Set.of(), Finding.Code.DUPLICATE, null, false, false))).containsExactly("A2");
        assertThat(all(new WorkFilter("", Set.of(), Set.of(), null, null, false, true))).containsExactly("A1");
        done(list.take(Slips.claim("A1")));
        assertThat(all(new WorkFilter("", Set.of(), Set.of(), null, "operations", false, false))).containsExactly("A1");
        assertThat(all(new WorkFilter("", Set.of(Slips.COUNTRY), Set.of(), null, null, true, false))).containsExactly("A2", "B3");
        assertThat(list.find(Slips.claim("A2")).orElseThrow().reasons())
                .containsExactly(Finding.Code.MISSING_DOCUMENT, Finding.Code.DUPLICATE);
        assertThat(list.totals(none)).isEqualTo(new WorkTotals(3, Money.euros(3_000), Money.euros(1_200)));
        assertThat(list.totals(new WorkFilter("", Set.of(), Set.of(), null, null, true, false)).claims()).isEqualTo(2);
        assertThat(list.totals(new WorkFilter("", Set.of(), Set.of(), null, null, false, true)))
                .isEqualTo(new WorkTotals(1, Money.euros(1_000), Money.euros(400)));
        assertThat(list.counts()).extracting(WorkCount::state, WorkCount::taken, count -> count.totals().claims()).contains(
                org.assertj.core.groups.Tuple.tuple(ClaimState.RECEIVED, 1L, 1L),
                org.assertj.core.groups.Tuple.tuple(ClaimState.PENDED, 0L, 1L),
                org.assertj.core.groups.Tuple.tuple(ClaimState.ACCEPTED, 0L, 1L));
    }

    @Test
    void aFilterLetsThroughOnScreenWhatTheDatabaseDoes() {
        told("A1", "RECEIVED", "2026-11-01", 0, "{}");
        told("A2", "PENDED", "2026-11-20", 0, "{DUPLICATE,MISSING_DOCUMENT}");
        told("B3", "ACCEPTED", "2026-11-02", 0, "{}");
        DATABASE.run("UPDATE reimbursement.work SET member = 'P2' WHERE claim = 'A2'");
        done(list.take(Slips.claim("A1")));
        List<WorkRow> all = list.page(new WorkPageRequest(WorkFilter.ALL, null, false, 100)).rows();
        List<WorkFilter> filters = List.of(WorkFilter.ALL, WorkFilter.UNDECIDED, WorkFilter.ALL.withNumber("A"),
                WorkFilter.ALL.withReason(Finding.Code.DUPLICATE), WorkFilter.UNDECIDED.withReason(Finding.Code.NO_ACCOUNT),
                WorkFilter.ALL.withOverdue(true), WorkFilter.UNDECIDED.withOverdue(true), WorkFilter.ALL.withFree(true),
                WorkFilter.ALL.withAssignee("operations"), WorkFilter.ALL.withAssignee("lead"),
                WorkFilter.ALL.withCountries(Set.of(CountryCode.of("FR"))), WorkFilter.ALL.withMembers(Set.of(Slips.member("P2"))),
                WorkFilter.ALL.withMembers(Set.of()), WorkFilter.UNDECIDED.withMembers(Set.of(Slips.member("P1"), Slips.member("P9"))));
        for (WorkFilter filter : filters) {
            assertThat(all(filter)).as(filter.toString())
                    .isEqualTo(all.stream().filter(row -> filter.matches(row, TODAY)).map(row -> row.claim().reference()).toList());
            assertThat(list.totals(filter).claims()).as(filter.toString()).isEqualTo(all(filter).size());
        }
    }

    @Test
    void numbersAreLiveWithoutCounting() {
        assertThat(list.numbers()).isEqualTo(WorkNumbers.NONE);
        told("A1", "RECEIVED", "2026-11-01", 0, "{}");
        told("A2", "PENDED", "2026-11-20", 0, "{DUPLICATE,MISSING_DOCUMENT,OF_A_NEWER_VERSION}");
        told("A3", "PENDED", "2026-11-02", 0, "{DUPLICATE}");
        told("B4", "ACCEPTED", "2026-11-01", 0, "{}");
        done(list.take(Slips.claim("A3")));
        assertThat(list.numbers()).isEqualTo(new WorkNumbers(2, 1, 1, 2, 1,
                Map.of(Finding.Code.DUPLICATE, 2L, Finding.Code.MISSING_DOCUMENT, 1L)));
        // The same sums as counting comes to, for the filters whose totals are kept.
        assertThat(list.totals(WorkFilter.ALL.withStates(Set.of(ClaimState.PENDED)).withReason(Finding.Code.DUPLICATE)))
                .isEqualTo(new WorkTotals(2, Money.euros(2_000), Money.euros(800)));
        assertThat(list.totals(WorkFilter.UNDECIDED.withOverdue(true)).claims()).isEqualTo(2);

        told("A1", "ACCEPTED", "2026-11-01", 0, "{}");
        told("A2", "REJECTED", "2026-11-20", 0, "{}");
        told("B4", "PAID", "2026-11-01", 0, "{}");
        assertThat(list.numbers()).isEqualTo(new WorkNumbers(0, 1, 1, 1, 1, Map.of(Finding.Code.DUPLICATE, 1L)));
        DATABASE.run("SELECT reimbursement.withdraw('ZZ', (SELECT array_agg(claim) FROM reimbursement.work))");
        assertThat(list.numbers().undecided()).isZero();
        assertThat(list.numbers().overdue()).isZero();
    }

    @Test
    void rowsAreReadByTheirKeysWithTheirNames() {
        told("A1", "RECEIVED", "2026-11-01", 0, "{}");
        told("A2", "PENDED", "2026-11-20", 0, "{DUPLICATE}");
        assertThat(list.rows(List.of())).isEmpty();
        assertThat(list.rows(List.of(Slips.claim("A2"), Slips.claim("gone"), Slips.claim("A1")))).hasSize(2)
                .containsExactlyInAnyOrderElementsOf(list.page(new WorkPageRequest(WorkFilter.ALL, null, false, 9)).rows());
    }

    @Test
    void colleaguesAreWhoDecidesThere() {
        told("A1", "RECEIVED", "2026-11-01", 0, "{}");
        done(list.take(Slips.claim("A1")));
        assertThat(list.colleagues(Set.of(Slips.COUNTRY))).extracting(Colleague::name).contains("lead", "operations")
                .doesNotContain("care", "sales", "auditor", "admin");
        assertThat(list.colleagues(Set.of())).contains(new Colleague("operations", 1), new Colleague("lead", 0));
    }

    @Test
    void nextIsTheMostUrgentThatIsFreeAndWaitsForNothing() {
        told("N1", "RECEIVED", "2026-11-01", 0, "{}");
        told("N2", "RECEIVED", "2026-11-10", 7, "{}");
        told("N3", "PENDED", "2026-11-01", 9, "{MISSING_DOCUMENT}");
        told("N4", "ACCEPTED", "2026-11-01", 9, "{}");
        DATABASE.run("UPDATE reimbursement.work SET waits_until = '2026-11-22' WHERE claim = 'N3'");
        assertThat(list.takeNext(WorkFilter.ALL)).map(WorkRow::claim).contains(Slips.claim("N2"));
        DATABASE.run("UPDATE reimbursement.work SET waits_until = '2026-11-21' WHERE claim = 'N3'");
        assertThat(list.takeNext(WorkFilter.ALL.withStates(Set.of(ClaimState.RECEIVED)))).map(WorkRow::claim).contains(Slips.claim("N1"));
        assertThat(list.takeNext(WorkFilter.ALL)).map(WorkRow::claim).contains(Slips.claim("N3"));
        assertThat(list.takeNext(WorkFilter.ALL)).isEmpty();
        done(list.release(Slips.claim("N1")));
        assertThat(list.takeNext(WorkFilter.ALL)).map(WorkRow::assignee).isEqualTo(Optional.of("operations"));
    }

    private static Decided receive(String origin, String person, long cents, boolean paper) {
        return done(intake.receive(Slips.COUNTRY, intake(origin, person, cents, paper))).decided();
    }

    private static ClaimIntake intake(String origin, String person, long cents, boolean paper) {
        return new ClaimIntake(person, FieldValues.of(Map.of("zz.claim.received", "2026-11-20", "zz.claim.paper", "" + paper)),
                List.of(FieldValues.of(Map.of("zz.claimLine.charged", "" + cents))), origin);
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    @Test
    void whatComesInIsDecidedByItselfWhenNothingSpeaksAgainstIt() {
        Decided automatic = receive("in:1", "P1", 10_000, true);
        assertThat(automatic.state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(automatic.insurer()).isEqualTo(Money.euros(8_000));
        assertThat(receive("in:2", "P1", 18_800, true).state()).as("150.40 is beyond what is decided automatically")
                .isEqualTo(ClaimState.RECEIVED);
        Decided incomplete = receive("in:3", "P2", 2_000, false);
        assertThat(incomplete.state()).isEqualTo(ClaimState.PENDED);
        assertThat(list.find(incomplete.claim()).orElseThrow().reasons()).containsExactly(Finding.Code.MISSING_DOCUMENT);
        Decided twice = receive("in:4", "P1", 10_000, true);
        assertThat(twice.state()).isEqualTo(ClaimState.PENDED);
        assertThat(twice.findings()).extracting(Finding::code).containsExactly(Finding.Code.DUPLICATE);
        assertThat(Slips.used(DATABASE, "P1")).isEqualTo(8_000);
    }

    @Test
    void aClaimComesInOnce() {
        Decided first = receive("in:9", "P3", 1_000, true);
        Outcome<Intake.Taken> again = intake.receive(Slips.COUNTRY, intake("in:9", "P3", 1_000, true));
        assertThat(done(again).known()).isTrue();
        assertThat(done(again).decided().claim()).isEqualTo(first.claim());
        assertThat(DATABASE.query("SELECT count(*) FROM zz.slip WHERE origin = 'in:9'")).containsExactly("1");
        assertThat(intake.receive(Slips.COUNTRY, intake("in:10", "P3", 0, true))).isInstanceOf(Outcome.Invalid.class);
        assertThat(intake.receive(Slips.COUNTRY, intake("in:11", "P99", 1_000, true))).isInstanceOf(Outcome.Invalid.class);
    }
}
