package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.country.es.EsPremium.People;
import io.guichet.country.es.EsPremium.Policy;
import io.guichet.country.es.EsPremium.Price;
import io.guichet.country.es.EsPremium.Tariff;
import io.guichet.country.es.adjudication.FirstYear;
import io.guichet.country.es.adjudication.WaitingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Figures computed by hand.
class EsPremiumTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);
    private static final Tariff TARIFF = new Tariff(List.of(
            new Price("A", 0, 19, 3_000, SINCE), new Price("A", 20, 64, 5_055, SINCE), new Price("A", 65, 120, 12_000, SINCE),
            new Price("B", 0, 19, 2_500, SINCE), new Price("B", 20, 64, 4_001, SINCE)),
            Map.of("28", "A", "46", "B"), new BigDecimal("0.0015"), new BigDecimal("0.04"), new BigDecimal("0.10"));
    private static final Policy FAMILY = policy("2020-01-01", "MENSUAL");

    private static Policy policy(String start, String payment) {
        return new Policy(LocalDate.parse(start), payment, false, BigDecimal.ZERO);
    }

    private static List<Long> amounts(List<PremiumLine> lines, Kind... kinds) {
        return lines.stream().filter(line -> List.of(kinds).contains(line.kind())).map(line -> line.amount().minor()).toList();
    }

    private static List<PremiumLine> premium(LocalDate day, Policy policy, People... people) {
        return EsPremium.lines(day, policy, List.of(people), TARIFF);
    }

    @Test
    void everybodyCostsWhatTheirAgeAndProvinceSay() {
        // 50.55 + 2 × 25.00; Valencia is zone B
        List<PremiumLine> lines = premium(MARCH, FAMILY, new People("28", 40, 1), new People("46", 7, 2));

        assertThat(amounts(lines, Kind.NET)).containsExactlyInAnyOrder(5_055L, 5_000L);
        assertThat(amounts(lines, Kind.TOTAL)).containsExactly(10_055L);
        assertThat(amounts(lines, Kind.TAX)).as("exempt from the insurance tax").containsExactly(0L);
        assertThat(amounts(lines, Kind.MEMBER_SHARE)).containsExactly(10_055L);
    }

    @Test
    void whoseProvinceNobodyKnowsCostsWhatTheDearestZoneDoes() {
        assertThat(amounts(premium(MARCH, FAMILY, new People(null, 30, 1)), Kind.TOTAL)).containsExactly(5_055L);
        assertThat(amounts(premium(MARCH, FAMILY, new People("01", 30, 1)), Kind.TOTAL)).containsExactly(5_055L);
    }

    @Test
    void fourInsuredPayTenPerCentLess() {
        // 2 × 50.55 + 2 × 30.00 = 161.10; 10 % = 16.11
        List<PremiumLine> lines = premium(MARCH, FAMILY, new People("28", 40, 2), new People("28", 7, 2));
        assertThat(amounts(lines, Kind.NET)).containsExactly(6_000L, 10_110L, -1_611L);
        assertThat(amounts(lines, Kind.TOTAL)).containsExactly(14_499L);
        // three pay it all
        assertThat(amounts(premium(MARCH, FAMILY, new People("28", 40, 2), new People("28", 7, 1)), Kind.TOTAL))
                .containsExactly(13_110L);
    }

    @Test
    void yearlyPaymentIsFourPerCentOfWhatIsLeft() {
        // 161.10 − 16.11 = 144.99; 4 % = 5.7996 → 5.80
        List<PremiumLine> lines = premium(MARCH, policy("2020-01-01", "ANUAL"), new People("28", 40, 2), new People("28", 7, 2));
        assertThat(amounts(lines, Kind.NET)).containsExactly(6_000L, 10_110L, -1_611L, -580L);
        assertThat(amounts(lines, Kind.TOTAL)).containsExactly(13_919L);
    }

    @Test
    void theConsorcioIsOnTheFirstReceiptOfTheYearOnly() {
        People person = new People("28", 40, 1);
        // 12 × 50.55 = 606.60; 0.15 % = 0.9099 → 0.91
        assertThat(amounts(premium(LocalDate.of(2026, 1, 20), FAMILY, person), Kind.TAX)).containsExactly(0L, 91L);
        assertThat(amounts(premium(LocalDate.of(2026, 1, 20), FAMILY, person), Kind.TOTAL)).containsExactly(5_146L);
        assertThat(amounts(premium(LocalDate.of(2026, 2, 1), FAMILY, person), Kind.TAX)).containsExactly(0L);
        // begun in March: ten months, 505.50; 0.15 % = 0.75825 → 0.76
        assertThat(amounts(premium(MARCH, policy("2026-03-01", "MENSUAL"), person), Kind.TAX)).containsExactly(0L, 76L);
        assertThat(amounts(premium(LocalDate.of(2026, 1, 20), policy("2026-03-01", "MENSUAL"), person), Kind.TAX))
                .containsExactly(0L);
    }

    @Test
    void theCompanyBearsItsShareAndThePeopleTheRest() {
        // 70 % of 50.55 = 35.385 → 35.39
        List<PremiumLine> lines = premium(MARCH, new Policy(SINCE, "MENSUAL", true, new BigDecimal("70")), new People("28", 40, 1));
        assertThat(amounts(lines, Kind.EMPLOYER_SHARE)).containsExactly(3_539L);
        assertThat(amounts(lines, Kind.MEMBER_SHARE)).containsExactly(1_516L);
    }

    /// Net and taxes add up to the total; the shares split it.
    @Test
    void linesAddUp() {
        for (int people = 0; people < 60; people++) {
            for (String payment : EsWords.PAYMENTS) {
                List<PremiumLine> lines = EsPremium.lines(LocalDate.of(2026, 1, 1),
                        new Policy(SINCE, payment, people > 30, new BigDecimal("62.5")),
                        List.of(new People("28", 34, people), new People("46", 5, people / 3)), TARIFF);
                long total = amounts(lines, Kind.TOTAL).getFirst();
                assertThat(amounts(lines, Kind.NET, Kind.TAX).stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
                assertThat(amounts(lines, Kind.EMPLOYER_SHARE, Kind.MEMBER_SHARE).stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(total);
            }
        }
    }

    @Test
    void aPolicyWithoutTariffCostsNothingAndSaysSo() {
        List<PremiumLine> lines = premium(MARCH, FAMILY);
        assertThat(lines.getFirst().reason().key()).isEqualTo("es.premium.nobody");
        assertThat(amounts(lines, Kind.TOTAL)).containsExactly(0L);
    }

    @Test
    void theFirstYearsCapitalFollowsTheDaysLeft() {
        // from 1 July 2025: 184 of 365 days; from 1 July 2024: 184 of 366
        assertThat(FirstYear.capital(12_000_000, LocalDate.of(2025, 7, 1), 2025)).isEqualTo(6_049_315);
        assertThat(FirstYear.capital(12_000_000, LocalDate.of(2024, 7, 1), 2024)).isEqualTo(6_032_787);
        assertThat(FirstYear.capital(12_000_000, LocalDate.of(2025, 1, 1), 2025)).isEqualTo(12_000_000);
        assertThat(FirstYear.capital(12_000_000, LocalDate.of(2025, 12, 31), 2025)).isEqualTo(32_877);
        assertThat(FirstYear.capital(12_000_000, LocalDate.of(2025, 7, 1), 2026)).isEqualTo(12_000_000);
    }

    @Test
    void whoComesFromAnotherInsurerWaitsForNothingButChildbirth() {
        LocalDate entry = LocalDate.of(2026, 3, 31);
        WaitingPeriod surgery = new WaitingPeriod("CIRUGIA", 6, true);
        WaitingPeriod childbirth = new WaitingPeriod("PARTO", 8, false);

        assertThat(surgery.last(entry, false)).contains(LocalDate.of(2026, 9, 29));
        assertThat(surgery.last(entry, true)).isEmpty();
        assertThat(childbirth.last(entry, false)).contains(LocalDate.of(2026, 11, 29));
        assertThat(childbirth.last(entry, true)).contains(LocalDate.of(2026, 11, 29));
        assertThat(WaitingPeriod.listed("PARTO 8 false,CIRUGIA 6 true")).containsExactly(childbirth, surgery);
        assertThat(WaitingPeriod.listed(null)).isEmpty();
    }

    @Test
    void theNetPremiumOfReceiptsIsThatOfTheLines() {
        Stream.of("MENSUAL", "ANUAL").forEach(payment -> {
            List<PremiumLine> lines = premium(MARCH, policy("2020-01-01", payment), new People("28", 40, 2), new People("28", 7, 2));
            assertThat(EsPremium.net(16_110, 4, payment, TARIFF)).isEqualTo(amounts(lines, Kind.TOTAL).getFirst());
        });
    }
}
