package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stays in hospital, by hand. An operation of 1,000.00, of which the mutuality pays 800.00, leaves 200.00.
class HospitalRulesTest {

    private static final String PLAN = "{'kind':'HOSPITAL','rate':'1.00','deductible':{'SINGLE':'150.00','DOUBLE':'75.00','COMMON':'0.00'},"
            + "'maxFeeSupplement':'1.50','roomSupplementPerDay':'80.00'}";

    private static String operation(String charged, String more) {
        return "{'code':'INGREEP','careDate':'2024-05-02','charged':'%s','honorarium':'1000.00','intervention':'800.00',%s}".formatted(charged, more);
    }

    /// 150 % means 150 % on top: of 1,000.00 up to 1,500.00. 200.00 + 1,500.00 − 150.00 = 1,550.00.
    @ParameterizedTest
    @CsvSource({"1000.00, 0.00, 800.00 50.00 150.00", "1500.00, 500.00, 800.00 550.00 150.00", "2500.00, 1500.00, 800.00 1550.00 150.00",
            "2500.01, 1500.01, 800.00 1550.00 150.01", "4000.00, 3000.00, 800.00 1550.00 1650.00"})
    void feeSupplementsInASingleRoomAreCoveredOnTopOfTheHonorarium(String charged, String supplement, String expected) {
        assertThat(Told.line(PLAN, operation(charged, "'room':'SINGLE','feeSupplement':'" + supplement + "'"))).isEqualTo(expected);
    }

    /// They are forbidden there: nobody pays them, and a deductible of 75.00 or none is taken off 200.00.
    @ParameterizedTest
    @CsvSource({"DOUBLE, 800.00 125.00 1575.00", "COMMON, 800.00 200.00 1500.00"})
    void supplementsInOtherRoomsAreForbidden(String room, String expected) {
        LineDecision line = Told.lines(PLAN, operation("2500.00", "'room':'" + room + "','feeSupplement':'1400.00','roomSupplement':'100.00'")).getFirst();
        assertThat(Told.parts(line)).isEqualTo(expected);
        assertThat(line.steps()).filteredOn(step -> step.rule().equals("FORBIDDEN")).extracting(Step::amount)
                .containsExactly(Money.euros(140_000), Money.euros(10_000));
    }

    /// What is above the honorarium is a supplement, whatever the invoice calls it.
    @Test
    void whatIsAboveTheHonorariumIsAFeeSupplement() {
        assertThat(Told.line(PLAN, operation("1400.00", "'room':'SINGLE'"))).isEqualTo("800.00 450.00 150.00");
        assertThat(Told.line(PLAN, operation("1400.00", "'room':'COMMON'"))).isEqualTo("800.00 200.00 400.00");
    }

    /// 100.00 is neither: nobody pays it until the hospital explains it.
    @Test
    void whatIsNeitherHonorariumNorSupplementIsNotPaid() {
        assertThat(Told.line(PLAN, operation("1500.00", "'room':'SINGLE','feeSupplement':'400.00'"))).isEqualTo("800.00 450.00 250.00");
    }

    /// 200.00 + min(100.00, 80.00) − 150.00; three days allow 240.00.
    @Test
    void theRoomIsPaidByTheDay() {
        assertThat(Told.line(PLAN, operation("1100.00", "'room':'SINGLE','roomSupplement':'100.00'"))).isEqualTo("800.00 130.00 170.00");
        String threeDays = "{'code':'EENPERSOONSKAMER','from':'2024-05-02','to':'2024-05-04','charged':'300.00','honorarium':'0.00',"
                + "'intervention':'0.00','room':'SINGLE','roomSupplement':'300.00'}";
        assertThat(Told.line(PLAN, threeDays)).isEqualTo("0.00 90.00 210.00");
    }

    @Test
    void partnersTakeNoDeductible() {
        assertThat(Told.line(PLAN, operation("1000.00", "'room':'SINGLE','partnerHospital':true"))).isEqualTo("800.00 200.00 0.00");
        assertThat(Told.line(PLAN, operation("1000.00", "'room':'SINGLE','partnerHospital':false"))).isEqualTo("800.00 50.00 150.00");
    }

