package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.directory.internal.SearchQuery.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate BIRTH = LocalDate.of(1987, 3, 14);

    private static List<Reading> readings(String typed) {
        return SearchQuery.parse(typed, Locale.FRENCH, TODAY).readings();
    }

    private static Reading first(String typed) {
        return readings(typed).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", ",;", "'", "-", "+", "\u00a0"})
    void asksNothingWhenNothingIsTyped(String typed) {
        assertThat(readings(typed)).isEmpty();
    }

    @Test
    void readsNamesWithoutAccentsAndCapitals() {
        assertThat(first("Élodie GARCÍA").words()).containsExactly("elodie", "garcia");
        assertThat(first("Jean-Pierre O’Neill").words()).containsExactly("jean", "pierre", "o", "neill");
        assertThat(first("Weiß, Łukasz").words()).containsExactly("weiss", "lukasz");
        assertThat(first("E\u0301lodie").words()).as("letter and accent apart").containsExactly("elodie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14/03/1987", "14.03.1987", "14-03-1987", "14.3.87", "14/3/1987", "1987-03-14", "1987/3/14",
            "14031987", "19870314", "14 03 1987", "14 mars 1987", "14 maart 1987", "14. März 1987", "14 de marzo de 1987",
            "14 march 1987", "14 mar 1987"})
    void readsBirthDates(String typed) {
        assertThat(first(typed).births()).containsExactly(BIRTH);
        assertThat(first(typed).words()).isEmpty();
        assertThat(first(typed).keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 12", "06 12 34 56 78", "0470/12.34", "+32 470", "0032 4", "garcia 06 12"})
    void readsAPhoneNumberFirst(String typed) {
        assertThat(first(typed).keys()).isNotEmpty().allMatch(key -> key.startsWith("phone:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"612", "0612345678", "404 833 048", "0403.019.261", "2 87 03 69", "+", "06", "14 03"})
    void takesNoOtherNumberForAPhone(String typed) {
        assertThat(readings(typed)).allSatisfy(reading ->
                assertThat(reading.keys()).noneMatch(key -> key.startsWith("phone:")));
    }

    @Test
    void readsNamesAndBirthDateTogether() {
        assertThat(first("garcia 14/03/1987 élodie"))
                .isEqualTo(new Reading(List.of("garcia", "elodie"), List.of(), List.of(BIRTH)));
    }

    @Test
    void aYearOfTwoDigitsMayBeOfEitherCentury() {
        assertThat(first("01/02/12").births()).containsExactly(LocalDate.of(1912, 2, 1), LocalDate.of(2012, 2, 1));
        assertThat(first("01/02/40").births()).containsExactly(LocalDate.of(1940, 2, 1));
    }

    @Test
    void nobodyIsBornTomorrowOrOnADayThatDoesNotExist() {
        assertThat(readings("22/11/2026")).allSatisfy(reading -> assertThat(reading.births()).isEmpty());
        assertThat(readings("31/02/1987")).allSatisfy(reading -> assertThat(reading.births()).isEmpty());
    }

    @Test
    void theOrderOfDayAndMonthFollowsThePerson() {
        assertThat(SearchQuery.parse("03/04/1987", Locale.US, TODAY).readings().getFirst().births())
                .containsExactly(LocalDate.of(1987, 3, 4));
        assertThat(first("03/04/1987").births()).containsExactly(LocalDate.of(1987, 4, 3));
        assertThat(first("03/14/1987").births()).as("no other order is possible").containsExactly(BIRTH);
    }

    @Test
    void eightDigitsMayAlsoBeginANumber() {
        assertThat(readings("14031987")).extracting(Reading::keys).contains(List.of("14031987"));
    }

    @ParameterizedTest
    @CsvSource({
            "0612345678, 612345678",
            "06 12 34 56 78, 612345678",
            "06.12.34.56.78, 612345678",
            "0470/12.34.56, 470123456",
            "+33 6 12 34 56 78, 33612345678",
            "+33 (0)6 12 34 56 78, 33612345678",
            "(+33) 6 12 34 56 78, 33612345678",
            "0033 6 12-34-56-78, 33612345678",
            "00 33 (0) 6 12 34 56 78, 33612345678",
            "612 345 678, 612345678",
            "+34612345678, 34612345678"})
    void readsPhonesInAnySpelling(String typed, String key) {
        assertThat(readings(typed)).anySatisfy(reading -> assertThat(reading.keys()).contains(key));
        assertThat(first(typed).words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "2 95 10 99 126 111 93, 295109912611193",
            "85.07.30-033.28, 85073003328",
            "FR14 2004 1010 0505 0001 3M02 606, FR1420041010050500013M02606",
            "be68 5390 0754 7034, BE68539007547034",
            "ES 91-2100-0418-4502-0005-1332, ES9121000418450200051332",
            "54362315-K, 54362315K",
            "54362315 K, 54362315K",
            "X 2482300 W, X2482300W",
            "0403.019.261, 0403019261",
            "BE 0403.019.261, BE0403019261",
            "BE0403.019.261, 0403019261",
            "2026/004182, 2026004182",
            "CTR-2026-17, CTR202617"})
    void readsIdentifiersWithAnySeparators(String typed, String key) {
        assertThat(first(typed).keys()).contains(key);
        assertThat(first(typed).words()).isEmpty();
    }

    @Test
    void readsEmail() {
        assertThat(first("Elodie.Garcia@Example.org").keys()).containsExactly("elodie.garcia@example.org");
        assertThat(first("elodie.garcia42").keys()).as("being typed").contains("elodie.garcia42");
    }

    @Test
    void namesStayBesideIdentifiers() {
        Reading reading = first("garcia 06 12 34 56 78");
        assertThat(reading.words()).containsExactly("garcia");
        assertThat(reading.keys()).contains("phone:612345678");
        assertThat(readings("garcia 06 12 34 56 78").get(1).keys()).contains("612345678");
    }

    @Test
    void companiesBearNumbers() {
        assertThat(readings("Studio 54")).extracting(Reading::words).contains(List.of("studio", "54"));
    }

    @Test
    void oneDigitIsNoIdentifierYet() {
        assertThat(readings("7")).extracting(Reading::keys).containsOnly(List.of());
    }

    @Test
    void anyTextIsReadWithoutFailureAndInBounds() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        String alphabet = "aéßŒ 0123456789+-/.@()'’,;\u00a0\t\n%_\\*?\"\u0301\ud83d\ude00Иع中ABCFR";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<Reading> readings = readings(typed.toString());
            assertThat(readings).as(typed.toString()).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
            assertThat(readings).allSatisfy(reading -> {
                assertThat(reading.asksNothing()).isFalse();
                assertThat(reading.words()).allSatisfy(word -> assertThat(word).matches("[^\\s%_\\\\]+"));
                assertThat(reading.keys()).allSatisfy(key -> assertThat(key).hasSizeGreaterThanOrEqualTo(2));
                assertThat(reading.births()).allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(TODAY));
            });
        }
    }

    @Test
    void identifiersSurviveEverySeparator() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        String[] separators = {"", " ", ".", "-", "/", "\u00a0", "  ", " - "};
        for (int round = 0; round < 1_000; round++) {
            StringBuilder typed = new StringBuilder("B");
            StringBuilder compact = new StringBuilder("B");
            for (int i = 0; i < 15; i++) {
                int digit = random.nextInt(10);
                compact.append(digit);
                typed.append(digit).append(i % 4 == 3 ? separators[random.nextInt(separators.length)] : "");
            }
            assertThat(first(typed.toString()).keys()).as(typed.toString()).contains(compact.toString());
        }
    }
}
