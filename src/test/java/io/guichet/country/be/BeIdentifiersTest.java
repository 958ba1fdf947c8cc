package io.guichet.country.be;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.IdentifierContract;
import io.guichet.country.identifier.IdentifierKind;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BeIdentifiersTest extends IdentifierContract {

    @Override
    protected List<IdentifierKind> kinds() {
        return BeIdentifiers.all();
    }

    @Override
    protected List<Published> published() {
        return Stream.of(
                valid(BeIdentifiers.NISS, "85073003328", "17073003384", "75060898009", "00012556777",
                        "98472899765", "01490700185", "80240199943",
                        "23292805780", "81050003552", "92200006963", "92321506985", "92400006909", "92521506931",
                        "19282416134", "81000003517", "19082416188"),
                refused(BeIdentifiers.NISS, Reason.CHECKSUM, "12345678901", "81050103521"),
                refused(BeIdentifiers.NISS, Reason.COMPONENT, "85133000105", "81001202357", "81022903534",
                        "81130103578", "47060200096", "99020299964"),
                valid(BeIdentifiers.ENTERPRISE, "0403019261", "0428759497", "0884303369", "0566988259"),
                refused(BeIdentifiers.ENTERPRISE, Reason.CHECKSUM, "0431150351", "0884303370"),
                refused(BeIdentifiers.ENTERPRISE, Reason.COMPONENT, "2111111111"),
                refused(BeIdentifiers.ENTERPRISE, Reason.LENGTH, "54321"),
                valid(BeIdentifiers.INAMI, "11478761004"),
                refused(BeIdentifiers.INAMI, Reason.CHECKSUM, "11234512123"),
                valid(BeIdentifiers.OGM, "010806817183"),
                refused(BeIdentifiers.OGM, Reason.CHECKSUM, "010806817180")
        ).flatMap(values -> values).toList();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(BeIdentifiers.NISS, random -> niss(random, random.nextBoolean()),
                        (right, wrong) -> isOfOtherCentury(right, wrong)),
                strict(BeIdentifiers.ENTERPRISE, random -> Enterprise.complete(number(random, 1, 19_999_999, 8))),
                new Sample(BeIdentifiers.INAMI,
                        random -> Inami.complete(number(random, 100_000, 999_999, 6), digits(random, 3)),
                        (right, wrong) -> Inami.identity(right).equals(Inami.identity(wrong))
                                || right.charAt(7) != wrong.charAt(7) && right.charAt(8) != wrong.charAt(8)
                                || isOfSecondSeries(wrong)),
                strict(BeIdentifiers.OGM, random -> Ogm.complete(digits(random, 10))));
    }

    private static String niss(RandomGenerator random, boolean bornFrom2000) {
        int step = 20 * random.nextInt(3);
        String month = number(random, 1 + step, 12 + step, 2);
        return Niss.complete(number(random, 0, 99, 2) + month + number(random, 1, 28, 2)
                + number(random, 1, 998, 3), bornFrom2000);
    }

    /// Each of the two centuries has its own check digits, so a wrong number of one may be a right one of the other.
    private static boolean isOfOtherCentury(String right, String wrong) {
        return isOf(right, true) != isOf(wrong, true) || isOf(right, false) != isOf(wrong, false);
    }

    private static boolean isOf(String niss, boolean bornFrom2000) {
        return Niss.complete(niss.substring(0, 9), bornFrom2000).equals(niss);
    }

    /// Each of the two series has its own check digits, so a wrong number of one may be a right one of the other.
    private static boolean isOfSecondSeries(String inami) {
        long check = 89 - Digits.number(inami, 0, 6) % 89;
        return check == Digits.number(inami, 6, 8);
    }

    @Test
    void aNissIsCheckedByTheCenturyOfBirth() {
        assertThat(Niss.complete("850730033", false)).isEqualTo("85073003328");
        assertThat(Niss.complete("170730033", true)).isEqualTo("17073003384");
    }

    @Test
    void theTwentyNinthOfFebruaryNeedsItsCentury() {
        assertThat(BeIdentifiers.NISS.check(Niss.complete("000229001", true)).isValid()).isTrue();
        assertThat(BeIdentifiers.NISS.check(Niss.complete("000229001", false)).reason()).isEqualTo(Reason.COMPONENT);
    }

    @Test
    void theCounter999IsForBisNumbersOnly() {
        assertThat(BeIdentifiers.NISS.check(Niss.complete("800401999", false)).reason()).isEqualTo(Reason.COMPONENT);
        assertThat(BeIdentifiers.NISS.check(Niss.complete("802401999", false)).isValid()).isTrue();
        assertThat(BeIdentifiers.NISS.check(Niss.complete("802401000", false)).reason()).isEqualTo(Reason.COMPONENT);
    }

    @Test
    void aNissIsWrittenAndMaskedInGroups() {
        assertThat(BeIdentifiers.NISS.format("85073003328")).isEqualTo("85.07.30-033.28");
        assertThat(BeIdentifiers.NISS.mask("85073003328")).isEqualTo("85.07.••-•••.••");
    }

    @Test
    void anOldEnterpriseNumberGetsItsZero() {
        assertThat(BeIdentifiers.ENTERPRISE.check("403.019.261").normalized()).isEqualTo("0403019261");
        assertThat(BeIdentifiers.ENTERPRISE.check("403.019.261").isValid()).isTrue();
    }

    @Test
    void eitherSeriesOfHealthProfessionalsIsAccepted() {
        String secondSeries = "114787" + (89 - 114_787 % 89) + "004";
        assertThat(BeIdentifiers.INAMI.check(secondSeries).isValid()).isTrue();
        assertThat(Inami.identity("11478761004")).isEqualTo("11478761");
    }

    @Test
    void aStructuredMessageMayStandBetweenAsterisks() {
        assertThat(BeIdentifiers.OGM.check("***010/8068/17183***").normalized()).isEqualTo("010806817183");
        assertThat(BeIdentifiers.OGM.format("010806817183")).isEqualTo("+++010/8068/17183+++");
        assertThat(Ogm.complete("0000000097")).isEqualTo("000000009797");
    }

    @Test
    void theAccountKeyHolds() {
        assertThat(BelgianAccount.keyHolds("123456789002")).isTrue();
        assertThat(BelgianAccount.keyHolds("091811735141")).isFalse();
        assertThat(BelgianAccount.keyHolds("12345678900")).isFalse();
        assertThat(BelgianAccount.keyHolds("12345678900A")).isFalse();
        assertThat(BelgianAccount.iban("123", "4567890")).isEqualTo("BE32123456789002");
    }
}