    /// One admission: 150.00 in all, whatever the order; the dearest room decides.
    @Test
    void theDeductibleIsTakenOnceAnAdmission() {
        String small = operation("850.00", "'room':'SINGLE'").replace("1000.00", "850.00");
        String large = operation("1000.00", "'room':'DOUBLE'");
        assertThat(Told.lines(PLAN, small, large).stream().map(Told::parts)).containsExactly("800.00 0.00 50.00", "800.00 100.00 100.00");
        assertThat(Told.lines(PLAN, large, small).stream().map(Told::parts)).containsExactly("800.00 50.00 150.00", "800.00 50.00 0.00");
    }

    /// A relapse is a new admission.
    @Test
    void anotherAdmissionHasItsOwn() {
        String first = operation("1000.00", "'room':'SINGLE','stayFrom':'2024-05-01','stayTo':'2024-05-06'");
        String relapse = operation("1000.00", "'room':'SINGLE','stayFrom':'2024-05-20','stayTo':'2024-05-22'").replace("05-02'", "05-21'");
        assertThat(Told.lines(PLAN, first, relapse).stream().map(LineDecision::insurerPaid)).containsExactly(Money.euros(5_000), Money.euros(5_000));
    }

    /// 101076 leaves 6.00; 10.00 more were charged, which a hospital plan does not pay outside hospital.
    @ParameterizedTest
    @CsvSource({"2024-04-01, 0.00", "2024-04-02, 6.00", "2024-05-01, 6.00", "2024-06-09, 6.00", "2024-06-10, 0.00"})
    void careAroundAStayIsCoveredForSomeDays(String day, String insurer) {
        String plan = "{'kind':'HOSPITAL','daysBefore':30,'daysAfter':35,'deductible':{'SINGLE':'150'}}";
        LineDecision line = Told.lines(plan, "{'code':'101076','careDate':'%s','charged':'41.81','stayFrom':'2024-05-02','stayTo':'2024-05-05'}"
                .formatted(day)).getFirst();
        assertThat(line.insurerPaid()).hasToString(insurer);
        assertThat(line.publicPaid()).hasToString("25.81");
    }

    @Test
    void aPlanMayPayAPartOnly() {
        String plan = PLAN.replace("'rate':'1.00'", "'rate':'0.80'");
        // 80 % of (200.00 + 500.00) = 560.00, less 150.00
        assertThat(Told.line(plan, operation("1500.00", "'room':'SINGLE','feeSupplement':'500.00'"))).isEqualTo("800.00 410.00 290.00");
    }

    @Test
    void whatAPlanDoesNotNameItDoesNotGrant() {
        assertThat(Told.line("{'kind':'HOSPITAL'}", operation("1600.00", "'room':'SINGLE','feeSupplement':'500.00','roomSupplement':'100.00'")))
                .isEqualTo("800.00 200.00 600.00");
    }

    /// HOSPI-KAMER-150: 80.00 a day until the end of 2024, 100.00 after. HOSPI-KAMER-300: without limit.
    @ParameterizedTest
    @CsvSource({"HOSPI-KAMER-150, 2024-12-31, 130.00", "HOSPI-KAMER-150, 2025-01-01, 150.00", "HOSPI-KAMER-300, 2025-01-01, 500.00",
            "HOSPI-COMFORT, 2025-01-01, 50.00"})
    void productsBringTheirDatedConditions(String product, String day, String insurer) {
        String line = operation("1400.00", "'room':'SINGLE','roomSupplement':'400.00'").replace("2024-05-02", day);
        assertThat(Told.decide(Told.tree("{'product':'%s','lines':[%s]}".formatted(product, line))).insurerPaid()).hasToString(insurer);
    }

    @Test
    void everyAmountOfAStayIsExplained() {
        List<Step> steps = Told.lines(PLAN, operation("2600.00", "'room':'SINGLE','feeSupplement':'1500.00','roomSupplement':'100.00'"))
                .getFirst().steps();
        assertThat(steps).extracting(Step::rule).containsExactly("MUTUALITY_GIVEN", "REMGELD", "SUPPLEMENT", "STAY", "FEE_SUPPLEMENT",
                "ROOM_SUPPLEMENT", "DEDUCTIBLE", "OWN_SHARE");
        assertThat(steps).extracting(step -> step.amount().toString()).containsExactly("800.00", "200.00", "1600.00", "200.00", "1500.00",
                "80.00", "-150.00", "170.00");
    }
}
