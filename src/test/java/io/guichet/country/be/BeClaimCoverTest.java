package io.guichet.country.be;

import static io.guichet.country.be.Afrekeningen.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.MemberPlan;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Which of somebody's policies decides: each line under the one that its care belongs to, as it stood on the day of care.
class BeClaimCoverTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CEILINGS = "SELECT formule || ' ' || extract(year FROM begin) || ' ' || verbruikt FROM be.jaarplafond WHERE verzekerde = ? ORDER BY 1";
    private static final FieldValues CONSULTATION = line("101076", "2024-03-01", "31.81", "provider", Afrekeningen.DOCTOR);
    private static final FieldValues IMPLANT = line("IMPLANT", "2024-03-01", "1586.00", "honorarium", "1586.00", "intervention", "48.00", "provider",
            Afrekeningen.DENTIST);
    private static final Map<String, String> STAY = Map.of("be.claim.hospitalNumber", "710", "be.claim.room", "GEMEENSCHAPPELIJK",
            "be.claim.admission", "2024-02-28", "be.claim.discharge", "2024-03-03");
    private static Afrekeningen desk;

    @BeforeAll
    static void open() {
        desk = new Afrekeningen(DATABASE);
    }

    @BeforeEach
    void start() throws SQLException {
        desk.reset();
    }

    private static UserMessage decider(LineDecision line) {
        assertThat(line.steps().getFirst().rule()).isEqualTo("COVER");
        return line.steps().getFirst().sentence();
    }

    private static UserMessage covered(String kind, String plan) {
        return UserMessage.of("be.step.COVER", UserMessage.of("be.contract.formula." + kind), plan);
    }

    @Test
    void eachLineIsDecidedUnderThePolicyThatItsCareBelongsTo() {
        for (List<FieldValues> lines : List.of(List.of(CONSULTATION, IMPLANT), List.of(IMPLANT, CONSULTATION))) {
            String claim = desk.receive(Polissen.HEAD, "both" + lines.hashCode(), lines.toArray(FieldValues[]::new));
            assertThat(desk.assess(claim).findings()).isEmpty();
            ClaimDecision decision = desk.approve(claim);
            // 80 % of the 6.00 that are left, and 80 % of 1,538.00
            assertThat(decision.insurerPaid()).isEqualTo(Money.euros(480 + 123_040));
            int dental = lines.indexOf(IMPLANT);
            assertThat(decider(decision.lines().get(dental))).isEqualTo(covered("TANDZORG", "Tandzorg Plus"));
            assertThat(decider(decision.lines().get(1 - dental))).isEqualTo(covered("AMBULANT", "Ambulant Basis 80 %"));
            assertThat(desk.find(claim).decision()).contains(decision);
            assertThat(DATABASE.query(CEILINGS, Polissen.HEAD)).containsExactly("AMBU-BASIS 2024 4.80", "TAND-PLUS 2024 1230.40");
            assertThat(DATABASE.query("SELECT polis || ' ' || formule FROM be.factuurlijn WHERE ogm = ? AND code = 'IMPLANT'", claim))
                    .containsExactly(Polissen.DENTAL + " TAND-PLUS");
            desk.reopen(claim);
            assertThat(DATABASE.query(CEILINGS, Polissen.HEAD)).containsExactly("AMBU-BASIS 2024 0.00", "TAND-PLUS 2024 0.00");
            desk.decide(claim, "REJECT", (records, work) -> records.reject(work, claim, "DUPLICATE"));
        }
    }

    /// What doctors do in a stay is the hospital plan's; a tooth that is mended there is the dental plan's.
    @Test
    void dentalCareInAStayIsTheDentalPlans() {
        String claim = desk.receive(Polissen.HEAD, "stay", STAY, CONSULTATION, IMPLANT);
        ClaimDecision decision = desk.assess(claim).decision();
        assertThat(decider(decision.lines().getFirst())).isEqualTo(covered("HOSPITALISATIE", "Hospi Eenpersoonskamer 150 %"));
        assertThat(decision.lines().getFirst().insurerPaid()).isEqualTo(Money.euros(600));
        assertThat(decider(decision.lines().getLast())).isEqualTo(covered("TANDZORG", "Tandzorg Plus"));
        assertThat(decision.lines().getLast().insurerPaid()).isEqualTo(Money.euros(123_040));
    }

    /// The day of care decides, line by line.
    @Test
    void linesOfTwoYearsAreDecidedUnderTwoFormulas() {
        DATABASE.run("UPDATE be.polis_formule SET einde = '2024-12-31' WHERE polis = ?", Polissen.AMBULATORY);
        DATABASE.run("INSERT INTO be.polis_formule (polis, begin, tak, formule, werkgeversaandeel) VALUES (?, '2025-01-01', 'AMBULANT', 'AMBU-PLUS', 100)",
                Polissen.AMBULATORY);
        String claim = desk.receive(Polissen.HEAD, "years", line("101076", "2025-01-01", "31.81", "provider", Afrekeningen.DOCTOR),
                line("101076", "2024-12-31", "31.81", "provider", Afrekeningen.DOCTOR));
        desk.approve(claim);
        assertThat(DATABASE.query("SELECT formule FROM be.factuurlijn WHERE ogm = ? ORDER BY rang", claim)).containsExactly("AMBU-PLUS", "AMBU-BASIS");
        assertThat(DATABASE.query(CEILINGS, Polissen.HEAD)).extracting(row -> row.substring(0, row.lastIndexOf(' ')))
                .containsExactly("AMBU-BASIS 2024", "AMBU-PLUS 2025");
    }

    /// Whoever writes past the program gives back first what a line used.
    @Test
    void aLineThatUsesACeilingKeepsItsFormula() {
        String claim = desk.receive(Polissen.HEAD, "a", IMPLANT);
        desk.approve(claim);
        assertThatThrownBy(() -> DATABASE.run("UPDATE be.factuurlijn SET formule = 'AMBU-BASIS', verbruikt = 1 WHERE ogm = '" + claim + "'"))
                .hasMessageContaining("given back before another formula");
        assertThat(DATABASE.query(CEILINGS, Polissen.HEAD)).containsExactly("TAND-PLUS 2024 1230.40");
        assertThatThrownBy(() -> DATABASE.run("UPDATE be.factuurlijn SET polis = NULL WHERE ogm = '" + claim + "'"))
                .hasMessageContaining("factuurlijn_dekking");
    }

    @Test
    void whoHasSeveralPlansIsToldEach() {
        desk.approve(desk.receive(Polissen.HEAD, "a", IMPLANT));
        List<MemberPlan> plans = desk.plans(Polissen.HEAD, LocalDate.of(2024, 6, 1));
        assertThat(plans).extracting(MemberPlan::code).containsExactly("AMBULATORY", "DENTAL", "HOSPITAL");
        assertThat(plans).extracting(plan -> plan.input().get("product")).containsExactly("AMBU-BASIS", "TAND-PLUS", "HOSPI-KAMER-150");
        assertThat(plans.get(1).label()).isEqualTo(UserMessage.of("be.whatif.member", UserMessage.of("be.contract.formula.TANDZORG"), "Tandzorg Plus"));
        assertThat(plans.get(1).input().get("plan")).asString().contains("usedThisYear=1230.40");
        assertThat(desk.plans(Polissen.COLLEAGUE, LocalDate.of(2024, 6, 1))).extracting(MemberPlan::code).containsExactly("HOSPITAL");
        assertThat(desk.plans(Polissen.COLLEAGUE, LocalDate.of(2024, 2, 29))).isEmpty();
    }
}
