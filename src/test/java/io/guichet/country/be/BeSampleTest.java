package io.guichet.country.be;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What samples say agrees with itself and with the formulas, and what a call asks of a long history costs no more.
class BeSampleTest {

    private static final int MEMBERS = 4_000;
    private static final int CLAIMS = 6_000;
    private static final int LONG = 5_000;
    private static final LocalDate DAY = Household.TODAY;
    private static final CountryCode BELGIUM = new CountryCode("BE");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static String busy = "";
    private static Map<Integer, String> moved = Map.of();
    private static Database care;
    private final MemberCover cover = new Belgium().cover().orElseThrow();

    @BeforeAll
    static void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            BePopulation population = new BePopulation();
            population.write(connection, new SampleRequest(MEMBERS, CLAIMS, 11), members -> { });
            moved = population.writeMovers(connection, List.of(mover(0, "BE", "FR"), mover(1, "ES", "BE"), mover(2, "FR", "ES")), 11);
            connection.commit();
            // one whose dental ceiling is used, too
            busy = DATABASE.query("SELECT a.verzekerde FROM be.aansluiting a JOIN be.polis p ON p.nummer = a.polis WHERE p.tak = 'TANDZORG' "
                    + "AND a.einde IS NULL AND p.geschorst_vanaf IS NULL AND a.begin < '2022-01-01' AND a.rol = 'HOOFDVERZEKERDE' ORDER BY 1 LIMIT 1").getFirst();
            BulkLoad.begin(connection);
            assertThat(population.writeClaims(connection, busy, LONG, 3)).isEqualTo(LONG);
            connection.commit();
        }
        DATABASE.run("ANALYZE");
        care = DATABASE.as("care.be");
    }

    private static Mover mover(int id, String from, String to) {
        return new Mover(id, new CountryCode(from), new CountryCode(to), LocalDate.of(2024, 5, 1), true, "Ana", "García",
                LocalDate.of(1988, 2, 3), "ana.garcia" + id + "@example.org");
    }

    private static void open(String member) {
        care.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT directory.open_file('BE', 'member', ?, 'call')")) {
                statement.setString(1, member);
                return statement.execute();
            }
        }));
    }

    /// What people could not claim, nobody claims alone for all of them.
    @Test
    void nobodyHasTheStatementsOfManyOthers() {
        assertThat(DATABASE.query("SELECT verzekerde FROM be.afrekening WHERE verzekerde <> ? GROUP BY 1 HAVING count(*) > 40", busy))
                .isEmpty();
    }

    /// Only two uninterrupted years give the right to go on alone, to adults, for a while.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.einde > a.ononderbroken_sinds + interval '2 years' AND a.einde >= '2026-10-31'::date - 105 AND v.geboortedatum < '2008-01-01' | true
            a.einde < a.ononderbroken_sinds + interval '2 years - 2 days' AND a.einde >= '2026-10-31'::date - 105 | false
            a.einde > a.ononderbroken_sinds + interval '2 years' AND a.einde < '2026-10-31'::date - 105 | false
            a.einde > a.ononderbroken_sinds + interval '2 years' AND v.geboortedatum > '2010-01-01' | false
            """)
    void whoMayGoOnAloneIsTold(String which, boolean expected) {
        List<String> members = DATABASE.query("SELECT a.verzekerde FROM be.aansluiting a JOIN be.polis p ON p.nummer = a.polis "
                + "JOIN be.verzekerde v ON v.nummer = a.verzekerde WHERE p.tak = 'HOSPITALISATIE' AND p.soort = 'COLLECTIEF' "
                + "AND a.einde < '2026-10-31' AND NOT EXISTS (SELECT FROM be.aansluiting b WHERE b.verzekerde = a.verzekerde "
                + "AND b.nummer <> a.nummer) AND " + which + " LIMIT 20");
        assertThat(members).isNotEmpty();
        for (String member : members) {
            boolean told = care.read(work -> cover.covers(work, member, DAY)).getFirst().notes().stream()
                    .anyMatch(note -> note.key().equals("be.cover.mayContinue"));
            assertThat(told).as(member).isEqualTo(expected);
        }
    }

    /// Each of these finds nothing.
    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT f.ogm FROM be.afrekening f LEFT JOIN be.factuurlijn l USING (ogm) GROUP BY f.ogm HAVING f.lijnen <> count(l.rang) "
                    + "OR f.gevraagd <> sum(l.gevraagd) OR f.mutualiteit <> sum(l.mutualiteit) OR f.andere <> sum(l.andere) "
                    + "OR f.terugbetaald <> sum(l.terugbetaald) OR f.eigen_deel <> sum(l.eigen_deel) OR f.eerste_zorg <> min(l.van)",
            // ceilings: what was granted, and never more
            "SELECT f.verzekerde FROM be.afrekening f JOIN be.formule_plafond x ON x.formule = f.formule AND x.lidjaar = 1 "
                    + "LEFT JOIN be.jaarplafond j ON j.verzekerde = f.verzekerde AND j.formule = f.formule AND f.eerste_zorg BETWEEN j.begin AND j.einde "
                    + "GROUP BY f.verzekerde, f.formule, date_trunc('year', f.eerste_zorg), x.begin "
                    + "HAVING sum(f.terugbetaald) <> coalesce(max(j.verbruikt), 0)",
            // the formula of the policy on the day of care
            "SELECT f.ogm FROM be.afrekening f WHERE NOT EXISTS (SELECT FROM be.polis_formule p WHERE p.polis = f.polis AND p.formule = f.formule "
                    + "AND f.eerste_zorg >= p.begin AND (p.einde IS NULL OR f.eerste_zorg <= p.einde))",
            // care is covered
            "SELECT f.ogm FROM be.afrekening f WHERE NOT EXISTS (SELECT FROM be.aansluiting a WHERE a.polis = f.polis AND a.verzekerde = f.verzekerde "
                    + "AND f.eerste_zorg >= a.begin AND (a.einde IS NULL OR f.eerste_zorg <= a.einde))",
            // tariffs: base amount and intervention are those of the nomenclature
            "SELECT l.ogm FROM be.factuurlijn l JOIN be.afrekening f USING (ogm) JOIN be.mutualiteit_aansluiting m ON m.verzekerde = f.verzekerde "
                    + "JOIN be.nomenclatuur n ON n.code = l.code AND l.van >= n.begin AND (n.einde IS NULL OR l.van <= n.einde) "
                    + "WHERE n.honorarium IS NOT NULL AND (l.basis <> n.honorarium * l.aantal "
                    + "OR l.mutualiteit <> be.tegemoetkoming(l.code, l.van, m.bim, m.gmd) * l.aantal)",
            // supplements are forbidden but in a single room
            "SELECT l.ogm FROM be.factuurlijn l JOIN be.afrekening f USING (ogm) JOIN be.opname o ON o.nummer = f.opname "
                    + "WHERE o.kamer <> 'EENPERSOONS' AND l.ereloonsupplement + l.kamersupplement > 0",
            // no deductible in partner hospitals
            "SELECT f.ogm FROM be.afrekening f JOIN be.opname o ON o.nummer = f.opname JOIN be.ziekenhuis z ON z.erkenning = o.ziekenhuis "
                    + "WHERE f.franchise > 0 AND o.van >= z.partner_sinds",
            "SELECT a.nummer FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde WHERE a.begin < v.geboortedatum",
            "SELECT a.nummer FROM be.aansluiting a JOIN be.polis p ON p.nummer = a.polis WHERE a.begin < p.begin OR a.begin > p.einde",
            "SELECT p.nummer FROM be.polis p WHERE NOT EXISTS (SELECT FROM be.polis_formule f WHERE f.polis = p.nummer AND f.begin = p.begin)",
            // a continuation begins after two uninterrupted years
            "SELECT a.nummer FROM be.aansluiting a JOIN be.polis p ON p.nummer = a.polis WHERE p.soort = 'INDIVIDUEEL' "
                    + "AND (a.wachttijd_tot IS NOT NULL OR a.ononderbroken_sinds + interval '2 years' > a.begin)",
            // taxes of the month
            "SELECT m.polis FROM be.premie m JOIN be.polis p ON p.nummer = m.polis WHERE m.taks <> round(m.netto * 0.0925, 2) "
                    + "OR m.riziv <> CASE WHEN p.tak = 'HOSPITALISATIE' THEN round(m.netto * 0.1, 2) ELSE 0 END",
            // premiums are those of the people insured on the first of the month, at their age
            "SELECT m.polis FROM be.premie m JOIN be.polis p ON p.nummer = m.polis JOIN be.polis_formule f ON f.polis = m.polis AND f.begin <= m.maand "
                    + "AND (f.einde IS NULL OR f.einde >= m.maand) LEFT JOIN be.aansluiting a ON a.polis = m.polis AND a.begin <= m.maand "
                    + "AND (a.einde IS NULL OR a.einde >= m.maand) LEFT JOIN be.verzekerde v ON v.nummer = a.verzekerde "
                    + "LEFT JOIN be.premietarief t ON t.formule = f.formule AND m.maand >= t.begin AND (t.einde IS NULL OR m.maand <= t.einde) "
                    + "AND extract(year FROM age(m.maand, v.geboortedatum)) BETWEEN t.leeftijd_van AND t.leeftijd_tot "
                    + "GROUP BY m.polis, m.maand, m.netto, m.personen HAVING m.netto <> coalesce(sum(t.bedrag), 0) OR m.personen <> count(t.bedrag)",
            "SELECT polis FROM be.premie WHERE personen = 0",
            // who brings the insurance is grown up, but where an employer was gone before
            "SELECT a.nummer FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde JOIN be.polis p ON p.nummer = a.polis "
                    + "WHERE a.hoofd = a.verzekerde AND p.einde IS NULL AND age(a.begin, v.geboortedatum) < interval '18 years'",
            // nobody works for an employer when retired: their cover goes on individually
            "SELECT a.nummer FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde JOIN be.polis p ON p.nummer = a.polis "
                    + "WHERE a.hoofd = a.verzekerde AND p.soort = 'COLLECTIEF' "
                    + "AND coalesce(a.einde, '2026-10-31') >= v.geboortedatum + interval '66 years'",
            "SELECT a.nummer FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde WHERE a.hoofd = a.verzekerde "
                    + "AND a.einde_reden = 'PENSIOEN' AND a.einde < v.geboortedatum + interval '60 years'",
            "SELECT inami FROM be.zorgverlener WHERE NOT be.riziv_klopt(inami)",
            "SELECT reference FROM directory.entry e WHERE kind = 'claim' AND NOT EXISTS (SELECT FROM be.afrekening f WHERE f.ogm = e.reference)",
            "SELECT nummer FROM be.polis p WHERE NOT EXISTS (SELECT FROM contract.entry e WHERE e.country = 'BE' AND e.reference = p.nummer)"})
    void samplesAgreeWithThemselves(String contradiction) {
        assertThat(DATABASE.query(contradiction + " LIMIT 5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stays|SELECT count(*) FROM be.opname|100",
            "relapses|SELECT count(*) FROM be.opname WHERE herval_van IS NOT NULL|1",
            "suspended policies|SELECT count(*) FROM be.polis WHERE geschorst_vanaf IS NOT NULL|1",
            "ended policies|SELECT count(*) FROM be.polis WHERE einde IS NOT NULL|5",
            "continued covers|SELECT count(*) FROM be.polis WHERE soort = 'INDIVIDUEEL'|5",
            "changed formulas|SELECT count(*) FROM be.polis_formule WHERE einde IS NOT NULL|10",
            "people who came back|SELECT count(*) FROM (SELECT FROM be.aansluiting GROUP BY verzekerde, polis HAVING count(*) > 1) x|5",
            "retired people|SELECT count(*) FROM be.aansluiting a JOIN be.polis p ON p.nummer = a.polis JOIN be.verzekerde v ON "
                    + "v.nummer = a.verzekerde WHERE p.soort = 'INDIVIDUEEL' AND a.einde IS NULL AND v.geboortedatum < '1961-10-31'|5",
            "full ceilings|SELECT count(*) FROM be.jaarplafond WHERE verbruikt = plafond|1",
            "German speakers|SELECT count(*) FROM be.verzekerde WHERE taal = 'de'|10"})
    void thereIsSomeOfEverything(String what, String count, int least) {
        assertThat(Integer.parseInt(DATABASE.query(count).getFirst())).as(what).isGreaterThanOrEqualTo(least);
    }

    @Test
    void providersEmployersAndStatementsHaveValidNumbers() {
        Map<String, IdentifierKind> kinds = new Belgium().identifiers().stream().collect(Collectors.toMap(IdentifierKind::name, Function.identity()));
        for (Map.Entry<String, String> column : Map.of("be.inami", "inami FROM be.zorgverlener", "be.enterprise",
                "ondernemingsnummer FROM be.werkgever", "be.ogm", "ogm FROM be.afrekening").entrySet()) {
            assertThat(DATABASE.query("SELECT " + column.getValue())).isNotEmpty()
                    .allMatch(number -> kinds.get(column.getKey()).check(number).isValid());
        }
    }

    @Test
    void whoMovedIsCoveredOnOneSideOfTheDay() {
        assertThat(moved.keySet()).containsExactlyInAnyOrder(0, 1);
        LocalDate day = LocalDate.of(2024, 5, 1);
        List<Cover> left = care.read(work -> cover.covers(work, moved.get(0), day));
        assertThat(left).extracting(Cover::state).containsExactly(Cover.State.ENDED);
        assertThat(left.getFirst().to()).isEqualTo(day.minusDays(1));
        List<Cover> came = care.read(work -> cover.covers(work, moved.get(1), day));
        assertThat(came).isNotEmpty().allMatch(each -> each.state() == Cover.State.RUNNING && each.from().equals(day));
    }

    @Test
    void healthDataIsForWhoHasTheFileOpen() {
        DATABASE.run("DELETE FROM audit.open_now");
        assertThat(care.<Page<ClaimLine>>read(work -> cover.claims(work, busy, HistoryRequest.newest(DAY, 10))).rows()).isEmpty();
        assertThat(care.<Page<PaymentLine>>read(work -> cover.payments(work, busy, HistoryRequest.newest(DAY, 10))).rows()).isEmpty();
        assertThat(care.<List<Allowance>>read(work -> cover.allowances(work, busy, DAY))).isEmpty();
        assertThat(care.<List<Cover>>read(work -> cover.covers(work, busy, DAY))).isNotEmpty();
        open(busy);
        assertThat(care.<List<Allowance>>read(work -> cover.allowances(work, busy, DAY))).isNotEmpty().anyMatch(each -> each.used() > 0);
        List<Relative> household = care.read(work -> cover.household(work, busy, DAY));
        assertThat(household).extracting(relative -> relative.member().reference()).doesNotContain(busy)
                .containsExactlyInAnyOrderElementsOf(DATABASE.query("SELECT DISTINCT verzekerde FROM be.aansluiting WHERE hoofd = ? AND "
                        + "verzekerde <> ?", busy, busy));
    }

    @Test
    void historyIsReadPageByPageWithoutGapsOrRepeats() {
        open(busy);
        List<String> all = DATABASE.query("SELECT ogm FROM be.afrekening WHERE verzekerde = ? AND eerste_zorg <= ? ORDER BY eerste_zorg DESC, "
                + "ogm DESC LIMIT 60", busy, DAY.minusDays(20));
        HistoryRequest request = HistoryRequest.newest(DAY.minusDays(20), 20);
        Page<ClaimLine> page = care.read(work -> cover.claims(work, busy, HistoryRequest.newest(DAY.minusDays(20), 20)));
        List<String> read = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            page.rows().forEach(line -> read.add(line.claim().reference()));
            HistoryRequest.Place place = page.rows().getLast().place();
            page = care.read(work -> cover.claims(work, busy, new HistoryRequest(request.until(), place, 20)));
        }
        assertThat(read).isEqualTo(all);
        assertThat(page.more()).isTrue();
        Page<PaymentLine> paid = care.read(work -> cover.payments(work, busy, HistoryRequest.newest(DAY, 5)));
        assertThat(paid.rows()).hasSize(5).allMatch(line -> line.accountEnd() != null && line.amount().minor() >= 0);
    }

    /// 5,000 statements or five: as many rows are read as are shown.
    @ParameterizedTest
    @ValueSource(strings = {"""
            SELECT ogm FROM be.afrekening WHERE verzekerde = '%s' AND (eerste_zorg, ogm) < ('2026-10-31'::date, '')
            ORDER BY eerste_zorg DESC, ogm DESC LIMIT 21""", """
            SELECT ogm FROM be.afrekening WHERE verzekerde = '%s' AND betaald_op IS NOT NULL AND begunstigde = 'VERZEKERDE'
              AND (betaald_op, ogm) < ('2026-10-31'::date, '') ORDER BY betaald_op DESC, ogm DESC LIMIT 21"""})
    void aLongHistoryCostsNoMore(String query) {
        open(busy);
        String plan = care.read(work -> work.sql(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS OFF, COSTS OFF, TIMING OFF) " + query.formatted(busy))) {
                StringBuilder lines = new StringBuilder();
                while (row.next()) {
                    lines.append(row.getString(1)).append('\n');
                }
                return lines.toString();
            }
        }));
        assertThat(plan).contains("Index Cond: ((verzekerde = ", "AND (ROW(").doesNotContain("Sort", "Seq Scan", "Bitmap");
        // a payment to a hospital may lie between
        assertThat(plan.lines().filter(line -> line.contains("Rows Removed")).mapToInt(line ->
                Integer.parseInt(line.replaceAll("\\D", ""))).sum()).isLessThan(200);
    }

    @Test
    void figuresHaveTheirZeros() {
        assertThat(IntStream.of(1, 99, 100_000).mapToObj(Figures::amount).toList()).containsExactly("0.01", "0.99", "1000.00");
        assertThat(Figures.padded(42, 5)).isEqualTo("00042");
    }
}
