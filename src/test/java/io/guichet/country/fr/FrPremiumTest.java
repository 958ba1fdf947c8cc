package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.fr.Premium.AgeFactor;
import io.guichet.country.fr.Premium.Family;
import io.guichet.country.fr.Premium.Price;
import io.guichet.country.fr.Premium.Result;
import io.guichet.country.fr.Premium.Role;
import io.guichet.country.fr.Premium.Terms;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Figures computed by hand.
class FrPremiumTest {

    private static final Map<Role, Price> PRICES = Map.of(
            new Role("BASE", "ISOLE"), new Price(3180, false), new Role("BASE", "DUO"), new Price(5790, false),
            new Role("BASE", "FAMILLE"), new Price(8640, false), new Role("BASE", "ADULTE"), new Price(3650, false),
            new Role("BASE", "ENFANT"), new Price(1940, false), new Role("OPTION1", "ISOLE"), new Price(4160, false),
            new Role("OPTION1", "ADULTE"), new Price(4720, false), new Role("OPTION1", "ENFANT"), new Price(2510, false));

    private static Terms terms(String structure, int share, int tax) {
        return new Terms(structure, "BASE", share, tax, 400_500, PRICES, List.of());
    }

    private static Family family(String level, int adults, int children, long count) {
        return new Family(level, 0, Collections.nCopies(adults, 0), Collections.nCopies(children, 0), count);
    }

    @Test
    void anIsolatedEmployeePaysTaxOfAResponsibleContractAndHalf() {
        // 31.80 × 13.27 % = 4.21986 → 4.22; 36.02 / 2 = 18.01
        Result result = Premium.of(terms("ISOLE", 5000, 1327), List.of(family("BASE", 0, 0, 1)));
        assertThat(result.net()).isEqualTo(3180);
        assertThat(result.tax()).isEqualTo(422);
        assertThat(result.employer()).isEqualTo(1801);
        assertThat(result.member()).isEqualTo(1801);
    }

    @Test
    void aContractThatIsNotResponsiblePaysMoreTax() {
        // 31.80 × 20.27 % = 6.44586 → 6.45
        assertThat(Premium.of(terms("ISOLE", 5000, 2027), List.of(family("BASE", 0, 0, 1))).tax()).isEqualTo(645);
    }

    @Test
    void taxIsRoundedForEachFamilyAndNotForTheirSum() {
        // 4.21986 × 10 would be 42.20 either way; 4.22 × 1000 is 4220.00, and not 4219.86
        Result result = Premium.of(terms("ISOLE", 5000, 1327), List.of(family("BASE", 0, 0, 1000)));
        assertThat(result.tax()).isEqualTo(422_000);
        assertThat(result.parts()).containsExactly(new Premium.Part(new Role("BASE", "ISOLE"), 1000, 3_180_000));
    }

    @Test
    void whoTheStructureDoesNotIncludePaysBesideTheEmployee() {
        // isolé: 31.80 + 36.50 + 2 × 19.40 (the third child nothing) = 107.10; tax 14.21217 → 14.21
        Result single = Premium.of(terms("ISOLE", 6000, 1327), List.of(family("BASE", 1, 3, 1)));
        assertThat(single.net()).isEqualTo(10_710);
        assertThat(single.tax()).isEqualTo(1421);
        // the employer bears 60 % of 31.80 + 4.22 = 36.02 → 21.612 → 21.61, nothing of the family
        assertThat(single.employer()).isEqualTo(2161);
        assertThat(single.parts()).extracting(Premium.Part::count).containsExactly(1L, 1L, 3L);
        // duo: the partner is included, the children are not: 57.90 + 2 × 19.40 = 96.70
        assertThat(Premium.of(terms("DUO", 6000, 1327), List.of(family("BASE", 1, 3, 1))).net()).isEqualTo(9670);
        // duo without a partner: one child is included: 57.90 + 19.40 = 77.30
        assertThat(Premium.of(terms("DUO", 6000, 1327), List.of(family("BASE", 0, 2, 1))).net()).isEqualTo(7730);
        // famille: everybody is
        assertThat(Premium.of(terms("FAMILLE", 6000, 1327), List.of(family("BASE", 1, 3, 1))).net()).isEqualTo(8640);
    }

