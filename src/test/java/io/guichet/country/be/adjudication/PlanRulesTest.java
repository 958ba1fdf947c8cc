package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.contract.Offer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ambulatory and dental plans, by hand.
class PlanRulesTest {

    private static final String IMPLANT = "{'code':'IMPLANT','careDate':'%s','charged':'1586.00','honorarium':'1586.00','intervention':'48.00'}";
    private static final String IN_2024 = IMPLANT.formatted("2024-03-01");

    private static String dental(String more) {
        return "{'kind':'DENTAL','rate':'0.80'" + more + "}";
    }

    /// 80 % of 1,538.00 is 1,230.40. The list is by year of membership, and its last amount holds for later years too.
    @ParameterizedTest
    @CsvSource({"1, 0, 350.00", "2, 0, 650.00", "3, 0, 1230.40", "4, 0, 1230.40", "30, 0, 1230.40", "1, 349.99, 0.01", "1, 350, 0.00",
            "1, 400, 0.00", "2, 0.01, 649.99", "3, 100, 1150.00"})
    void theCeilingGrowsWithMembership(int year, String used, String insurer) {
        String plan = dental(",'yearlyMax':['350.00','650.00','1250.00'],'membershipYear':" + year + ",'usedThisYear':'" + used + "'");
        assertThat(Told.lines(plan, IN_2024).getFirst().insurerPaid()).hasToString(insurer);
    }

    @ParameterizedTest
    @CsvSource({"1, 500.00", "7, 500.00"})
    void oneCeilingHoldsForEveryYear(int year, String insurer) {
        assertThat(Told.lines(dental(",'yearlyMax':'500','membershipYear':" + year), IN_2024).getFirst().insurerPaid()).hasToString(insurer);
    }

    @Test
    void withoutCeilingEverythingIsPaid() {
        LineDecision line = Told.lines(dental(""), IN_2024).getFirst();
        assertThat(Told.parts(line)).isEqualTo("48.00 1230.40 307.60");
        assertThat(line.moves()).isEmpty();
    }

    /// What one line uses, the next does not have: 350.00 in all.
    @Test
    void linesShareTheCeiling() {
        String consultation = "{'code':'VULLING','careDate':'2024-02-01','charged':'150.00','honorarium':'100.00','intervention':'75.00'}";
        List<LineDecision> lines = Told.lines(dental(",'yearlyMax':['350.00']"), consultation, IN_2024);
        // 80 % of 75.00, and what is left of 350.00
        assertThat(lines.stream().map(Told::parts)).containsExactly("75.00 60.00 15.00", "48.00 290.00 1248.00");
        assertThat(lines).extracting(LineDecision::moves).containsExactly(List.of(new CounterMove("JAARPLAFOND-2024", 6_000)),
                List.of(new CounterMove("JAARPLAFOND-2024", 29_000)));
    }

    /// Insurance years are calendar years: the next one has a ceiling of its own, of the next year of membership.
    @Test
    void anotherYearHasAnotherCeiling() {
        List<LineDecision> lines = Told.lines(dental(",'yearlyMax':['350.00','650.00'],'membershipYear':1,'usedThisYear':'300.00'"),
                IMPLANT.formatted("2024-12-31"), IMPLANT.formatted("2025-01-01"));
        assertThat(lines.stream().map(line -> line.insurerPaid().toString())).containsExactly("50.00", "650.00");
    }

    /// 0.5 cents are a cent: 85 % of 6.10 is 5.185.
    @Test
    void theRateIsRoundedHalfUpOnceALine() {
        assertThat(Told.line("{'kind':'AMBULATORY','rate':'0.85'}", "{'code':'101076','careDate':'2024-03-01','charged':'31.91'}"))
                .isEqualTo("25.81 5.19 0.91");
        assertThat(Told.line("{'kind':'AMBULATORY','rate':'0.333333'}", "{'code':'101076','careDate':'2024-03-01','charged':'31.81'}"))
                .isEqualTo("25.81 2.00 4.00");
    }

    /// Preventive acts at 100 % unless the plan says otherwise; who says so is the line, else the act itself.
    @ParameterizedTest
    @CsvSource({"MONDONDERZOEK, '', '', 20.00", "MONDONDERZOEK, '', false, 10.00", "VULLING, '', true, 20.00", "VULLING, '', '', 10.00",
            "MONDONDERZOEK, 0.75, '', 15.00", "VULLING, 0.75, '', 10.00"})
    void preventiveCareHasItsOwnRate(String act, String rate, String preventive, String insurer) {
        String plan = "{'kind':'DENTAL','rate':'0.50'" + (rate.isEmpty() ? "" : ",'preventiveRate':'" + rate + "'") + "}";
        String line = "{'code':'" + act + "','careDate':'2024-03-01','charged':'60','honorarium':'60','intervention':'40'"
                + (preventive.isEmpty() ? "" : ",'preventive':" + preventive) + "}";
        assertThat(Told.lines(plan, line).getFirst().insurerPaid()).hasToString(insurer);
    }

