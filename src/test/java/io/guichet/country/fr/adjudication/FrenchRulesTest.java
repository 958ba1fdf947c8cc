package io.guichet.country.fr.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Amounts computed by hand from the published figures.
class FrenchRulesTest {

    private static final String WHOLE = "'mode':'BRSS_INCLUDED','value':'1.00'";
    private static final String DOUBLE = "'mode':'BRSS_INCLUDED','value':'2.00'";
    private static final String TRIPLE = "'mode':'BRSS_INCLUDED','value':'3.00'";
    private static final String ACTUAL = "'mode':'ACTUAL_COST'";

    private static String line(String act, String day, String charged, String more) {
        return "'act':'" + act + "','careDate':'" + day + "','charged':'" + charged + "'" + (more.isEmpty() ? "" : "," + more);
    }

    /// Every tariff on its first and last day: what the public insurance pays of it, the flat contribution taken off.
    @ParameterizedTest
    @CsvSource({
        "G, 2023-10-31, SECTOR_1, 25.00, 16.50", "G, 2023-11-01, OPTAM, 26.50, 17.55", "G, 2024-05-14, SECTOR_1, 26.50, 17.55",
        "G, 2024-05-15, SECTOR_1, 26.50, 16.55", "G, 2024-12-21, SECTOR_1, 26.50, 16.55", "G, 2024-12-22, SECTOR_1, 30.00, 19.00",
        "G, 2017-05-01, NON_OPTAM, 23.00, 15.10", "G, 2026-10-31, NON_OPTAM, 23.00, 14.10", "CS, 2017-05-01, OPTAM, 25.00, 16.50",
        "CS, 2023-10-31, SECTOR_1, 25.00, 16.50", "CS, 2023-11-01, SECTOR_1, 26.50, 17.55", "CS, 2025-01-01, NON_OPTAM, 23.00, 14.10",
        "MCS, 2023-10-31, SECTOR_1, 30.00, 20.00", "MCS, 2023-11-01, OPTAM, 31.50, 21.05", "CCX, 2024-12-22, SECTOR_1, 47.50, 31.25",
        "CCV, 2024-12-22, NON_OPTAM, 60.00, 40.00", "CD, 2023-10-14, NONE, 23.00, 16.10", "CD, 2023-10-15, NONE, 23.00, 13.80",
        "DEVIT, 2023-10-14, NONE, 33.74, 23.62", "DEVIT, 2023-10-15, NONE, 33.74, 20.24", "EXTR, 2024-03-05, NONE, 33.44, 20.06",
        "EXTR, 2023-10-14, NONE, 33.44, 23.41", "EXTR_LAIT, 2024-03-05, NONE, 25.00, 15.00", "COUR, 2019-03-31, NONE, 107.50, 75.25",
        "COUR, 2019-04-01, NONE, 120.00, 84.00", "COUR, 2023-10-15, NONE, 120.00, 72.00", "OPT_FRAME_A, 2020-01-01, NONE, 9.00, 5.40",
        "OPT_FRAME_B, 2020-01-01, NONE, 0.05, 0.03", "HEARING_I_ADULT, 2021-01-01, NONE, 400.00, 240.00",
        "HEARING_I_CHILD, 2021-01-01, NONE, 1400.00, 840.00"})
    void thePublicInsurancePaysItsRateOfTheTariffOfTheDay(String act, String day, String sector, String charged, String paid)
            throws InputRefused {
        ClaimDecision decision = Cases.decide(WHOLE, line(act, day, charged, "'sector':'" + sector + "'"));
        assertThat(decision.publicPaid()).hasToString(paid);
        assertThat(decision.lines().getFirst().steps().getFirst().amount()).hasToString(charged);
    }

