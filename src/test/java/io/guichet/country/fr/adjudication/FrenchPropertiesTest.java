package io.guichet.country.fr.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the law and arithmetic promise, for thousands of claims.
class FrenchPropertiesTest {

    private static final int CLAIMS = 20_000;
    private static final Set<String> PUBLIC = Set.of("AMO_RATE", "AMO_RATE_GIVEN", "AMO_OUTSIDE", "AMO_HEAVY", "PF", "PF_YEAR", "AMO_TOLD");
    private static final Set<String> OTHERS = Set.of("BRSS", "BRSS_GIVEN", "BRSS_WEAKEST", "BRSS_NONE", "CHARGE", "CHARGE_DAYS",
            "CHARGE_ONCE", "AMO", "AMC", "MEMBER", "NOT_GRANTED");

    private final Random random = new Random(4711);

    private long cents(int most) {
        return random.nextInt(most + 1);
    }

    private CareLine line(LocalDate day) {
        Plan any = Plan.of(true, guarantee(Mode.PMSS));
        for (;;) {
            CareLine line = anyLine(day);
            if (LineProblem.of(any, line).isEmpty()) {
                return line;
            }
        }
    }

    private CareLine anyLine(LocalDate day) {
        CareAct act = CareAct.all().get(random.nextInt(CareAct.all().size()));
        Sector sector = act.doctor() ? Sector.values()[random.nextInt(act.code().equals("MCS") ? 2 : 3)] : Sector.NONE;
        boolean stay = act.byDay() && random.nextBoolean();
        boolean brings = act.basis() == CareAct.Basis.LINE;
        long base = brings ? cents(60_000) : -1;
        BigDecimal rate = brings && (act.rateComesWithLine() || random.nextBoolean()) ? BigDecimal.valueOf(random.nextInt(101), 2) : null;
        Basket basket = act.code().equals("COUR") ? Basket.values()[random.nextInt(3)] : null;
        long charged = cents(random.nextInt(5) == 0 ? 300_000 : 20_000);
        return new CareLine(act, day, stay ? day.plusDays(random.nextInt(12)) : day, 1, charged, base, rate, sector,
                random.nextInt(4) > 0, basket, cents(6_000), random.nextInt(6) == 0 ? cents((int) charged) : -1);
    }

