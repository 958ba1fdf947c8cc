package io.guichet.country.es.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.es.adjudication.Modality.Kind;
import io.guichet.country.es.adjudication.Modality.Rows;
import io.guichet.country.es.adjudication.Terms.Rate;
import io.guichet.country.es.adjudication.Terms.Share;
import io.guichet.country.es.adjudication.Terms.Tier;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every claim, tried with generated ones.
class SpanishLawsTest {

    private static final int CASES = 1_500;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /// A plan that can be made better.
    private record Plan(Kind kind, int spain, int abroad, long capital, long perAct, long perYear, List<Tier> tiers, long copayLimit,
                        int waiting, boolean authorised, Insured insured) {

        Modality modality(int betterRate, long higher) {
            Rows rows = new Rows("", "", kind);
            Share share = new Share(percent(Math.min(100, spain + betterRate)), percent(Math.min(100, abroad + betterRate)),
                    perAct + higher, perYear + higher);
            for (MedicalAct act : MedicalAct.values()) {
                rows.covers(act, authorised && act == MedicalAct.CIRUGIA, Period.ALWAYS);
            }
            rows.gives(null, share, Period.ALWAYS);
            rows.capital(capital + higher, Period.ALWAYS);
            tiers.forEach(tier -> rows.copay(null, tier, Period.ALWAYS));
            rows.copayLimit(copayLimit, Period.ALWAYS);
            rows.waits(MedicalAct.PARTO, waiting, false, Period.ALWAYS);
            return rows.build();
        }

        private static Rate percent(int percent) {
            return Rate.of(BigDecimal.valueOf(percent, 2));
        }
    }

    private static Plan plan(Random random) {
        List<Tier> tiers = List.of(new Tier(1, 3, random.nextInt(500)), new Tier(4, 6, random.nextInt(1_500)),
                new Tier(7, Integer.MAX_VALUE, random.nextInt(3_000)));
        return new Plan(Kind.values()[random.nextInt(4)], random.nextInt(101), random.nextInt(101), random.nextInt(200_000),
                1 + random.nextInt(10_000), 1 + random.nextInt(50_000), random.nextBoolean() ? tiers : List.of(), random.nextInt(8_000),
                1 + random.nextInt(10), random.nextBoolean(), new Insured(FIRST.plusDays(random.nextInt(700)), null, List.of(), random.nextBoolean()));
    }

    private static List<Care> lines(Random random, int most) {
        List<Care> lines = new ArrayList<>();
        int many = 1 + random.nextInt(most);
        for (int i = 0; i < many; i++) {
            LocalDate day = FIRST.plusDays(random.nextInt(1_100));
            lines.add(new Care(MedicalAct.values()[random.nextInt(8)], day, random.nextInt(30_000), random.nextBoolean(), random.nextBoolean(),
                    random.nextBoolean() ? new Period(day.minusDays(random.nextInt(30)), day.plusDays(random.nextInt(20) - 10)) : null));
        }
        return lines;
    }

    private static List<LineDecision> decide(Modality modality, Insured insured, List<Care> lines) {
        Usage usage = new Usage();
        return lines.stream().map(care -> Rules.decide(modality, insured, care, usage)).toList();
    }

    private static long insurer(List<LineDecision> lines) {
        return lines.stream().mapToLong(line -> line.insurerPaid().minor()).sum();
    }

    @Test
    void partsAddUpStepsLeadToThemAndLimitsHold() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Plan plan = plan(random);
            List<Care> lines = lines(random, 30);
            Usage usage = new Usage();
            Modality modality = plan.modality(0, 0);
            for (Care care : lines) {
                // the record itself refuses parts that are negative or do not add up
                LineDecision line = Rules.decide(modality, plan.insured(), care, usage);
                assertThat(line.steps().stream().map(Step::amount).reduce(Money.ZERO, Money::plus)).as("seed %d", seed)
                        .isEqualTo(line.insurerPaid());
                assertThat(line.steps()).as("seed %d", seed).isNotEmpty();
                assertThat(line.publicPaid()).isEqualTo(Money.ZERO);
            }
            for (int year = 2024; year <= 2027; year++) {
                Usage.Year used = usage.year(year);
                assertThat(used.reimbursed()).as("seed %d", seed)
                        .isLessThanOrEqualTo(FirstYear.capital(plan.capital(), Objects.requireNonNull(plan.insured().from()), year));
                assertThat(used.copay()).as("seed %d", seed).isLessThanOrEqualTo(plan.copayLimit());
                assertThat(used.services()).isLessThanOrEqualTo(lines.size());
                for (MedicalAct act : MedicalAct.values()) {
                    assertThat(used.reimbursed(act)).as("seed %d", seed).isLessThanOrEqualTo(plan.perYear());
                }
            }
        }
    }

    @Test
    void aBetterGuaranteeNeverPaysLess() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Plan plan = plan(random);
            List<Care> lines = lines(random, 12);
            long before = insurer(decide(plan.modality(0, 0), plan.insured(), lines));
            assertThat(insurer(decide(plan.modality(random.nextInt(30), 0), plan.insured(), lines))).as("rates, seed %d", seed)
                    .isGreaterThanOrEqualTo(before);
            assertThat(insurer(decide(plan.modality(0, random.nextInt(50_000)), plan.insured(), lines))).as("limits, seed %d", seed)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void splittingAnInvoiceNeverPaysMoreThanTheYearAllows() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Plan plan = plan(random);
            Care whole = new Care(MedicalAct.ESPECIALISTA, LocalDate.of(2026, 5, 4), 2 + random.nextInt(300_000), false, false, null);
            long part = 1 + random.nextInt((int) whole.charged() - 1);
            List<Care> halves = List.of(of(whole, part), of(whole, whole.charged() - part));
            long split = insurer(decide(plan.modality(0, 0), plan.insured(), halves));
            assertThat(split).as("seed %d", seed).isLessThanOrEqualTo(Math.min(plan.perYear(), plan.capital()))
                    .isLessThanOrEqualTo(2 * plan.perAct());
        }
    }

    private static Care of(Care care, long charged) {
        return new Care(care.act(), care.day(), charged, care.abroad(), care.inNetwork(), care.authorisation());
    }

    @Test
    void theOrderOfLinesLosesNoMoneyOfTheCapital() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Plan plan = plan(random);
            List<Care> lines = new ArrayList<>(lines(random, 12));
            lines.removeIf(Care::inNetwork);
            long before = insurer(decide(plan.modality(0, 0), plan.insured(), lines));
            Collections.shuffle(lines, random);
            assertThat(insurer(decide(plan.modality(0, 0), plan.insured(), lines))).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void copaysOfAYearAreTheSameInWhateverOrderServicesCome() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            int services = 1 + random.nextInt(30);
            Plan plan = plan(random);
            Modality modality = new Plan(Kind.COPAY, 0, 0, 0, 1, 1, plan.tiers(), plan.copayLimit(), 1, false, plan.insured()).modality(0, 0);
            Insured insured = new Insured(FIRST, null, List.of(), false);
            long due = 0;
            Usage usage = new Usage();
            long paid = 0;
            for (int service = 1; service <= services; service++) {
                due += modality.terms(MedicalAct.CONSULTA, LocalDate.of(2026, 2, 3)).copay(service);
                Care care = new Care(MedicalAct.CONSULTA, LocalDate.of(2026, 2, 3), 100_000, false, true, null);
                paid += Rules.decide(modality, insured, care, usage).memberPays().minor();
            }
            assertThat(paid).as("seed %d", seed).isEqualTo(Math.min(due, plan.copayLimit()));
        }
    }
}