    @Test
    void theFlatContributionEndsWithTheYearsMaximum() throws InputRefused {
        assertThat(Cases.of(WHOLE, line("G", "2025-01-10", "30.00", "'flatFeePaidThisYear':'48.00'"))).isEqualTo("19.00 9.00 2.00");
        assertThat(Cases.of(WHOLE, line("G", "2025-01-10", "30.00", "'flatFeePaidThisYear':'49.00'"))).isEqualTo("20.00 9.00 1.00");
        assertThat(Cases.of(WHOLE, line("G", "2025-01-10", "30.00", "'flatFeePaidThisYear':'50.00'"))).isEqualTo("21.00 9.00 0.00");
        // lines of one claim go on from each other, and each year begins anew
        assertThat(Cases.of(WHOLE, line("G", "2025-12-30", "30.00", "'flatFeePaidThisYear':'47.00'"),
                line("G", "2025-12-31", "30.00", "'flatFeePaidThisYear':'47.00'"), line("G", "2026-01-02", "30.00", "")))
                .isEqualTo("19.00 9.00 2.00, 20.00 9.00 1.00, 19.00 9.00 2.00");
    }

    /// The public insurance counts for itself; a counter of ours is never beyond its limit for it.
    @ParameterizedTest
    @CsvSource({"0, 200", "4800, 200", "4900, 100", "5000, 0"})
    void whatThePublicInsuranceKeptIsCountedUpToTheYearsMaximum(long used, long counted) {
        LocalDate day = LocalDate.of(2026, 10, 12);
        CareLine told = new CareLine(Objects.requireNonNull(CareAct.of("G")), day, day, 1, 3000, 3000, new BigDecimal("0.7"), Sector.SECTOR_1,
                true, null, 0, 1900);
        Plan plan = Plan.of(true, Guarantee.of(Mode.BRSS_INCLUDED, BigDecimal.ONE, 0, 0));
        assertThat(FrenchRules.decide(plan, List.of(told), (counter, on) -> used).lines().getFirst().moves().stream()
                .filter(move -> move.counter().equals(Used.FLAT_CONTRIBUTIONS)).mapToLong(CounterMove::used).sum()).isEqualTo(counted);
        // and by the lines of one claim together
        assertThat(FrenchRules.decide(plan, List.of(told, told), (counter, on) -> used).lines().stream().flatMap(line -> line.moves().stream())
                .mapToLong(CounterMove::used).sum()).isEqualTo(Math.min(400, 5000 - used));
    }

    @Test
    void aContratResponsableDoesNotMakeUpForThePathway() throws InputRefused {
        String outside = line("G", "2025-01-10", "50.00", "'sector':'OPTAM','inPathway':false");
        assertThat(Cases.of(WHOLE, outside)).isEqualTo("7.00 9.00 34.00");
        assertThat(Cases.of(DOUBLE, outside)).isEqualTo("7.00 29.00 14.00");
        assertThat(Cases.of(ACTUAL, outside)).isEqualTo("7.00 29.00 14.00");
        assertThat(Cases.amounts(Cases.decide("{'plan':{'responsible':false,'guarantee':{" + DOUBLE + "}},'lines':[{" + outside + "}]}")))
                .isEqualTo("7.00 41.00 2.00");
    }

    @Test
    void theExcessOfDoctorsWithoutOptamIsBound() throws InputRefused {
        String dear = line("CS", "2025-06-15", "80.00", "'sector':'NON_OPTAM'");
        // 16.10 gross; 150 %: 34.50 − 16.10; 300 % is cut to 23 of excess beside 6.90
        assertThat(Cases.of("'mode':'BRSS_INCLUDED','value':'1.50'", dear)).isEqualTo("14.10 18.40 47.50");
        assertThat(Cases.of(TRIPLE, dear)).isEqualTo("14.10 29.90 36.00");
        assertThat(Cases.of(ACTUAL, dear)).isEqualTo("14.10 29.90 36.00");
        assertThat(Cases.of("'mode':'BRSS_ADDED','value':'4.00'", dear)).isEqualTo("14.10 29.90 36.00");
        assertThat(Cases.of(TRIPLE, line("CS", "2025-06-15", "80.00", "'sector':'OPTAM'"))).isEqualTo("16.55 60.95 2.50");
        assertThat(Cases.amounts(Cases.decide("{'plan':{'responsible':false,'guarantee':{" + TRIPLE + "}},'lines':[{" + dear + "}]}")))
                .isEqualTo("14.10 52.90 13.00");
    }

