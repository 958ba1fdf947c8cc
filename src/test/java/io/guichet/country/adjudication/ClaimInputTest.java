package io.guichet.country.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimInputTest {

    private enum Room { SINGLE, DOUBLE }

    private static ClaimInput input(String field, @Nullable Object value) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(field, value);
        return ClaimInput.of(fields, "claims[2].lines[0]");
    }

    private static ClaimInput nothing() {
        return ClaimInput.of(Map.of(), "claims[2].lines[0]");
    }

    private static void refused(ThrowingCallable reading, String path, String key) {
        Throwable thrown = catchThrowable(reading);
        assertThat(thrown).isInstanceOf(InputRefused.class);
        InputRefused refused = (InputRefused) thrown;
        assertThat(refused.problem().field()).isEqualTo(path);
        assertThat(refused.problem().message().key()).isEqualTo(key);
    }

    private static void refusedX(ThrowingCallable reading, String key) {
        refused(reading, "claims[2].lines[0].x", key);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "0.00,0", "30,3000", "30.5,3050", "30.50,3050", "30.500,3050", "007.10,710", " 1.00 ,100",
            "10000000.00,1000000000"})
    void amountsAreTextsOrNumbers(String text, long cents) throws Exception {
        assertThat(input("x", text).amount("x")).isEqualTo(Money.euros(cents));
        assertThat(input("x", new BigDecimal(text.strip())).amount("x")).isEqualTo(Money.euros(cents));
        assertThat(input("x", text).amountIf("x")).contains(Money.euros(cents));
    }

    @Test
    void numbersOfAnySortAreAmounts() throws Exception {
        for (Number number : List.of(30, 30L, 30.0, 30.0f, (short) 30, new BigDecimal("30.00"))) {
            assertThat(input("x", number).amount("x")).isEqualTo(Money.euros(3000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "-1", "1.005", "0.001", "1,5", "1e2", "1E2", ".5", "5.", "+5", "--5", "5-", "1.2.3", "0x10", "NaN",
            "Infinity", "1_000", "1 000", "", "  ", "-", ".", "٣", "123456789012345678901", "1.0000000000000000001"})
    void whatIsNoAmountIsRefused(String text) {
        refusedX(() -> input("x", text).amount("x"), "country.input.amount");
        refusedX(() -> input("x", text).amountIf("x"), "country.input.amount");
    }

    @Test
    void valuesOfOtherSortsAreNoAmounts() {
        for (Object value : List.of(true, List.of(1), Map.of(), Double.NaN, Double.POSITIVE_INFINITY, 1e300)) {
            refusedX(() -> input("x", value).amount("x"), "country.input.amount");
        }
        refusedX(() -> input("x", null).amount("x"), "country.input.missing");
        refusedX(() -> nothing().amount("x"), "country.input.missing");
    }

    @Test
    void noCareCostsMoreThanTenMillion() {
        refusedX(() -> input("x", "10000000.01").amount("x"), "country.input.absurd");
        refusedX(() -> input("x", "9999999999999999999").amount("x"), "country.input.absurd");
    }

    @Test
    void anAmountThatIsNotThereIsNone() throws Exception {
        assertThat(nothing().amountIf("x")).isEmpty();
        assertThat(input("x", null).amountIf("x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "0.70", "1.5", "100", "0.123456", "0.1234560"})
    void ratesAreFractions(String text) throws Exception {
        assertThat(input("x", text).rate("x")).isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.01", "0.1234567", "70 %", "0,7", ""})
    void whatIsNoRateIsRefused(String text) {
        refusedX(() -> input("x", text).rate("x"), "country.input.rate");
    }

    @Test
    void wholeNumbersHaveBounds() throws Exception {
        assertThat(input("x", "3").whole("x", 1, 5, 9)).isEqualTo(3);
        assertThat(input("x", 5).whole("x", 1, 5, 9)).isEqualTo(5);
        assertThat(input("x", new BigDecimal("3.0")).whole("x", 1, 5, 9)).isEqualTo(3);
        assertThat(nothing().whole("x", 1, 5, 9)).isEqualTo(9);
        assertThat(input("x", null).whole("x", 1, 5, 9)).isEqualTo(9);
        for (Object wrong : List.of("0", "6", "2.5", "-3", "three", true, "99999999999999999999")) {
            refusedX(() -> input("x", wrong).whole("x", 1, 5, 9), "country.input.whole");
        }
    }

    @Test
    void daysAreIsoAndWithinReason() throws Exception {
        assertThat(input("x", "2024-02-29").day("x")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(input("x", "1990-01-01").day("x")).isEqualTo(LocalDate.of(1990, 1, 1));
        for (Object wrong : List.of("2023-02-29", "2026-11-31", "2026-13-01", "2026-1-1", "20260101", "01/01/2026", "1989-12-31",
                "2101-01-01", "+12026-01-01", "-2026-01-01", "2026-01-01T00:00", "", 20260101, List.of())) {
            refusedX(() -> input("x", wrong).day("x"), "country.input.day");
        }
        refusedX(() -> nothing().day("x"), "country.input.missing");
    }

    @Test
    void flagsAreTrueOrFalseAndNothingLikeIt() throws Exception {
        assertThat(input("x", true).flag("x", false)).isTrue();
        assertThat(input("x", false).flag("x", true)).isFalse();
        assertThat(nothing().flag("x", true)).isTrue();
        assertThat(input("x", null).flag("x", true)).isTrue();
        for (Object wrong : List.of("true", "false", 1, 0, "yes", List.of(true))) {
            refusedX(() -> input("x", wrong).flag("x", false), "country.input.flag");
        }
    }

    @Test
    void choicesAreNamesExactly() throws Exception {
        assertThat(input("x", "DOUBLE").choice("x", Room.class, Room.SINGLE)).isEqualTo(Room.DOUBLE);
        assertThat(nothing().choice("x", Room.class, Room.SINGLE)).isEqualTo(Room.SINGLE);
        refusedX(() -> nothing().choice("x", Room.class, null), "country.input.missing");
        for (Object wrong : List.of("double", "DOUBLE ", "SUITE", 1, true, "")) {
            refusedX(() -> input("x", wrong).choice("x", Room.class, Room.SINGLE), "country.input.choice");
        }
    }

    @Test
    void textsSaySomething() throws Exception {
        assertThat(input("x", " a ").text("x")).isEqualTo("a");
        for (Object wrong : List.of("", " ", 1, true, Map.of())) {
            refusedX(() -> input("x", wrong).text("x"), "country.input.text");
        }
    }

    @Test
    void objectsAndListsTellTheirOwnPaths() throws Exception {
        ClaimInput line = input("x", List.of(Map.of("y", "1"), Map.of("y", "-1")));
        assertThat(line.isList("x")).isTrue();
        List<ClaimInput> elements = line.objects("x");
        assertThat(elements.getFirst().amount("y")).isEqualTo(Money.euros(100));
        refused(() -> elements.get(1).amount("y"), "claims[2].lines[0].x[1].y", "country.input.amount");
        refused(() -> input("x", Map.of("y", 1)).object("x").text("y"), "claims[2].lines[0].x.y", "country.input.text");
        refusedX(() -> input("x", List.of()).objects("x"), "country.input.list");
        refusedX(() -> input("x", Map.of()).objects("x"), "country.input.list");
        refusedX(() -> input("x", List.of()).object("x"), "country.input.object");
        refused(() -> input("x", List.of(Map.of(), 7)).objects("x"), "claims[2].lines[0].x[1]", "country.input.object");
        refused(() -> input("x", Arrays.asList(Map.of(), null)).objects("x"), "claims[2].lines[0].x[1]", "country.input.object");
        refused(() -> ClaimInput.of(Map.of(), "").text("x"), "x", "country.input.missing");
    }

    @Test
    void listsOfAmountsTellWhichOneIsWrong() throws Exception {
        assertThat(input("x", List.of("350.00", 650, "1250")).amounts("x"))
                .containsExactly(Money.euros(35_000), Money.euros(65_000), Money.euros(125_000));
        refused(() -> input("x", List.of("1", "-1")).amounts("x"), "claims[2].lines[0].x[1]", "country.input.amount");
        refused(() -> input("x", Arrays.asList("1", null)).amounts("x"), "claims[2].lines[0].x[1]", "country.input.missing");
        refusedX(() -> input("x", List.of()).amounts("x"), "country.input.list");
    }

    @Test
    void whatNobodyAskedForIsRefusedAtTheEnd() throws Exception {
        Map<String, Object> fields = new HashMap<>(Map.of("a", "1", "b", "2"));
        ClaimInput line = ClaimInput.of(fields, "claims[2].lines[0]");
        line.amount("a");
        refused(line::end, "claims[2].lines[0].b", "country.input.unknown");
        line.has("b");
        line.end();
        fields.put("c", null);
        refused(line::end, "claims[2].lines[0].c", "country.input.unknown");
    }
}
