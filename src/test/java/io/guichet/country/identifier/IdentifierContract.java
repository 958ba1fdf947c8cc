package io.guichet.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.identifier.IdentifierCheck.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every kind of identifier promises. A country's test says which kinds, which published values, and how to make
/// valid ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class IdentifierContract {

    private static final int SAMPLES = 300;
    private static final long SEED = 20_261_121;
    private static final char HIDDEN = '•';

    /// All kinds that this test answers for.
    protected abstract List<IdentifierKind> kinds();

    /// Values that others published.
    protected abstract List<Published> published();

    /// How to make valid values of every kind, and what its rule cannot see.
    protected abstract List<Sample> samples();

    /// @param reason null for a valid value
    public record Published(IdentifierKind kind, String value, @Nullable Reason reason) {
    }

    /// @param valid  makes a valid compact value
    /// @param misses given a right and a wrong value: the rule does not promise to refuse the wrong one
    public record Sample(IdentifierKind kind, Function<RandomGenerator, String> valid,
                         BiPredicate<String, String> misses) {
        @Override
        public String toString() {
            return kind.name();
        }
    }

    protected static Stream<Published> valid(IdentifierKind kind, String... values) {
        return Arrays.stream(values).map(value -> new Published(kind, value, null));
    }

    protected static Stream<Published> refused(IdentifierKind kind, Reason reason, String... values) {
        return Arrays.stream(values).map(value -> new Published(kind, value, reason));
    }

    /// A sample of a rule that sees every changed digit and every swap of neighbours.
    protected static Sample strict(IdentifierKind kind, Function<RandomGenerator, String> valid) {
        return new Sample(kind, valid, (right, wrong) -> false);
    }

    /// Luhn sees every changed digit and every swap but that of 0 and 9.
    protected static Sample luhn(IdentifierKind kind, Function<RandomGenerator, String> valid) {
        return new Sample(kind, valid, (right, wrong) -> isSwapOfZeroAndNine(right, wrong));
    }

    /// So many digits.
    protected static String digits(RandomGenerator random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /// A number from `from` to `to`, both included, in so many digits.
    protected static String number(RandomGenerator random, int from, int to, int digits) {
        return ("%0" + digits + "d").formatted(random.nextInt(from, to + 1));
    }

    private static boolean isSwapOfZeroAndNine(String right, String wrong) {
        for (int i = 0; i + 1 < right.length(); i++) {
            String before = right.substring(i, i + 2);
            if (right.charAt(i) != wrong.charAt(i)) {
                return before.equals("09") || before.equals("90");
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("published")
    void agreesWithWhatWasPublished(Published published) {
        assertThat(published.kind().check(published.value()).reason()).isEqualTo(published.reason());
    }

    @Test
    void everyKindIsTriedWithSamplesAndWithPublishedValues() {
        assertThat(samples()).extracting(Sample::kind).containsAll(kinds());
        assertThat(published()).extracting(Published::kind).containsAll(kinds());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleValuesAreValid(Sample sample) {
        assertThat(values(sample)).allSatisfy(value -> {
            IdentifierCheck check = sample.kind().check(value);
            assertThat(check.reason()).isNull();
            assertThat(check.normalized()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesEverySingleWrongDigit(Sample sample) {
        assertThat(values(sample)).allSatisfy(value -> {
            for (int i = 0; i < value.length(); i++) {
                for (char digit = '0'; Digits.isDigit(value.charAt(i)) && digit <= '9'; digit++) {
                    String wrong = value.substring(0, i) + digit + value.substring(i + 1);
                    assertRefused(sample, value, wrong);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesEverySwapOfNeighbours(Sample sample) {
        assertThat(values(sample)).allSatisfy(value -> {
            for (int i = 0; i + 1 < value.length(); i++) {
                String wrong = value.substring(0, i) + value.charAt(i + 1) + value.charAt(i) + value.substring(i + 2);
                assertRefused(sample, value, wrong);
            }
        });
    }

    private static void assertRefused(Sample sample, String right, String wrong) {
        if (!wrong.equals(right) && !sample.misses().test(right, wrong)) {
            assertThat(sample.kind().check(wrong).isValid()).as("%s instead of %s", wrong, right).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesWhatIsFarTooShortOrTooLong(Sample sample) {
        assertThat(values(sample)).allSatisfy(value -> {
            assertThat(sample.kind().check(value.substring(0, 3)).reason()).isEqualTo(Reason.LENGTH);
            assertThat(sample.kind().check(value + "00000000000000000000000000000000").reason())
                    .isEqualTo(Reason.LENGTH);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void separatorsAndCaseDoNotMatterAndNormalisingTwiceChangesNothing(Sample sample) {
        Random random = new Random(SEED);
        assertThat(values(sample)).allSatisfy(value -> {
            StringBuilder typed = new StringBuilder(" ");
            value.toLowerCase(Locale.ROOT).chars()
                    .forEach(c -> typed.append((char) c).append(" .-/ \u00A0\u202F\u2011".charAt(random.nextInt(8))));
            IdentifierCheck check = sample.kind().check(typed.toString());
            assertThat(check).isEqualTo(IdentifierCheck.valid(value));
            assertThat(sample.kind().check(check.normalized())).isEqualTo(check);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void formattedValuesAreReadAgain(Sample sample) {
        assertThat(values(sample)).allSatisfy(value ->
                assertThat(sample.kind().check(sample.kind().format(value))).isEqualTo(IdentifierCheck.valid(value)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theMaskHidesHalfAtLeastAndKeepsTheGroups(Sample sample) {
        assertThat(values(sample)).allSatisfy(value -> {
            String shown = sample.kind().format(value);
            String masked = sample.kind().mask(value);
            assertThat(masked).hasSameSizeAs(shown);
            for (int i = 0; i < masked.length(); i++) {
                assertThat(masked.charAt(i)).isIn(HIDDEN, shown.charAt(i));
            }
            assertThat(masked.chars().filter(c -> c == HIDDEN).count()).isGreaterThanOrEqualTo(value.length() / 2);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aValueOfAnotherLengthIsMaskedWholeAndFormattedAsIs(Sample sample) {
        String odd = "7".repeat(60);
        assertThat(sample.kind().mask(odd)).isEqualTo("•".repeat(60));
        assertThat(sample.kind().format(odd)).isEqualTo(odd);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anythingTypedGetsAVerdict(Sample sample) {
        Random random = new Random(SEED);
        String alphabet = "0123456789ABXYZ.-/ éß\u0660€*";
        for (int n = 0; n < SAMPLES; n++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            IdentifierCheck check = sample.kind().check(typed.toString());
            assertThat(sample.kind().check(check.normalized()).reason()).isEqualTo(check.reason());
        }
    }

    private static List<String> values(Sample sample) {
        Random random = new Random(SEED);
        return Stream.generate(() -> sample.valid().apply(random)).limit(SAMPLES).toList();
    }
}