    @Test
    void aProductPaysDoctorsWithoutOptamTwentyPointsLess() throws InputRefused {
        // SANTE_OPTION1, specialist: 170 % with OPTAM, 150 % without
        String product = "{'product':'SANTE_OPTION1','lines':[{" + line("CS", "2025-06-15", "80.00", "'sector':'%s'") + "}]}";
        assertThat(Cases.amounts(Cases.decide(product.formatted("OPTAM")))).isEqualTo("16.55 26.50 36.95");
        assertThat(Cases.amounts(Cases.decide(product.formatted("NON_OPTAM")))).isEqualTo("14.10 18.40 47.50");
        // HCR: 130/100: the tariff itself is always made whole
        String base = product.replace("SANTE_OPTION1", "HCR").replace("'CS'", "'G'");
        assertThat(Cases.amounts(Cases.decide(base.formatted("NON_OPTAM")))).isEqualTo("14.10 6.90 59.00");
    }

    @Test
    void everyModeOfAGuaranteeCountsThePublicPart() throws InputRefused {
        String crown = line("COUR", "2025-03-05", "700.00", "'basket':'FREE'");
        assertThat(Cases.of("'mode':'NONE'", crown)).isEqualTo("72.00 0.00 628.00");
        assertThat(Cases.of("'mode':'BRSS_ADDED','value':'3.00'", crown)).isEqualTo("72.00 360.00 268.00");
        assertThat(Cases.of("'mode':'BRSS_ADDED','value':'3.00','plusFlat':'40.00'", crown)).isEqualTo("72.00 400.00 228.00");
        assertThat(Cases.of("'mode':'FLAT_PER_ACT','value':'300.00'", crown)).isEqualTo("72.00 228.00 400.00");
        assertThat(Cases.of("'mode':'FLAT_PER_ACT','value':'50.00'", crown)).isEqualTo("72.00 0.00 628.00");
        assertThat(Cases.of("'mode':'FLAT_PER_DAY','value':'300.00'", crown)).isEqualTo("72.00 228.00 400.00");
        assertThat(Cases.of(ACTUAL, crown)).isEqualTo("72.00 628.00 0.00");
        // 5 % of 3925
        assertThat(Cases.of("'mode':'PMSS','value':'0.05'", crown)).isEqualTo("72.00 124.25 503.75");
        assertThat(Cases.of("'mode':'PMSS','value':'0.05'", line("COUR", "2026-03-05", "700.00", ""))).isEqualTo("72.00 128.25 499.75");
        assertThat(Cases.of("'mode':'PMSS','value':'0.05'", line("COUR", "2022-12-31", "700.00", ""))).isEqualTo("84.00 87.40 528.60");
        assertThat(Cases.of("'mode':'PMSS','value':'0.05'", line("COUR", "2023-01-01", "700.00", ""))).isEqualTo("84.00 99.30 516.70");
    }

    @Test
    void anAmountOfAYearIsUsedLineByLine() throws InputRefused {
        String plan = "{'plan':{'guarantee':{'mode':'FLAT_PER_YEAR','value':'150.00'},'usedThisYear':'%s'},'lines':[{"
                + line("LENTILLES", "2025-03-05", "90.00", "") + "},{" + line("LENTILLES", "2025-09-05", "90.00", "") + "}]}";
        assertThat(Cases.amounts(Cases.decide(plan.formatted("0.00")))).isEqualTo("0.00 90.00 0.00, 0.00 60.00 30.00");
        assertThat(Cases.amounts(Cases.decide(plan.formatted("100.00")))).isEqualTo("0.00 50.00 40.00, 0.00 0.00 90.00");
        assertThat(Cases.amounts(Cases.decide(plan.formatted("200.00")))).isEqualTo("0.00 0.00 90.00, 0.00 0.00 90.00");
    }