    @Test
    void aLevelThatWasChosenIsTheFamilysOwn() {
        // 41.60 + 47.20 = 88.80; tax 11.78376 → 11.78; the employer still 50 % of 36.02
        Result result = Premium.of(terms("ISOLE", 5000, 1327), List.of(family("OPTION1", 1, 0, 1)));
        assertThat(result.total()).isEqualTo(8880 + 1178);
        assertThat(result.employer()).isEqualTo(1801);
        assertThat(result.member()).isEqualTo(10_058 - 1801);
    }

    @Test
    void hotelsAndRestaurantsPayAPartOfTheCeilingWithTax() {
        Map<Role, Price> hcr = Map.of(new Role("BASE", "UNIFORME"), new Price(90, true));
        // 0.90 % of 3,925.00 = 35.325 → 35.33; of 4,005.00 = 36.045 → 36.05, half of it 18.025 → 18.03
        assertThat(Premium.of(new Terms("UNIFORME", "BASE", 5000, 1327, 392_500, hcr, List.of()),
                List.of(family("BASE", 0, 0, 1))).total()).isEqualTo(3533);
        Result of2026 = Premium.of(new Terms("UNIFORME", "BASE", 5000, 1327, 400_500, hcr, List.of()),
                List.of(family("BASE", 1, 2, 1)));
        assertThat(of2026.total()).isEqualTo(3605);
        // without tax 36.05 / 1.1327 = 31.8266 → 31.83
        assertThat(of2026.net()).isEqualTo(3183);
        assertThat(of2026.tax()).isEqualTo(422);
        assertThat(of2026.employer()).isEqualTo(1803);
    }

    @Test
    void theSelfEmployedPayByAge() {
        Terms terms = new Terms("ISOLE", "BASE", 0, 1327, 400_500, PRICES,
                List.of(new AgeFactor(0, 24, 800), new AgeFactor(35, 44, 1180), new AgeFactor(45, 54, 1420)));
        // 31.80 × 1.18 = 37.524 → 37.52; 36.50 × 1.42 = 51.83; 19.40 × 0.8 = 15.52
        Result result = Premium.of(terms, List.of(new Family("BASE", 41, List.of(45), List.of(11), 1)));
        assertThat(result.net()).isEqualTo(3752 + 5183 + 1552);
        assertThat(result.employer()).isZero();
        // an age that no factor names pays the tariff
        assertThat(Premium.of(terms, List.of(new Family("BASE", 30, List.of(), List.of(), 1))).net()).isEqualTo(3180);
        assertThat(Premium.age(LocalDate.of(1985, 12, 31), LocalDate.of(2026, 1, 1))).isEqualTo(41);
    }

    @Test
    void theEmployerNeverBearsMoreThanThePremium() {
        Result result = Premium.of(terms("ISOLE", 10_000, 1327), List.of(family("BASE", 0, 0, 3)));
        assertThat(result.employer()).isEqualTo(result.total());
        assertThat(result.member()).isZero();
    }

    @Test
    void nobodyPaysNothingAndAMissingTariffIsSaid() {
        assertThat(Premium.of(terms("ISOLE", 5000, 1327), List.of()).total()).isZero();
        Terms terms = terms("UNIFORME", 5000, 1327);
        List<Family> families = List.of(family("BASE", 0, 0, 1));
        assertThatThrownBy(() -> Premium.of(terms, families)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UNIFORME");
    }

    @Test
    void halvesAreRoundedUp() {
        assertThat(Premium.share(5, 1, 2)).isEqualTo(3);
        assertThat(Premium.share(4, 1, 8)).isEqualTo(1);
        assertThat(Premium.share(3, 1, 8)).isZero();
    }
}
