package io.guichet.country.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Families as they could be.
class HouseholdTest {

    private static final int MANY = 20_000;
    private static final int BETWEEN_SIBLINGS = 300;

    private final List<Household> households = drawn(7).toList();

    private static Stream<Household> drawn(long seed) {
        Draw draw = new Draw(seed, 1);
        return Stream.generate(() -> Household.draw(draw, 8)).limit(MANY);
    }

    private static List<LocalDate> births(Household household, Role role) {
        return household.people().stream().filter(person -> person.role() == role).map(Person::birth).toList();
    }

    @Test
    void aSeedDrawsTheSameAgain() {
        assertThat(drawn(7).toList()).isEqualTo(households);
        assertThat(drawn(8).toList()).isNotEqualTo(households);
    }

    @Test
    void siblingsAreTwinsOrBornAMothersYearApart() {
        int twins = 0;
        for (Household household : households) {
            List<LocalDate> children = births(household, Role.CHILD);
            for (int i = 1; i < children.size(); i++) {
                long days = ChronoUnit.DAYS.between(children.get(i - 1), children.get(i));
                assertThat(days == 0 || days >= BETWEEN_SIBLINGS).as("%s", household).isTrue();
                twins += days == 0 ? 1 : 0;
            }
        }
        assertThat(twins).isPositive();
    }

    @Test
    void parentsWereGrownUp() {
        for (Household household : households) {
            for (LocalDate child : births(household, Role.CHILD)) {
                assertThat(household.people()).filteredOn(person -> person.role() != Role.CHILD)
                        .allMatch(parent -> !parent.birth().plusYears(18).isAfter(child));
            }
        }
    }

    @Test
    void whoWorksIsOfAnAgeTo() {
        Draw draw = new Draw(3, 1);
        for (int i = 0; i < MANY; i++) {
            Household household = Household.working(draw, 8);
            assertThat(household.people().getFirst().age()).isBetween(18, 64);
            assertThat(household.retired()).isFalse();
            assertThat(household.lastAtWork()).isAfter(Household.TODAY.minusDays(1));
        }
    }

    @Test
    void someAreRetired() {
        List<Household> retired = households.stream().filter(Household::retired).toList();
        assertThat(retired).hasSizeBetween(MANY / 15, MANY / 9)
                .allMatch(household -> household.people().getFirst().age() <= 92);
    }
}