    @Test
    void theHundredHealthLeavesNothingUpToThePriceLimit() throws InputRefused {
        String basket = "'basket':'HUNDRED_HEALTH'";
        assertThat(Cases.of(WHOLE, line("HEARING_I_CHILD", "2024-03-05", "1400.00", basket))).isEqualTo("840.00 560.00 0.00");
        assertThat(Cases.of(WHOLE, line("HEARING_I_ADULT", "2024-03-05", "1000.00", basket))).isEqualTo("240.00 710.00 50.00");
        assertThat(Cases.of(WHOLE, line("OPT_FRAME_A", "2024-03-05", "42.00", ""))).isEqualTo("5.40 24.60 12.00");
        assertThat(Cases.of(WHOLE, line("OPT_LENS_A", "2024-03-05", "170.00", "'base':'50.00'"))).isEqualTo("30.00 140.00 0.00");
        assertThat(Cases.of(WHOLE, line("OPT_LENS_A", "2024-03-05", "180.00", "'base':'50.00'"))).isEqualTo("30.00 140.00 10.00");
        assertThat(Cases.of(WHOLE, line("OPT_LENS_A", "2024-03-05", "40.00", ""))).isEqualTo("5.85 26.65 7.50");
        assertThat(Cases.of(WHOLE, line("COUR", "2024-03-05", "500.00", basket))).isEqualTo("72.00 428.00 0.00");
        assertThat(Cases.of("'mode':'NONE'", line("COUR", "2024-03-05", "500.00", basket))).isEqualTo("72.00 0.00 428.00");
        assertThat(Cases.amounts(Cases.decide("{'plan':{'responsible':false,'guarantee':{" + WHOLE + "}},'lines':[{"
                + line("COUR", "2024-03-05", "500.00", basket) + "}]}"))).isEqualTo("72.00 48.00 380.00");
    }

    @Test
    void glassesOfClassBAreBoundAsAPair() throws InputRefused {
        String frame = line("OPT_FRAME_B", "2024-03-05", "250.00", "");
        String lens = "OPT_LENS_B";
        assertThat(Cases.of(ACTUAL, frame)).isEqualTo("0.03 99.97 150.00");
        // 420 in all: 400 of lenses leave 20 for the frame, less the public cents of all three
        String simple = line(lens, "2024-03-05", "200.00", "");
        assertThat(Cases.of(ACTUAL, simple, simple, frame)).isEqualTo("0.03 199.97 0.00, 0.03 199.97 0.00, 0.03 19.97 230.00");
        assertThat(Cases.of(ACTUAL, frame, simple, simple)).isEqualTo("0.03 99.97 150.00, 0.03 199.97 0.00, 0.03 119.97 80.00");
        assertThat(Cases.decide(ACTUAL, line(lens + "_COMPLEXE", "2024-03-05", "500.00", ""), line(lens + "_COMPLEXE", "2024-03-05",
                "500.00", "")).insurerPaid()).hasToString("699.94");
        assertThat(Cases.decide(ACTUAL, line(lens + "_TRES_COMPLEXE", "2024-03-05", "500.00", ""), line(lens + "_TRES_COMPLEXE",
                "2024-03-05", "500.00", "")).insurerPaid()).hasToString("799.94");
        assertThat(Cases.decide(ACTUAL, line(lens, "2024-03-05", "500.00", ""), line(lens + "_TRES_COMPLEXE", "2024-03-05", "500.00", ""))
                .insurerPaid()).hasToString("609.94");
        assertThat(Cases.amounts(Cases.decide("{'plan':{'responsible':false,'guarantee':{" + ACTUAL + "}},'lines':[{" + frame + "}]}")))
                .isEqualTo("0.03 249.97 0.00");
    }

    @Test
    void aProductGrantsGlassesByThePair() throws InputRefused {
        // SANTE_OPTION1, simple lenses: 220 for the pair, the frame within it 100 at most
        ClaimDecision pair = Cases.decide("{'product':'SANTE_OPTION1','lines':[{" + line("OPT_FRAME_B", "2024-03-05", "150.00", "") + "},{"
                + line("OPT_LENS_B", "2024-03-05", "90.00", "") + "},{" + line("OPT_LENS_B", "2024-03-05", "90.00", "") + "}]}");
        assertThat(pair.insurerPaid()).hasToString("219.91");
        assertThat(Cases.decide("{'product':'SANTE_OPTION1','used':{'OPTIQUE':1},'lines':[{"
                + line("OPT_FRAME_B", "2024-03-05", "150.00", "") + "}]}").insurerPaid()).hasToString("0.00");
    }

