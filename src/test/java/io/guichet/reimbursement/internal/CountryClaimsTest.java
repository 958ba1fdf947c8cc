package io.guichet.reimbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.bootstrap.Components;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.CareTouched;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkRow;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The queue and its decisions over the real claims of every country that keeps any.
class CountryClaimsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int MEMBERS = 400;
    private static final int CLAIMS = 2_000;
    private static final int DECIDED = 6;
    private static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2026, 11, 21).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static Components lead;

    static Stream<Arguments> countries() {
        return Countries.load().all().stream().filter(country -> country.claims().isPresent()).map(each -> arguments(each.code(), each));
    }

    @BeforeAll
    static void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            for (Country country : Countries.load().all()) {
                if (country.claims().isPresent()) {
                    country.sample().write(connection, new SampleRequest(MEMBERS, CLAIMS, 5), members -> { });
                }
            }
            connection.commit();
        }
        DATABASE.run("ANALYZE");
        Database window = DATABASE.as("lead");
        lead = Components.over(window, Countries.load(), CLOCK);
    }

    /// All tables of a country, by name, without what counts the writing of rows.
    ///
    /// @param claim whose own rows are left out; empty: none
    private static Map<String, String> content(Country country, String claim) {
        Map<String, String> tables = new TreeMap<>();
        for (String table : DATABASE.query("SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = ?"
                + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'", country.code().folder())) {
            tables.put(table, DATABASE.query("SELECT md5(coalesce(string_agg(r, chr(10) ORDER BY r), '')) FROM (SELECT (to_jsonb(t)"
                    + " - 'version')::text AS r FROM " + country.code().folder() + "." + table + " t WHERE ? = '' OR to_jsonb(t)::text NOT LIKE '%' || ? || '%') rows",
                    claim, claim).getFirst());
        }
        return tables;
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    /// Amounts and steps of each line; what it uses of limits stands with the limits.
    private static List<Object> explained(ClaimDecision decision) {
        return decision.lines().stream().<Object>map(line -> List.of(line.charged(), line.publicPaid(), line.insurerPaid(),
                line.memberPays(), line.steps())).toList();
    }

    private static Optional<WorkRow> next(Country country) {
        return lead.worklist().takeNext(WorkFilter.ALL.withCountries(Set.of(country.code())).withStates(Set.of(ClaimState.RECEIVED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void theQueueHoldsWhatTheCountryHas(Object code, Country country) {
        assertThat(lead.worklist().totals(WorkFilter.ALL.withCountries(Set.of(country.code()))).claims()).isPositive();
        assertThat(DATABASE.query("SELECT count(*) FROM (SELECT country, state, count(*), sum(charged), sum(insurer) FROM reimbursement.work"
                + " GROUP BY 1, 2 EXCEPT SELECT country, state, sum(claims), sum(charged), sum(insurer) FROM reimbursement.tally"
                + " GROUP BY 1, 2) x")).containsExactly("0");
    }

    /// Approved and taken back, a claim is what it was: the rules find as much left of every limit, and once there is a row for
    /// each counter that it uses, nothing of the country differs but the claim.
    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void aDecisionTakenBackLeavesTheCountryAsItWas(Object code, Country country) {
        int accepted = 0;
        for (int n = 0; n < DECIDED; n++) {
            WorkRow row = next(country).orElseThrow();
            Assessment assessment = open(row).assessment().orElseThrow();
            Decided decided = approve(row.claim());
            assertThat(decided.insurer()).as(row.toString()).isEqualTo(assessment.decision().insurerPaid());
            assertThat(lead.worklist().find(row.claim()).orElseThrow().insurer()).isEqualTo(decided.insurer());
            OpenClaim after = open(row);
            assertThat(after.file().state()).isEqualTo(ClaimState.ACCEPTED);
            assertThat(explained(after.file().decision().orElseThrow())).as("as it was explained")
                    .isEqualTo(explained(assessment.decision()));
            accepted += decided.insurer().minor() > 0 ? 1 : 0;
            done(lead.decisions().reopen(row.claim(), "UNDONE", ""));
            assertThat(open(row).assessment().orElseThrow().decision()).isEqualTo(assessment.decision());
            Map<String, String> before = content(country, row.claim().reference());
            approve(row.claim());
            done(lead.decisions().reopen(row.claim(), "UNDONE", ""));
            assertThat(content(country, row.claim().reference())).as(row.toString()).isEqualTo(before);
            done(lead.decisions().decide(row.claim(), lead.worklist().find(row.claim()).orElseThrow().revision(), n % 2 == 0
                    ? new Verdict.Approve() : new Verdict.Reject(lead.decisions().rejections(country.code()).getFirst(), "")));
        }
        assertThat(accepted).as("something was paid").isPositive();
    }

    private static OpenClaim open(WorkRow row) {
        return lead.decisions().open(row.claim()).orElseThrow();
    }

    private static Decided approve(FileRef claim) {
        return done(lead.decisions().decide(claim, lead.worklist().find(claim).orElseThrow().revision(), new Verdict.Approve()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void aDocumentIsAskedFor(Object code, Country country) {
        WorkRow row = next(country).orElseThrow();
        String document = country.claims().orElseThrow().form().documents().getFirst();
        done(lead.decisions().decide(row.claim(), row.revision(), new Verdict.Ask(document, LocalDate.of(2026, 12, 1), "")));
        assertThat(lead.decisions().open(row.claim()).orElseThrow().file().state()).isEqualTo(ClaimState.PENDED);
        done(lead.decisions().answered(row.claim(), document));
        WorkRow taken = done(lead.worklist().take(row.claim()));
        assertThat(lead.decisions().decide(row.claim(), taken.revision(), new Verdict.Approve())).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void aRunDoesWhatWasRehearsed(Object code, Country country) {
        List<FileRef> claims = lead.runs().matching(WorkFilter.UNDECIDED.withCountries(Set.of(country.code())))
                .claims().stream().limit(40).toList();
        RunOrder order =
                new RunOrder(new RunOrder.Action.Approve(), claims, "");
        Map<String, String> before = content(country, "");
        RunReport rehearsed = lead.runs().rehearse(order, share -> { });
        assertThat(content(country, "")).isEqualTo(before);
        RunReport applied = done(lead.runs().apply(order, share -> { }));
        assertThat(applied.rows()).isEqualTo(rehearsed.rows());
        assertThat(applied.count(RunReport.Result.DONE)).isPositive();
    }

    /// All tables of a country and what the queue keeps, without what counts writing and without keys that say nothing.
    private static Set<String> meaning(Country country) {
        Set<String> tables = new TreeSet<>();
        for (String table : DATABASE.query("SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = ?"
                + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'", country.code().folder())) {
            tables.addAll(rows(country.code().folder() + "." + table, "true"));
        }
        String here = "country = '" + country.code() + "'";
        tables.addAll(rows("reimbursement.work", here));
        tables.addAll(rows("reimbursement.difference", here));
        tables.addAll(rows("contract.follow_up", here));
        return tables;
    }

    private static List<String> rows(String table, String which) {
        // The key of a counter and of what a line used of it, and a line's own use where it was not kept before, say nothing.
        return DATABASE.query("SELECT '" + table + " ' || (to_jsonb(t) - '{version,revision,assigned_at,decision}'::text[]" + (table.endsWith(".mouvement") ? " - '{numero,compteur}'::text[]"
                : table.endsWith(".compteur") ? " - 'numero'" : table.endsWith(".factuurlijn") ? " - 'verbruikt'" : "")
                + ")::text FROM " + table + " t WHERE " + which);
    }

    /// Where the terms of plans are rows with a rate, it falls by ten points: claims come to another amount then.
    private static void lowerRates(Country country) {
        DATABASE.query("SELECT quote_ident(table_name) FROM information_schema.columns WHERE table_schema = ?"
                + " AND column_name = 'porcentaje_espana'", country.code().folder()).forEach(terms ->
                DATABASE.run("UPDATE " + country.code().folder() + "." + terms + " SET porcentaje_espana = greatest(0, porcentaje_espana - 10)"));
    }

    /// Decided again and taken back, nothing of the country, of the queue or of what is due differs.
    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void decidedAgainAndTakenBackEverythingIsAsBefore(Object code, Country country) {
        List<FileRef> fresh = lead.runs().matching(WorkFilter.UNDECIDED.withCountries(Set.of(country.code())))
                .claims().stream().limit(25).toList();
        done(lead.runs().apply(new RunOrder(new RunOrder.Action.Approve(), fresh, ""), share -> { }));
        List<FileRef> old = lead.runs().touched(country.code(), new CareTouched(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 1), Set.of()))
                .claims();
        assertThat(old).as("history that was loaded is found").hasSizeGreaterThan(100);
        List<FileRef> claims = Stream.concat(fresh.stream(), old.stream().limit(120)).distinct().toList();
        lowerRates(country);
        Set<String> before = meaning(country);
        RunReport again = done(lead.runs().apply(new RunOrder(new RunOrder.Action.Again("TARIFF_CHANGED"), claims, ""), share -> { }));
        RunReport undone = done(lead.runs().undo(again.run().orElseThrow(), share -> { }));
        assertThat(undone.count(RunReport.Result.DONE)).isEqualTo(again.count(RunReport.Result.DONE));
        Set<String> after = meaning(country);
        assertThat(after.stream().filter(row -> !before.contains(row))).as("what is other than it was").isEmpty();
        assertThat(before.stream().filter(row -> !after.contains(row))).as("what is no more").isEmpty();
    }
}
