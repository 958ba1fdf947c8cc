package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.IdentifierContract;
import io.guichet.country.identifier.IdentifierKind;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrIdentifiersTest extends IdentifierContract {

    @Override
    protected List<IdentifierKind> kinds() {
        return FrIdentifiers.all();
    }

    @Override
    protected List<Published> published() {
        return Stream.of(
                valid(FrIdentifiers.NIR, "295109912611193", "253072B07300470", "253072A07300443", "177025626004544",
                        "188057208107893", "260072000100289"),
                refused(FrIdentifiers.NIR, Reason.CHECKSUM, "295109912611199", "353072B07300483"),
                refused(FrIdentifiers.NIR, Reason.FORMAT, "253072C07300443"),
                refused(FrIdentifiers.NIR, Reason.LENGTH, "6546546546546703"),
                valid(FrIdentifiers.SIREN, "404833048", "217601145", "310188420", "350792008", "480318245"),
                refused(FrIdentifiers.SIREN, Reason.CHECKSUM, "404833047"),
                valid(FrIdentifiers.SIRET, "73282932000074", "44079707400026", "48853781200015", "35600000009075",
                        "35600000000048"),
                refused(FrIdentifiers.SIRET, Reason.CHECKSUM, "73282932000079", "35600000049838", "44079707400027"),
                refused(FrIdentifiers.SIRET, Reason.FORMAT, "azertyuiopqsdf"),
                refused(FrIdentifiers.RPPS, Reason.CHECKSUM, "10001234567", "10003456789", "10101234567"),
                valid(FrIdentifiers.FINESS, "750712184", "130786049", "690781810"),
                otherLastDigits("75071218", '4'), otherLastDigits("13078604", '9'), otherLastDigits("69078181", '0'),
                valid(FrIdentifiers.IDCC, "1979", "0016"),
                refused(FrIdentifiers.IDCC, Reason.LENGTH, "19790")
        ).flatMap(values -> values).toList();
    }

    private static Stream<Published> otherLastDigits(String first8, char right) {
        return "0123456789".chars().filter(digit -> digit != right)
                .mapToObj(digit -> new Published(FrIdentifiers.FINESS, first8 + (char) digit, Reason.CHECKSUM));
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                strict(FrIdentifiers.NIR, FrIdentifiersTest::nir),
                luhn(FrIdentifiers.SIREN, random -> Siren.complete(number(random, 1, 99_999_999, 8))),
                luhn(FrIdentifiers.SIRET, random ->
                        Siret.complete(Siren.complete(number(random, 1, 35_000_000, 8)), random.nextInt(1, 10_000))),
                luhn(FrIdentifiers.RPPS, random -> Rpps.complete("10" + digits(random, 8))),
                luhn(FrIdentifiers.FINESS, random -> Finess.complete(number(random, 1_000_000, 99_999_999, 8))),
                new Sample(FrIdentifiers.IDCC, random -> number(random, 1, 9999, 4), (right, wrong) -> true));
    }

    private static String nir(RandomGenerator random) {
        String department = random.nextInt(5) == 0 ? "2" + "AB".charAt(random.nextInt(2)) : number(random, 1, 95, 2);
        return Nir.complete(number(random, 1, 2, 1) + number(random, 0, 99, 2) + number(random, 1, 12, 2)
                + department + number(random, 1, 989, 3) + number(random, 1, 999, 3));
    }

    @Test
    void aMissingNirKeyIsOffered() {
        IdentifierCheck check = FrIdentifiers.NIR.check("2 95 10 99 126 111");
        assertThat(check).isEqualTo(new IdentifierCheck("2951099126111", Reason.LENGTH, "295109912611193"));
        assertThat(FrIdentifiers.NIR.check("253072B073004").suggestion()).isEqualTo("253072B07300470");
    }

    @Test
    void aMissingKeyIsNotOfferedForWhatCannotBeANir() {
        assertThat(FrIdentifiers.NIR.check("2 95 13 99 126 111"))
                .isEqualTo(IdentifierCheck.refused("2951399126111", Reason.COMPONENT));
        assertThat(FrIdentifiers.NIR.check("295109912611X").reason()).isEqualTo(Reason.FORMAT);
    }

    @ParameterizedTest
    @CsvSource({"0951099126111", "9951099126111", "2951399126111", "2950099126111", "2951000126111", "2951099000111",
            "2951099126000"})
    void impossiblePartsOfANirAreNamed(String first13) {
        assertThat(FrIdentifiers.NIR.check(Nir.complete(first13)).reason()).isEqualTo(Reason.COMPONENT);
    }

    @Test
    void aNirIsWrittenAndMaskedInGroups() {
        assertThat(FrIdentifiers.NIR.format("295109912611193")).isEqualTo("2 95 10 99 126 111 93");
        assertThat(FrIdentifiers.NIR.mask("295109912611193")).isEqualTo("2 95 10 •• ••• ••• ••");
    }

    @Test
    void leadingZerosOfAnAgreementAreOffered() {
        assertThat(FrIdentifiers.IDCC.check("16").suggestion()).isEqualTo("0016");
        assertThat(FrIdentifiers.IDCC.check("0").suggestion()).isNull();
        assertThat(FrIdentifiers.IDCC.check("19790").suggestion()).isNull();
    }

    @Test
    void corsicanEstablishmentsCarryALetter() {
        assertThat(FrIdentifiers.FINESS.check("2A 000 001 4").isValid()).isTrue();
        assertThat(FrIdentifiers.FINESS.check("2B0000020").isValid()).isTrue();
        assertThat(FrIdentifiers.FINESS.check("2A0000015").reason()).isEqualTo(Reason.CHECKSUM);
        assertThat(FrIdentifiers.FINESS.check("2C0000014").reason()).isEqualTo(Reason.FORMAT);
    }

    @Test
    void nothingButZerosIsNoCompany() {
        assertThat(FrIdentifiers.SIREN.check("000000000").reason()).isEqualTo(Reason.COMPONENT);
        assertThat(FrIdentifiers.SIRET.check("00000000000000").reason()).isEqualTo(Reason.COMPONENT);
    }

    @Test
    void theAccountKeyHolds() {
        assertThat(Rib.keyHolds("20041010050500013M02606")).isTrue();
        assertThat(Rib.keyHolds("20041010050500013M02607")).isFalse();
        assertThat(Rib.keyHolds("20041010050500013M026")).isFalse();
        assertThat(Rib.keyHolds("20041010050500013M0260A")).isFalse();
        assertThat(Rib.iban("20041", "01005", "0500013M026")).isEqualTo("FR1420041010050500013M02606");
    }

    @Test
    void everyWrongDigitOfAnAccountIsSeen() {
        String right = "20041010050500013M02606";
        for (int i = 0; i < right.length(); i++) {
            for (char digit = '0'; Digits.isDigit(right.charAt(i)) && digit <= '9'; digit++) {
                String typed = right.substring(0, i) + digit + right.substring(i + 1);
                assertThat(Rib.keyHolds(typed)).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }
}