    @Test
    void theDailyChargeCountsEachDayAtItsOwn() throws InputRefused {
        assertThat(Cases.of(ACTUAL, "'act':'FJH','from':'2026-02-27','to':'2026-03-02','charged':'86.00'")).isEqualTo("0.00 86.00 0.00");
        assertThat(Cases.of(WHOLE, "'act':'FJH','from':'2026-02-27','to':'2026-03-02','charged':'86.00'")).isEqualTo("0.00 86.00 0.00");
        assertThat(Cases.of(ACTUAL, line("FJH", "2026-02-28", "23.00", ""))).isEqualTo("0.00 20.00 3.00");
        assertThat(Cases.of(ACTUAL, line("FJH", "2026-03-01", "23.00", ""))).isEqualTo("0.00 23.00 0.00");
        assertThat(Cases.of(ACTUAL, line("FJH_PSYCHIATRIE", "2026-02-28", "15.00", ""))).isEqualTo("0.00 15.00 0.00");
        assertThat(Cases.of(ACTUAL, line("FJH_PSYCHIATRIE", "2026-03-01", "17.00", ""))).isEqualTo("0.00 17.00 0.00");
        assertThat(Cases.of("'mode':'FLAT_PER_DAY','value':'15.00'", "'act':'FJH','from':'2025-06-02','to':'2025-06-04','charged':'60.00'"))
                .isEqualTo("0.00 45.00 15.00");
        assertThat(Cases.of("'mode':'NONE'", "'act':'FJH','from':'2025-06-02','to':'2025-06-04','charged':'60.00'"))
                .isEqualTo("0.00 0.00 60.00");
    }

    @Test
    void emergencyVisitsAndHeavyActsHaveTheirContribution() throws InputRefused {
        assertThat(Cases.of(WHOLE, line("FPU", "2026-02-28", "19.61", ""))).isEqualTo("0.00 19.61 0.00");
        assertThat(Cases.of(WHOLE, line("FPU", "2026-03-01", "23.00", ""))).isEqualTo("0.00 23.00 0.00");
        assertThat(Cases.of(WHOLE, line("FPU_REDUIT", "2026-02-28", "8.49", ""))).isEqualTo("0.00 8.49 0.00");
        assertThat(Cases.of(WHOLE, line("FPU_REDUIT", "2026-03-01", "9.96", ""))).isEqualTo("0.00 9.96 0.00");
        assertThat(Cases.of(ACTUAL, line("PHA", "2026-04-21", "24.00", ""))).isEqualTo("0.00 24.00 0.00");
        assertThat(Cases.of(ACTUAL, line("PHA", "2026-04-22", "32.00", ""))).isEqualTo("0.00 32.00 0.00");
        // once a stay
        String stay = "'from':'2026-05-01','to':'2026-05-05'";
        assertThat(Cases.of(ACTUAL, "'act':'FJH','charged':'115.00'," + stay, line("PHA", "2026-05-02", "32.00", ""),
                line("PHA", "2026-05-04", "32.00", ""))).isEqualTo("0.00 115.00 0.00, 0.00 32.00 0.00, 0.00 0.00 32.00");
    }

    @Test
    void theContributionTakesThePlaceOfTheShareOfHeavyActs() throws InputRefused {
        String stay = "'from':'2025-05-01','to':'2025-05-05','act':'SEJOUR',";
        assertThat(Cases.of(WHOLE, stay + "'charged':'119.99','base':'119.99'")).isEqualTo("95.99 24.00 0.00");
        assertThat(Cases.of(WHOLE, stay + "'charged':'120.00','base':'120.00'")).isEqualTo("96.00 24.00 0.00");
        assertThat(Cases.of("'mode':'NONE'", stay + "'charged':'1000.00','base':'1000.00'")).isEqualTo("976.00 0.00 24.00");
        assertThat(Cases.of(WHOLE, stay + "'charged':'1000.00','base':'1000.00'", stay + "'charged':'500.00','base':'500.00'"))
                .isEqualTo("976.00 24.00 0.00, 500.00 0.00 0.00");
        // the invoice charges it apart
        assertThat(Cases.of(WHOLE, stay + "'charged':'1000.00','base':'1000.00'", line("PHA", "2025-05-01", "24.00", "")))
                .isEqualTo("1000.00 0.00 0.00, 0.00 24.00 0.00");
        assertThat(Cases.of(WHOLE, stay + "'charged':'1000.00','base':'1000.00','publicRate':'0.80'")).isEqualTo("800.00 200.00 0.00");
    }

