package io.guichet.country.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.identifier.Identifiers;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldsTest {

    private static final FieldType AMOUNT = new FieldType.Amount(Money.euros(10_000_000_00L));
    private static final FieldType COUNT = new FieldType.Count(1, 120);
    private static final FieldType RATE = new FieldType.Rate(new BigDecimal("5"));

    private final FieldInput input = new FieldInput(new Identifiers(List.of(), Map.of()), Clock.systemUTC());

    private static FieldSpec spec(FieldType type) {
        return new FieldSpec("country.flag", type, false, true, Sensitivity.PLAIN, "table.column", 1000);
    }

    private Reading read(FieldType type, String typed) {
        return input.read(spec(type), typed);
    }

    private static String problem(Reading reading) {
        return reading instanceof Reading.Refused refused ? refused.problem().key() : "none";
    }

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1284.5", "1284,5", "1284.50", "1284,50", "1,284.50", "1.284,50", "1 284,50", "1 284.50", "1'284.50",
            "1’284,50", "1\u00a0284,50", "1\u202f284,50", "1\u2009284,50", " 1284,50 € ", "1284,50€", "1284.50 EUR",
            "1 284,50\u202f€", "1 284,50\u00a0€", "€ 1.284,50", "€1284.50", "EUR 1284.50"})
    void readsAmountsAsPeopleWriteThem(String typed) {
        assertThat(read(AMOUNT, typed)).isEqualTo(new Reading.Value("1284.50"));
    }

    @ParameterizedTest
    @CsvSource({"0,0.00", "'0,00',0.00", "7,7.00", "'0.05',0.05", "1.234.567,1234567.00", "'1,234,567',1234567.00", "1 234,1234.00",
            "10000000,10000000.00"})
    void readsWholeAndSmallAmounts(String typed, String canonical) {
        assertThat(read(AMOUNT, typed)).isEqualTo(new Reading.Value(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.005", "1,005", "1.234", "1,234", "1.2.3", "1,2,3", "12.34.56", "1 2", "1  284", "1.284.50", "1,284,50",
            "1 28,50", ".5", ",5", "5.", "abc", "1e3", "10000000.01", "99999999999999999999", "٣", "€", "€ 5 €", "5 $", "0x10", "1/2", "+1"})
    void refusesWhatIsNoAmountOrMayBeTwo(String typed) {
        assertThat(problem(read(AMOUNT, typed))).isEqualTo("country.error.amount");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyAmountShownIsReadAgain(Locale language) {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            Money amount = Money.euros(random.nextLong(i % 3 == 0 ? 100 : i % 3 == 1 ? 1_000_000 : 1_000_000_000));
            String canonical = amount.toString();
            String edited = input.edited(spec(AMOUNT), canonical, language);
            assertThat(read(AMOUNT, edited)).as(edited).isEqualTo(new Reading.Value(canonical));
            String shown = Amounts.in(language).text(amount);
            assertThat(read(AMOUNT, shown)).as(shown).isEqualTo(new Reading.Value(canonical));
            assertThat(read(AMOUNT, canonical)).isEqualTo(new Reading.Value(canonical));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "120,120", "007,7", " 12 ,12"})
    void readsCounts(String typed, String canonical) {
        assertThat(read(COUNT, typed)).isEqualTo(new Reading.Value(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "121", "-1", "1.5", "1,0", "one", "٣", "9999999999999", "1 2"})
    void refusesWhatIsNoCountWithinTheBounds(String typed) {
        Reading.Refused refused = (Reading.Refused) read(COUNT, typed);
        assertThat(refused.problem().key()).isEqualTo("country.error.count");
        assertThat(refused.problem().arguments()).containsExactly(1, 120);
    }

    @ParameterizedTest
    @CsvSource({"80,0.8", "80 %,0.8", "80%,0.8", "'12,5',0.125", "12.5 %,0.125", "100,1", "0,0", "0.00,0", "500,5", "33.3333,0.333333",
            "'80\u202f%',0.8", "'80\u00a0%',0.8"})
    void readsSharesInPercent(String typed, String canonical) {
        assertThat(read(RATE, typed)).isEqualTo(new Reading.Value(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "500.0001", "501", "12,5,1", "half", "%", "80 ‰", "1/2", "33.33333"})
    void refusesWhatIsNoShare(String typed) {
        assertThat(problem(read(RATE, typed))).isEqualTo("country.error.rate");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyShareShownIsReadAgain(Locale language) {
        Random random = new Random(12);
        for (int i = 0; i < 2000; i++) {
            BigDecimal share = BigDecimal.valueOf(random.nextInt(5_000_000), 6).stripTrailingZeros();
            String canonical = share.signum() == 0 ? "0" : share.toPlainString();
            String edited = input.edited(spec(RATE), canonical, language);
            assertThat(read(RATE, edited)).as(edited).isEqualTo(new Reading.Value(canonical));
        }
    }

    @Test
    void numbersAreWrittenByLanguage() {
        assertThat(input.edited(spec(AMOUNT), "1284.50", Locale.ENGLISH)).isEqualTo("1284.50");
        assertThat(input.edited(spec(AMOUNT), "1284.50", Locale.GERMAN)).isEqualTo("1284,50");
        assertThat(input.edited(spec(RATE), "0.125", Locale.FRENCH)).isEqualTo("12,5");
        assertThat(input.edited(spec(RATE), "1", Locale.FRENCH)).isEqualTo("100");
        assertThat(input.edited(spec(COUNT), "12", Locale.FRENCH)).isEqualTo("12");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsWrongIsSaidInEveryLanguage(Locale language) {
        Texts texts = Texts.of(List.of("country"));
        texts.use(language);
        for (FieldType type : List.of(AMOUNT, COUNT, RATE)) {
            Reading.Refused refused = (Reading.Refused) read(type, "x");
            assertThat(texts.get(refused.problem())).isNotBlank().doesNotContain("{", "''");
        }
    }
}
