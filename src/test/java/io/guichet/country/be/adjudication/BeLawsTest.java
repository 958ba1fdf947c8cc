package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds whatever is claimed.
class BeLawsTest {

    private static final int TRIES = 4_000;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final Random random = new Random(20_241);

    private Rate rate() {
        return Rate.of(BigDecimal.valueOf(random.nextInt(1_000_001), 6));
    }

    private Plan plan(Branch branch) {
        Plan.Hospital hospital = branch == Branch.HOSPITAL ? new Plan.Hospital(Map.of(Room.SINGLE, cents(30_000), Room.DOUBLE, cents(10_000)),
                Rate.of(BigDecimal.valueOf(random.nextInt(400), 2)), random.nextInt(5) == 0 ? Plan.UNLIMITED : cents(15_000), 30, 90) : null;
        List<Money> ceilings = random.nextInt(3) == 0 ? List.of() : List.of(Money.euros(cents(50_000)), Money.euros(50_000 + cents(50_000)));
        return new Plan(branch, random.nextInt(3) == 0 ? Rate.ALL : rate(), rate(), ceilings, hospital, Map.of(), random.nextInt(3), false, "");
    }

    private long cents(int most) {
        return random.nextInt(4) == 0 ? 0 : random.nextInt(most);
    }

    private CareLine line(Branch branch) {
        long honorarium = cents(200_000);
        long intervention = honorarium == 0 ? 0 : random.nextLong(honorarium + 1);
        long base = random.nextInt(4) == 0 ? cents(200_000) : honorarium;
        CareLine.@Nullable Stay stay = null;
        long extras = 0;
        if (branch == Branch.HOSPITAL) {
            CareLine.Within within = new CareLine.Within(null, Room.values()[random.nextInt(3)], random.nextInt(4) == 0, cents(40_000), cents(300_000));
            extras = within.roomExtra() + within.feeExtra();
            stay = random.nextInt(5) == 0 ? new CareLine.Around(FIRST.plusDays(40), FIRST.plusDays(44)) : within;
        }
        LocalDate day = FIRST.plusDays(random.nextInt(366));
        return new CareLine("102012", Rubriek.SPECIALIST, day, day.plusDays(random.nextInt(3)), base + extras, honorarium, intervention,
                random.nextInt(6) == 0 ? cents(100_000) : 0, random.nextInt(4) == 0,
                new CareLine.Origin(Status.ORDINARY, random.nextBoolean(), ""), stay);
    }

    private Standing standing() {
        return new Standing(2024 - random.nextInt(3), random.nextInt(4) == 0 ? FIRST.plusDays(random.nextInt(200)) : null,
                Map.of(2024, cents(60_000)), 0);
    }

