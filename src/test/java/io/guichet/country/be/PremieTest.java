package io.guichet.country.be;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.kernel.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PremieTest {

    private static final List<Premie.Tariff> TARIFFS = List.of(new Premie.Tariff(0, 19, 520), new Premie.Tariff(20, 59, 1480),
            new Premie.Tariff(60, 150, 3620));
    private static final Premie.Rates HOSPITAL = new Premie.Rates(925, 1000, 0);
    private static final Premie.Rates DENTAL = new Premie.Rates(925, 0, 0);

    /// By hand: a parent of 41 and a child of 11 cost 14.80 + 5.20 = 20.00 net; 9.25 % are 1.85, 10 % are 2.00.
    @Test
    void hospitalisationBearsBothTaxes() {
        Premie premium = Premie.of(List.of(41, 11), TARIFFS, HOSPITAL);
        assertThat(premium.net()).isEqualTo(2000);
        assertThat(premium.tax()).isEqualTo(185);
        assertThat(premium.inami()).isEqualTo(200);
        assertThat(premium.total()).isEqualTo(2385);
    }

    @Test
    void ambulatoryAndDentalCareBearOne() {
        Premie premium = Premie.of(List.of(41, 11), TARIFFS, DENTAL);
        assertThat(premium.total()).isEqualTo(2185);
        assertThat(premium.lines()).filteredOn(line -> line.kind() == Kind.TAX).hasSize(1);
    }

    /// The tax of the whole net premium, rounded once: three people of 14.80 are 44.40, of which 9.25 % are 4.107 and 10 %
    /// 4.44. Rounded for each alone it would be 3 × 1.37 = 4.11 too, but for seven 9.59 instead of 9.58.
    @ParameterizedTest
    @CsvSource({"1, 1480, 137, 148", "3, 4440, 411, 444", "7, 10360, 958, 1036"})
    void taxesAreRoundedOnceHalfUp(int people, long net, long tax, long inami) {
        Premie premium = Premie.of(IntStream.range(0, people).mapToObj(person -> 30).toList(), TARIFFS, HOSPITAL);
        assertThat(List.of(premium.net(), premium.tax(), premium.inami())).containsExactly(net, tax, inami);
    }

    @ParameterizedTest
    @CsvSource({"0, 520", "19, 520", "20, 1480", "59, 1480", "60, 3620", "103, 3620"})
    void theAgeDecides(int age, long net) {
        assertThat(Premie.of(List.of(age), TARIFFS, HOSPITAL).net()).isEqualTo(net);
    }

    @Test
    void anAgeWithoutTariffIsNotFree() {
        assertThatThrownBy(() -> Premie.of(List.of(30), TARIFFS.subList(0, 1), HOSPITAL)).isInstanceOf(IllegalArgumentException.class);
    }

    /// 60 % of 23.85 are 14.31; 9.54 are left.
    @Test
    void sharesSplitTheTotal() {
        List<PremiumLine> lines = Premie.of(List.of(41, 11), TARIFFS, new Premie.Rates(925, 1000, 6000)).lines();
        assertThat(lines).extracting(PremiumLine::kind)
                .containsExactly(Kind.NET, Kind.NET, Kind.TAX, Kind.TAX, Kind.TOTAL, Kind.EMPLOYER_SHARE, Kind.MEMBER_SHARE);
        assertThat(lines).extracting(PremiumLine::amount).containsExactly(Money.euros(520), Money.euros(1480), Money.euros(185),
                Money.euros(200), Money.euros(2385), Money.euros(1431), Money.euros(954));
    }

    @Test
    void nobodyCostsNothing() {
        assertThat(Premie.of(List.of(), TARIFFS, HOSPITAL).total()).isZero();
    }
}