    @Test
    void sessionsAndDaysOfAProductAreCounted() throws InputRefused {
        // SANTE base: osteopathy 25 twice a year; a room 45 a day for 30 days
        String osteo = line("OSTEO", "2025-03-05", "60.00", "");
        assertThat(Cases.amounts(Cases.decide("{'product':'SANTE','used':{'MEDECINE_DOUCE':1},'lines':[{" + osteo + "},{" + osteo + "}]}")))
                .isEqualTo("0.00 25.00 35.00, 0.00 0.00 60.00");
        assertThat(Cases.amounts(Cases.decide("{'product':'SANTE','used':{'CHAMBRE':28},'lines':[{'act':'CHAMBRE','from':'2025-03-01',"
                + "'to':'2025-03-05','charged':'400.00'}]}"))).isEqualTo("0.00 90.00 310.00");
        assertThat(Cases.amounts(Cases.decide("{'product':'SANTE','used':{'PROTHESE_DENTAIRE':'990.00'},'lines':[{"
                + line("COUR", "2025-03-05", "700.00", "'basket':'FREE'") + "}]}"))).isEqualTo("72.00 10.00 618.00");
        // what the table does not name: the tariff is made whole; nothing where the contract need not
        assertThat(Cases.amounts(Cases.decide("{'product':'EXPERTS','lines':[{"
                + line("KINE", "2025-03-05", "20.00", "'base':'16.13'") + "}]}"))).isEqualTo("9.68 6.45 3.87");
        assertThat(Cases.amounts(Cases.decide("{'product':'LIBRE','lines':[{" + line("KINE", "2025-03-05", "20.00", "'base':'16.13'")
                + "}]}"))).isEqualTo("9.68 0.00 10.32");
    }

    @Test
    void whatIsCheaperThanItsTariffIsPaidAsItCost() throws InputRefused {
        assertThat(Cases.of(WHOLE, line("G", "2025-01-10", "20.00", ""))).isEqualTo("12.00 6.00 2.00");
        assertThat(Cases.of(WHOLE, line("G", "2025-01-10", "0.00", ""))).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void aRateOfItsOwnIsTakenAsItIs() throws InputRefused {
        assertThat(Cases.of(WHOLE, line("G", "2025-01-10", "30.00", "'publicRate':'1.00'"))).isEqualTo("28.00 0.00 2.00");
        assertThat(Cases.of(WHOLE, line("G", "2025-01-10", "40.00", "'base':'40.00'"))).isEqualTo("26.00 12.00 2.00");
        assertThat(Cases.of(WHOLE, line("PHARMACIE", "2025-01-10", "10.00", "'base':'10.00','publicRate':'0.65'"))).isEqualTo("6.50 3.50 0.00");
    }

    @Test
    void stepsTellWhatLedToTheAmounts() throws InputRefused {
        ClaimDecision decision = Cases.decide(DOUBLE, line("CS", "2023-06-15", "55.00", "'sector':'NON_OPTAM'"));
        assertThat(decision.lines().getFirst().steps()).extracting(Step::rule).containsExactly("BRSS", "AMO_RATE", "PF", "AMO",
                "BRSS_INCLUDED", "AMO_COUNTED", "AMC", "MEMBER");
        assertThat(decision.lines().getFirst().steps()).extracting(step -> step.amount().toString()).containsExactly("23.00", "16.10",
                "-1.00", "15.10", "46.00", "-16.10", "29.90", "10.00");
    }
}