    private List<CareLine> lines() {
        LocalDate day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1_800));
        List<CareLine> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            lines.add(line(random.nextInt(3) == 0 ? day.plusDays(random.nextInt(9)) : day));
        }
        return lines;
    }

    private Plan plan() {
        if (random.nextInt(3) == 0) {
            List<String> products = Products.samples().offers().stream().map(offer -> offer.value()).toList();
            return Products.samples().plan(products.get(random.nextInt(products.size())));
        }
        return Plan.of(random.nextInt(4) > 0, guarantee(Mode.values()[random.nextInt(Mode.values().length)]));
    }

    private Guarantee guarantee(Mode mode) {
        return Guarantee.of(mode, mode.isShare() ? BigDecimal.valueOf(random.nextInt(mode == Mode.PMSS ? 20 : 500), 2) : BigDecimal.ZERO,
                mode.isFlat() ? cents(50_000) : 0, random.nextInt(3) == 0 ? cents(30_000) : 0);
    }

    @Test
    void partsAddUpAndNoneIsNegativeAndStepsLeadToThem() {
        for (int i = 0; i < CLAIMS; i++) {
            for (LineDecision line : FrenchRules.decide(plan(), lines(), Used.NOTHING).lines()) {
                assertThat(line.publicPaid().plus(line.insurerPaid()).plus(line.memberPays())).isEqualTo(line.charged());
                assertThat(line.steps()).extracting(Step::rule).endsWith("AMC", "MEMBER");
                assertThat(sum(line, step -> PUBLIC.contains(step.rule()))).isEqualTo(line.publicPaid());
                assertThat(sum(line, step -> !PUBLIC.contains(step.rule()) && !OTHERS.contains(step.rule()))).isEqualTo(line.insurerPaid());
            }
        }
    }

    private static Money sum(LineDecision line, Predicate<Step> which) {
        return line.steps().stream().filter(which).map(Step::amount).reduce(Money.ZERO, Money::plus);
    }

    @Test
    void aHigherGuaranteeNeverPaysLess() {
        for (int i = 0; i < CLAIMS; i++) {
            Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
            boolean responsible = random.nextBoolean();
            Guarantee low = guarantee(mode);
            Guarantee high = Guarantee.of(mode, mode.isShare() ? low.rate().add(BigDecimal.valueOf(random.nextInt(200), 2)) : low.rate(),
                    mode.isFlat() ? low.amount() + cents(20_000) : 0, low.plusFlat() + cents(10_000));
            // of one day: a pair of glasses that is paid at all is not renewed the day after
            LocalDate day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1_800));
            List<CareLine> lines = Stream.generate(() -> line(day)).limit(1 + random.nextInt(4)).toList();
            assertThat(FrenchRules.decide(Plan.of(responsible, high), lines, Used.NOTHING).insurerPaid())
                    .isGreaterThanOrEqualTo(FrenchRules.decide(Plan.of(responsible, low), lines, Used.NOTHING).insurerPaid());
        }
    }

    @Test
    void aSplitInvoiceNeverPaysMoreThanTheYearHolds() {
        Plan plan = Plan.of(true, List.of(new Guarantee("PROTHESE_DENTAIRE", Mode.BRSS_INCLUDED, new BigDecimal("4.00"), null, 0, 0,
                100_000, 0)));
        Plan yearly = Plan.of(true, Guarantee.of(Mode.FLAT_PER_YEAR, BigDecimal.ZERO, 100_000, 0));
        for (int i = 0; i < CLAIMS / 4; i++) {
            LocalDate day = LocalDate.of(2022 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(28));
            Map<String, Long> used = new HashMap<>(Map.of("PROTHESE_DENTAIRE", cents(100_000), Guarantee.EVERYTHING, cents(100_000)));
            for (Plan each : List.of(plan, yearly)) {
                String counter = each == plan ? "PROTHESE_DENTAIRE" : Guarantee.EVERYTHING;
                long left = 100_000 - used.get(counter);
                long paid = 0;
                for (int part = random.nextInt(5); part >= 0; part--) {
                    CareLine crown = new CareLine(CareAct.of("COUR"), day, day, 1, cents(90_000), -1, null, Sector.NONE, true, Basket.FREE, 0, -1);
                    ClaimDecision decision = FrenchRules.decide(each, Collections.nCopies(1 + random.nextInt(2), crown),
                            (code, when) -> used.getOrDefault(code, 0L));
                    paid += decision.insurerPaid().minor();
                    decision.lines().stream().flatMap(line -> line.moves().stream()).forEach((CounterMove move) ->
                            used.merge(move.counter(), move.used(), Long::sum));
                }
                assertThat(paid).isLessThanOrEqualTo(left);
                assertThat(used.get(counter)).isLessThanOrEqualTo(100_000);
            }
        }
    }

    @Test
    void theOrderOfLinesLosesNoMoney() {
        for (int i = 0; i < CLAIMS; i++) {
            Plan plan = plan();
            List<CareLine> lines = new ArrayList<>(lines());
            LocalDate day = lines.getFirst().first();
            // a number of acts is used up in their order, and the contribution of a stay is taken with its first line
            lines.removeIf(line -> line.act().oncePerStay() || line.act().heavy() || line.act().code().equals("OSTEO")
                    || line.act().byDay() || line.publicPaid() >= 0
                    || line.act().tariff(day, line.sector()) == null && line.act().basis() == CareAct.Basis.TARIFF);
            lines.replaceAll(line -> new CareLine(line.act(), day, day, 1, line.charged(), line.base(), line.publicRate(),
                    line.sector(), line.inPathway(), line.basket(), 4_900, -1));
            if (lines.isEmpty()) {
                continue;
            }
            ClaimDecision one = FrenchRules.decide(plan, lines, Used.NOTHING);
            Collections.shuffle(lines, random);
            ClaimDecision other = FrenchRules.decide(plan, lines, Used.NOTHING);
            assertThat(other.insurerPaid()).isEqualTo(one.insurerPaid());
        }
    }

    @Test
    void theSameClaimHasTheSameAnswer() {
        for (int i = 0; i < CLAIMS / 10; i++) {
            Plan plan = plan();
            List<CareLine> lines = lines();
            assertThat(FrenchRules.decide(plan, lines, Used.NOTHING)).isEqualTo(FrenchRules.decide(plan, lines, Used.NOTHING));
        }
    }

    @Test
    void everySentenceIsThereInEveryLanguage() {
        Texts texts = Texts.of(List.of("fr", "country"));
        Stream<Step> steps = Stream.generate(() -> FrenchRules.decide(plan(), lines(), Used.NOTHING)).limit(CLAIMS / 10)
                .flatMap(decision -> decision.lines().stream()).flatMap(line -> line.steps().stream());
        Map<String, Step> rules = new HashMap<>();
        steps.forEach(step -> rules.putIfAbsent(step.rule(), step));
        assertThat(rules).hasSizeGreaterThan(35);
        Texts.LANGUAGES.forEach(language -> rules.values().forEach(step -> {
            assertThat(texts.get(language, step.sentence())).doesNotContain("{").doesNotContain("fr.step");
            step.inputs().forEach(input -> assertThat(texts.has(input.key())).as(input.key()).isTrue());
        }));
    }
}