    @Test
    void theCeilingHoldsForPreventiveCareToo() {
        assertThat(Told.lines("{'kind':'DENTAL','rate':'0.50','yearlyMax':'15'}",
                "{'code':'MONDONDERZOEK','careDate':'2024-03-01','charged':'60','honorarium':'60','intervention':'40'}").getFirst().insurerPaid())
                .hasToString("15.00");
    }

    /// A provider outside the convention asked 50.00: 24.19 are left after the mutuality, and the plan pays of all of it.
    @Test
    void supplementsOutsideHospitalAreLeftAfterTheMutualityToo() {
        LineDecision line = Told.lines("{'kind':'AMBULATORY','rate':'0.80'}", "{'code':'101076','careDate':'2024-03-01','charged':'50.00'}").getFirst();
        assertThat(Told.parts(line)).isEqualTo("25.81 19.35 4.84");
        assertThat(line.steps()).extracting(Step::rule).containsExactly("MUTUALITY", "REMGELD", "SUPPLEMENT", "RATE", "OWN_SHARE");
    }

    @Test
    void theMutualityPaysNoMoreThanWasCharged() {
        assertThat(Told.line("{'kind':'AMBULATORY','rate':'0.80'}", "{'code':'101496','careDate':'2024-03-01','charged':'30.00'}"))
                .isEqualTo("30.00 0.00 0.00");
        assertThat(Told.line("{'kind':'AMBULATORY','rate':'0.80'}", "{'code':'101496','careDate':'2024-03-01','charged':'0'}"))
                .isEqualTo("0.00 0.00 0.00");
    }

    /// Three full months: from 15 January to 14 April nothing.
    @ParameterizedTest
    @CsvSource({"2024-01-14, 0.00", "2024-04-14, 0.00", "2024-04-15, 4.80"})
    void waitingMonthsAreFullMonths(String day, String insurer) {
        LineDecision line = Told.lines("{'kind':'AMBULATORY','rate':'0.80','memberSince':'2024-01-15','waitingMonths':3}",
                "{'code':'101076','careDate':'" + day + "','charged':'31.81'}").getFirst();
        assertThat(line.insurerPaid()).hasToString(insurer);
        assertThat(line.steps()).extracting(Step::rule).contains(insurer.equals("0.00") ? "WAITING" : "RATE");
    }

    /// TAND-BASIS: 6 months, none for prevention, 12 for prostheses.
    @ParameterizedTest
    @CsvSource({"VULLING, 2024-06-30, 0.00", "VULLING, 2024-07-01, 10.00", "MONDONDERZOEK, 2024-01-01, 20.00", "IMPLANT, 2024-12-31, 0.00",
            "IMPLANT, 2025-01-01, 10.00", "BEUGEL, 2024-12-31, 0.00"})
    void productsWaitByKindOfAct(String act, String day, String insurer) {
        ClaimDecision decision = Told.decide(Told.tree("{'product':'TAND-BASIS','plan':{'memberSince':'2024-01-01'},'lines':[{'code':'" + act
                + "','careDate':'" + day + "','charged':'60','honorarium':'60','intervention':'40'}]}"));
        assertThat(decision.insurerPaid()).hasToString(insurer);
    }

    /// TAND-PLUS: 350 in 2024, 400 from 2025 in year 1; 1,400 and 1,600 from year 4 on.
    @ParameterizedTest
    @CsvSource({"2024-03-01, '', 350.00", "2025-03-01, '', 400.00", "2024-03-01, 4, 1230.40", "2025-03-01, 2, 800.00"})
    void productsBringTheirCeilings(String day, String year, String insurer) {
        String facts = year.isEmpty() ? "" : "'plan':{'membershipYear':" + year + "},";
        assertThat(Told.decide(Told.tree("{'product':'TAND-PLUS'," + facts + "'lines':[" + IMPLANT.formatted(day) + "]}")).insurerPaid())
                .hasToString(insurer);
    }

    @Test
    void aProductPaysItsOwnBranch() {
        String consultation = "{'code':'101076','careDate':'2024-03-01','charged':'31.81'}";
        LineDecision line = Told.decide(Told.tree("{'product':'TAND-PLUS','lines':[" + consultation + "]}")).lines().getFirst();
        assertThat(Told.parts(line)).isEqualTo("25.81 0.00 6.00");
        assertThat(line.steps()).extracting(Step::rule).contains("NOT_COVERED");
        assertThat(Told.decide(Told.tree("{'product':'AMBU-BASIS','lines':[" + consultation + "]}")).insurerPaid()).hasToString("4.80");
    }

    @Test
    void everySampleFormulaIsOffered() {
        assertThat(new BeAdjudication().products()).extracting(Offer::value).containsExactly("HOSPI-COMFORT", "HOSPI-KAMER-150", "HOSPI-KAMER-200",
                "HOSPI-KAMER-300", "AMBU-BASIS", "AMBU-PLUS", "TAND-BASIS", "TAND-PLUS");
    }

    /// A code of the nomenclature that is not listed is as good when the line brings its figures.
    @Test
    void anUnlistedCodeBringsItsFigures() {
        assertThat(Told.line("{'kind':'AMBULATORY','rate':'0.80'}",
                "{'code':'423673','careDate':'2024-03-01','charged':'55.00','honorarium':'50.00','intervention':'40.00'}")).isEqualTo("40.00 12.00 3.00");
    }
}
