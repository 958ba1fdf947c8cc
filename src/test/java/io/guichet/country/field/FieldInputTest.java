package io.guichet.country.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.country.identifier.Iban;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.identifier.Identifiers;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.i18n.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldInputTest {

    private static final Clock TODAY =
            Clock.fixed(LocalDate.of(2026, 11, 21).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final IdentifierKind REFUSING = new Refusing();

    private final FieldInput input = new FieldInput(
            new Identifiers(List.of(REFUSING), Map.of("DE", bban -> !bban.startsWith("0"))), TODAY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 1284.50 EUR | 1,284.50 € | 75.00 | 75 % | 10 | October | 12400 | 12,400
            fr | 1284.50 EUR | 1 284,50 € | 12.50 | 12,5 % | 10 | octobre | 12400 | 12 400
            nl | 0.00 EUR | 0,00 € | 62.5 | 62,5 % | 1 | januari | 7 | 7
            de | 1284.50 EUR | 1.284,50 € | 100 | 100 % | 3 | März | 12400 | 12.400
            es | -3.00 EUR | -3,00 € | 0 | 0 % | 12 | diciembre | 12400 | 12.400
            """)
    void figuresAreShownAsEachLanguageWritesThem(String language, String amount, String shownAmount, String share,
                                                 String shownShare, String month, String shownMonth, String count,
                                                 String shownCount) {
        assertThat(shown(new FieldType.Figure(Unit.MONEY), amount, language)).isEqualTo(shownAmount);
        assertThat(shown(new FieldType.Figure(Unit.PERCENT), share, language)).isEqualTo(shownShare);
        assertThat(shown(new FieldType.Figure(Unit.MONTH), month, language)).isEqualTo(shownMonth);
        assertThat(shown(new FieldType.Figure(Unit.NUMBER), count, language)).isEqualTo(shownCount);
    }

    @Test
    void aFigureThatNobodyCanReadIsShownAsItIs() {
        assertThat(shown(new FieldType.Figure(Unit.MONEY), "12,50", "en")).isEqualTo("12,50");
        assertThat(shown(new FieldType.Figure(Unit.PERCENT), "half", "en")).isEqualTo("half");
        assertThat(shown(new FieldType.Figure(Unit.MONTH), "13", "en")).isEqualTo("13");
        assertThat(shown(new FieldType.Figure(Unit.NUMBER), "many", "en")).isEqualTo("many");
    }

    private String shown(FieldType type, String canonical, String language) {
        return input.edited(new FieldSpec("test.figure.x", type, false, false, Sensitivity.PLAIN, "", 1000), canonical,
                Locale.of(language));
    }

    /// Refuses for the reason that is typed, and offers a value for the length.
    private static final class Refusing implements IdentifierKind {
        @Override
        public String name() {
            return "test.refusing";
        }

        @Override
        public IdentifierCheck check(String typed) {
            return typed.equals("SHORT")
                    ? new IdentifierCheck(typed, Reason.LENGTH, "SHORT1")
                    : IdentifierCheck.refused(typed, Reason.valueOf(typed));
        }

        @Override
        public String format(String normalized) {
            return normalized;
        }

        @Override
        public String mask(String normalized) {
            return "•";
        }
    }

    private static FieldSpec spec(FieldType type) {
        return new FieldSpec("country.flag", type, false, true, Sensitivity.PLAIN, "table.column", 1000);
    }

    private static FieldSpec birth() {
        return new FieldSpec("x.member.birthDate", new FieldType.Day(), true, true, Sensitivity.PLAIN, "t.c", 1000);
    }

    private Reading read(FieldType type, String typed) {
        return input.read(spec(type), typed);
    }

    private static Reading value(String canonical) {
        return new Reading.Value(canonical);
    }

    private static String problem(Reading reading) {
        return reading instanceof Reading.Refused refused ? refused.problem().key() : "none";
    }

    @ParameterizedTest
    @ValueSource(strings = {"14/03/1987", "14.3.87", "14-3-1987", "14031987", "140387", "1987-03-14", "19870314",
            "14 3 1987", "14. 3. 1987", " 14/03/1987 ", "1987/3/14"})
    void readsDaysAsPeopleWriteThem(String typed) {
        assertThat(read(new FieldType.Day(), typed)).isEqualTo(value("1987-03-14"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "14/13/1987", "14/03", "1987", "14/03/187", "14//03/1987", "/14/03/1987",
            "14/03/1987/1", "tomorrow", "14/03/1849", "14/03/2200", "0/0/0", "٠٣/٠٣/١٩٨٧", "140319871", "-", "1 2 3 4"})
    void refusesWhatIsNoDay(String typed) {
        assertThat(problem(read(new FieldType.Day(), typed))).isEqualTo("country.error.day");
    }

    @ParameterizedTest
    @CsvSource({"1.1.26,2026-01-01", "1.1.27,1927-01-01", "1.1.00,2000-01-01", "311299,1999-12-31"})
    void aBirthYearOfTwoDigitsHasBeen(String typed, String day) {
        assertThat(input.read(birth(), typed)).isEqualTo(value(day));
    }

    @ParameterizedTest
    @CsvSource({"1.1.36,2036-01-01", "1.1.37,1937-01-01"})
    void anotherYearOfTwoDigitsMayLieTenYearsAhead(String typed, String day) {
        assertThat(read(new FieldType.Day(), typed)).isEqualTo(value(day));
    }

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyDayShownIsReadAgain(Locale language) {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            LocalDate day = LocalDate.of(1850, 1, 1).plusDays(random.nextInt(127_000));
            String shown = input.edited(birth(), day.toString(), language);
            assertThat(input.read(birth(), shown)).as(shown).isEqualTo(value(day.toString()));
            assertThat(input.read(birth(), shown.replaceAll("\\D", ""))).as(shown).isEqualTo(value(day.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void daysAreShownByLanguage(Locale language) {
        String expected = switch (language.getLanguage()) {
            case "de" -> "14.03.1987";
            case "nl" -> "14-03-1987";
            default -> "14/03/1987";
        };
        assertThat(input.edited(birth(), "1987-03-14", language)).isEqualTo(expected);
    }

    static Stream<String> regions() {
        return PhoneNumberUtil.getInstance().getSupportedRegions().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void everyPhoneShownIsReadAgain(String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        String canonical = numbers.format(numbers.getExampleNumber(region), PhoneNumberFormat.E164);
        for (String reader : List.of(region, "FR", "BE", "ES")) {
            FieldType phone = new FieldType.Phone(reader);
            assertThat(read(phone, input.edited(spec(phone), canonical, Locale.FRENCH))).isEqualTo(value(canonical));
            assertThat(read(phone, canonical)).isEqualTo(value(canonical));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 12 34 56 78", "06.12.34.56.78", "0612345678", "+33 6 12 34 56 78", "0033612345678",
            "+33 (0)6 12 34 56 78"})
    void readsPhonesInAnySpelling(String typed) {
        assertThat(read(new FieldType.Phone("FR"), typed)).isEqualTo(value("+33612345678"));
    }

    @Test
    void showsPhonesOfTheRegionInItsOwnFormAndOthersWithTheirPrefix() {
        assertThat(input.edited(spec(new FieldType.Phone("FR")), "+33612345678", Locale.ENGLISH))
                .isEqualTo("06 12 34 56 78");
        assertThat(input.edited(spec(new FieldType.Phone("BE")), "+33612345678", Locale.ENGLISH))
                .isEqualTo("+33 6 12 34 56 78");
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 12", "+33", "nobody", "0612345678 ext. 12", "+999123456789",
            "000000000000000000000000000000000000000000000000000000000000000000000000000000"})
    void refusesWhatCannotBeCalled(String typed) {
        assertThat(problem(read(new FieldType.Phone("FR"), typed))).isEqualTo("country.error.phone");
    }

    @Test
    void keepsMailAddressesInLowerCase() {
        assertThat(read(new FieldType.Email(), " Anne.Dupont@Example.COM ")).isEqualTo(value("anne.dupont@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anne", "anne@", "@example.com", "anne@example", "a b@example.com", "anne@exam_ple.com",
            "anne@@example.com"})
    void refusesWhatIsNoMailAddress(String typed) {
        assertThat(problem(read(new FieldType.Email(), typed))).isEqualTo("country.error.email");
    }

    @Test
    void aMailAddressHasAtMost254Characters() {
        String tooLong = "a".repeat(60) + "@" + ("b".repeat(60) + ".").repeat(4) + "com";
        assertThat(problem(read(new FieldType.Email(), tooLong))).isEqualTo("country.error.email");
    }

    @Test
    void whatNobodySeesIsNotPartOfAText() {
        for (String typed : List.of("Mar\u200Btin", "\u202EMartin\u202C", "Mar\u00ADtin", "\uFEFFMartin", "Martin\uD800",
                "Martin\u0000")) {
            assertThat(read(new FieldType.Text(10), typed)).isEqualTo(value("Martin"));
        }
    }

    @Test
    void textIsOneLineOfComposedLettersAndNotTooLong() {
        FieldType text = new FieldType.Text(5);
        assertThat(read(text, " \u00A0Rene\u0301e\t")).isEqualTo(value("Renée"));
        assertThat(read(text, "a\nb\u0000c")).isEqualTo(value("a b c"));
        assertThat(read(text, "😀😀😀😀😀")).isEqualTo(value("😀😀😀😀😀"));
        Reading refused = read(text, "abcdef");
        assertThat(problem(refused)).isEqualTo("country.error.tooLong");
        assertThat(((Reading.Refused) refused).problem().arguments()).containsExactly(5);
    }

    @Test
    void anEmptyFieldIsEmptyUnlessItIsRequired() {
        assertThat(read(new FieldType.Day(), "  ")).isEqualTo(new Reading.Value(null));
        assertThat(problem(input.read(birth(), " \u00A0"))).isEqualTo("country.error.required");
    }

    @Test
    void aChoiceIsOneOfItsOptionsAndIsShownByItsLabel() {
        FieldType choice = new FieldType.Choice(List.of("yes", "no"));
        assertThat(read(choice, "yes")).isEqualTo(value("yes"));
        assertThat(problem(read(choice, "perhaps"))).isEqualTo("country.error.choice");
        Texts texts = Texts.of(List.of("country"));
        texts.use(Locale.FRENCH);
        assertThat(input.shown(spec(choice), "yes", texts)).isEqualTo("Oui");
        assertThat(input.shown(spec(choice), "since.version.9", texts)).isEqualTo("since.version.9");
    }

    @Test
    void aFlagIsTrueOrFalseAndShownAsAWord() {
        assertThat(read(new FieldType.Flag(), "true")).isEqualTo(value("true"));
        assertThat(problem(read(new FieldType.Flag(), "1"))).isEqualTo("country.error.choice");
        Texts texts = Texts.of(List.of("country"));
        assertThat(input.shown(spec(new FieldType.Flag()), "false", texts)).isEqualTo("No");
    }

    @ParameterizedTest
    @CsvSource({"LENGTH,country.error.identifierLength", "FORMAT,country.error.identifierFormat",
            "CHECKSUM,country.error.identifierChecksum", "COMPONENT,country.error.identifierComponent"})
    void eachReasonToRefuseAnIdentifierHasItsSentence(String reason, String key) {
        assertThat(problem(read(new FieldType.Identifier(REFUSING), reason))).isEqualTo(key);
    }

    @Test
    void aCompletedIdentifierIsOfferedAndNeverPartOfTheSentence() {
        Reading.Refused refused = (Reading.Refused) read(new FieldType.Identifier(REFUSING), "SHORT");
        assertThat(refused.problem().key()).isEqualTo("country.error.identifierIncomplete");
        assertThat(refused.problem().arguments()).isEmpty();
        assertThat(refused.suggestion()).isEqualTo("SHORT1");
    }

    @Test
    void anIbanIsCheckedWithTheNationalKeysOfAllCountries() {
        FieldType iban = new FieldType.Identifier(new Iban());
        assertThat(read(iban, "de89 3704 0044 0532 0130 00")).isEqualTo(value("DE89370400440532013000"));
        assertThat(problem(read(iban, Iban.of(new CountryCode("DE"), "070400440532013000"))))
                .isEqualTo("country.error.identifierChecksum");
        assertThat(input.edited(spec(iban), "DE89370400440532013000", Locale.GERMAN))
                .isEqualTo("DE89 3704 0044 0532 0130 00");
        assertThat(input.masked(spec(iban), "DE89370400440532013000")).isEqualTo("DE•• •••• •••• •••• ••30 00");
    }

    @Test
    void whatIsMaskedShowsNeitherValueNorLength() {
        assertThat(input.masked(spec(new FieldType.Text(50)), "a")).isEqualTo(
                input.masked(spec(new FieldType.Text(50)), "something longer"));
        assertThat(input.masked(spec(new FieldType.Text(50)), null)).isEmpty();
    }

    @Test
    void onlyValuesThatWereTouchedAreChecked() {
        FieldSpec mail = new FieldSpec("x.mail", new FieldType.Email(), true, true, Sensitivity.PLAIN, "t.c", 1000);
        List<FieldGroup> groups = List.of(new FieldGroup("x.group", List.of(mail, birth())));
        FieldValues base = FieldValues.of(Map.of("x.mail", "was never good"));
        assertThat(input.problems(groups, base, base)).isEmpty();
        assertThat(input.problems(groups, base, base.with("x.mail", "still bad")))
                .extracting(problem -> problem.field() + " " + problem.message().key())
                .containsExactly("x.mail country.error.email");
        assertThat(input.problems(groups, base, base.with("x.mail", null)))
                .extracting(problem -> problem.message().key()).containsExactly("country.error.required");
        assertThat(input.problems(groups, base, base.with("x.mail", "a@example.com"))).isEmpty();
    }

    @Test
    void aReadingDoesNotPrintWhatWasTyped() {
        assertThat(value("1850399123456")).hasToString("a value");
        assertThat(read(new FieldType.Identifier(REFUSING), "SHORT")).hasToString("country.error.identifierIncomplete");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceExistsInEveryLanguage(Locale language) {
        Texts texts = Texts.of(List.of("country"));
        texts.use(language);
        for (String typed : List.of("LENGTH", "FORMAT", "CHECKSUM", "COMPONENT", "SHORT")) {
            Reading.Refused refused = (Reading.Refused) read(new FieldType.Identifier(REFUSING), typed);
            assertThat(texts.get(refused.problem())).isNotBlank().doesNotContain("''", "{0}");
        }
    }
}