    private List<CareLine> lines(Branch branch) {
        List<CareLine> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            lines.add(line(branch));
        }
        return lines;
    }

    private Branch branch() {
        return Branch.values()[random.nextInt(3)];
    }

    private static long insurer(Plan plan, Standing standing, List<CareLine> lines) {
        return ClaimRules.decide(day -> plan, standing, lines).insurerPaid().minor();
    }

    private static long sum(LineDecision line, Rule.Part part) {
        return line.steps().stream().filter(step -> Rule.valueOf(step.rule()).part() == part).map(Step::amount).mapToLong(Money::minor).sum();
    }

    /// `LineDecision` refuses parts that do not add up or are negative: here every amount is what its steps say.
    @Test
    void stepsAddUpToTheAmounts() {
        for (int i = 0; i < TRIES; i++) {
            Branch branch = branch();
            Plan plan = plan(branch);
            for (LineDecision line : ClaimRules.decide(day -> plan, standing(), lines(branch)).lines()) {
                assertThat(sum(line, Rule.Part.PUBLIC)).isEqualTo(line.publicPaid().minor());
                assertThat(sum(line, Rule.Part.INSURER)).isEqualTo(line.insurerPaid().minor());
                assertThat(sum(line, Rule.Part.MEMBER)).isEqualTo(line.memberPays().minor());
            }
        }
    }

    @Test
    void neverMoreThanTheCeilingLeaves() {
        for (int i = 0; i < TRIES; i++) {
            Branch branch = branch();
            Plan plan = plan(branch);
            Standing standing = standing();
            List<LineDecision> lines = ClaimRules.decide(day -> plan, standing, lines(branch)).lines();
            if (!plan.ceilings().isEmpty()) {
                long left = Math.max(0, plan.ceiling(standing.membershipYear(2024)) - standing.usedIn(2024));
                long paid = lines.stream().map(LineDecision::insurerPaid).mapToLong(Money::minor).sum();
                assertThat(paid).isLessThanOrEqualTo(left);
                assertThat(lines.stream().flatMap(line -> line.moves().stream()).mapToLong(move -> move.used()).sum()).isEqualTo(paid);
            }
        }
    }

    @Test
    void aBetterPlanNeverPaysLess() {
        for (int i = 0; i < TRIES; i++) {
            Branch branch = branch();
            Plan plan = plan(branch);
            Standing standing = standing();
            List<CareLine> lines = lines(branch);
            long before = insurer(plan, standing, lines);
            assertThat(insurer(better(plan), standing, lines)).isGreaterThanOrEqualTo(before);
        }
    }

    private Plan better(Plan plan) {
        Plan.Hospital hospital = plan.hospital();
        return switch (random.nextInt(hospital == null ? 4 : 7)) {
            case 0 -> with(plan, higher(plan.rate()), plan.preventive(), plan.ceilings(), hospital, plan.waitingElse());
            case 1 -> with(plan, plan.rate(), higher(plan.preventive()), plan.ceilings(), hospital, plan.waitingElse());
            case 2 -> with(plan, plan.rate(), plan.preventive(), plan.ceilings().stream().map(each -> each.plus(Money.euros(cents(20_000)))).toList(),
                    hospital, plan.waitingElse());
            case 3 -> with(plan, plan.rate(), plan.preventive(), plan.ceilings(), hospital, Math.max(0, plan.waitingElse() - 1));
            case 4 -> with(plan, hospital, Map.of(Room.SINGLE, hospital.deductible(Room.SINGLE) / 2), hospital.maxFee(), hospital.roomPerDay());
            case 5 -> with(plan, hospital, hospital.deductibles(), Rate.of(hospital.maxFee().share().add(BigDecimal.ONE)), hospital.roomPerDay());
            default -> with(plan, hospital, hospital.deductibles(), hospital.maxFee(), Plan.UNLIMITED);
        };
    }

    private static Rate higher(Rate rate) {
        return Rate.of(rate.share().add(BigDecimal.ONE).divide(BigDecimal.TWO).setScale(6, RoundingMode.CEILING));
    }

    private static Plan with(Plan plan, Plan.Hospital hospital, Map<Room, Long> deductibles, Rate fee, long room) {
        return with(plan, plan.rate(), plan.preventive(), plan.ceilings(),
                new Plan.Hospital(deductibles, fee, room, hospital.daysBefore(), hospital.daysAfter()), plan.waitingElse());
    }

    private static Plan with(Plan plan, Rate rate, Rate preventive, List<Money> ceilings, Plan.@Nullable Hospital hospital, int waiting) {
        return new Plan(plan.branch(), rate, preventive, ceilings, hospital, Map.of(), waiting, false, "");
    }

    /// Two claims of one invoice, the second knowing what the first one used.
    @Test
    void splittingAnInvoiceNeverBeatsTheCeiling() {
        for (int i = 0; i < TRIES; i++) {
            Branch branch = i % 2 == 0 ? Branch.AMBULATORY : Branch.DENTAL;
            Plan plan = plan(branch);
            Standing standing = standing();
            List<CareLine> lines = lines(branch);
            long whole = insurer(plan, standing, lines);
            long first = insurer(plan, standing, lines.subList(0, 1));
            Standing then = new Standing(standing.firstYear(), standing.since(), Map.of(2024, standing.usedIn(2024) + first), 0);
            long rest = lines.size() == 1 ? 0 : insurer(plan, then, lines.subList(1, lines.size()));
            assertThat(first + rest).isEqualTo(whole);
        }
    }

    /// Lines of one room, whatever their order, are worth the same.
    @Test
    void theOrderOfLinesLosesNothing() {
        for (int i = 0; i < TRIES; i++) {
            Branch branch = branch();
            Plan plan = plan(branch);
            Standing standing = standing();
            List<CareLine> lines = lines(branch);
            long paid = insurer(plan, standing, lines);
            Collections.shuffle(lines, random);
            assertThat(insurer(plan, standing, lines)).isEqualTo(paid);
        }
    }
}
