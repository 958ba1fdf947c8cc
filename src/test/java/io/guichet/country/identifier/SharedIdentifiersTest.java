package io.guichet.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.marcwrobel.jbanking.IsoCountry;
import fr.marcwrobel.jbanking.iban.RandomIban;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.kernel.CountryCode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The kinds that all countries share, and the registry.
class SharedIdentifiersTest extends IdentifierContract {

    private static final Iban IBAN = new Iban();
    private static final Bic BIC = new Bic();
    private static final SepaCreditor CREDITOR = new SepaCreditor();

    @Override
    protected List<IdentifierKind> kinds() {
        return List.of(IBAN, BIC, CREDITOR);
    }

    @Override
    protected List<Published> published() {
        return Stream.of(
                valid(IBAN, "ES9121000418450200051332", "BE32123456789002", "FR1420041010050500013M02606",
                        "DE89370400440532013000"),
                refused(IBAN, Reason.CHECKSUM, "BE68530907547034"),
                refused(IBAN, Reason.COMPONENT, "XX431234"),
                valid(BIC, "AGRIFRPP882", "ABNABE2A"),
                refused(BIC, Reason.LENGTH, "AGRIFRPP8"),
                refused(BIC, Reason.COMPONENT, "MULTIPLE"),
                valid(CREDITOR, "FR72ZZZ123456", "BE69ZZZ050D000000008", "ES59ZZZX1234567L"),
                refused(CREDITOR, Reason.CHECKSUM, "FR09ZZZ123456"),
                refused(CREDITOR, Reason.COMPONENT, "ZZ72ZZZ123456")
        ).flatMap(values -> values).toList();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(IBAN, SharedIdentifiersTest::iban, (right, wrong) ->
                        !right.substring(0, 2).equals(wrong.substring(0, 2)) || spelled(right).equals(spelled(wrong))),
                new Sample(BIC, random -> "AGRIFRPP" + (random.nextBoolean() ? "" : digits(random, 3)),
                        (right, wrong) -> true),
                new Sample(CREDITOR, random -> creditor(digits(random, 11)),
                        (right, wrong) -> !right.substring(0, 2).equals(wrong.substring(0, 2))
                                || !right.substring(4, 8).equals(wrong.substring(4, 8))));
    }

    /// Letters count as two digits: `M2` and `2M` are both 222.
    private static String spelled(String iban) {
        StringBuilder digits = new StringBuilder();
        iban.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return digits.toString();
    }

    private static String iban(RandomGenerator random) {
        IsoCountry country = List.of(IsoCountry.DE, IsoCountry.NL, IsoCountry.AT, IsoCountry.MT)
                .get(random.nextInt(4));
        return new RandomIban(new Random(random.nextLong())).next(country).toString();
    }

    private static String creditor(String national) {
        return new fr.marcwrobel.jbanking.creditor.CreditorIdentifier(IsoCountry.DE, "ZZZ", national).toString();
    }

    @Test
    void theLengthOfAnIbanIsThatOfItsCountry() {
        assertThat(IBAN.check("DE8937040044053201300").reason()).isEqualTo(Reason.LENGTH);
        assertThat(IBAN.check("DE893704004405320130000").reason()).isEqualTo(Reason.LENGTH);
        assertThat(IBAN.check("DE89").reason()).isEqualTo(Reason.LENGTH);
        assertThat(IBAN.check("DEX9370400440532013000").reason()).isEqualTo(Reason.FORMAT);
    }

    @Test
    void anIbanIsWrittenInFoursAndMaskedButForItsEnd() {
        assertThat(IBAN.format("ES9121000418450200051332")).isEqualTo("ES91 2100 0418 4502 0005 1332");
        assertThat(IBAN.mask("ES9121000418450200051332")).isEqualTo("ES•• •••• •••• •••• •••• 1332");
        assertThat(IBAN.mask("FR1420041010050500013M02606")).isEqualTo("FR•• •••• •••• •••• •••• •••2 606");
    }

    @Test
    void anIbanIsBuiltFromAnAccount() {
        assertThat(Iban.of(new CountryCode("DE"), "370400440532013000")).isEqualTo("DE89370400440532013000");
    }

    @Test
    void theNationalKeyIsAskedFromTheCountryOfTheAccount() {
        Iban strict = new Iban(Map.of("DE", bban -> bban.equals("370400440532013000")));
        assertThat(strict.check("DE89370400440532013000").isValid()).isTrue();
        assertThat(strict.check("DE02120300000000202051").reason()).isEqualTo(Reason.CHECKSUM);
        assertThat(strict.check("NL91ABNA0417164300").isValid()).isTrue();
    }

    @Test
    void theRegistryKnowsEveryKindByNameAndCompletesThem() {
        Identifiers identifiers = new Identifiers(List.of(), Map.of("DE", bban -> false));
        assertThat(identifiers.all()).extracting(IdentifierKind::name).containsExactly("bic", "iban", "sepa.creditor");
        assertThat(identifiers.find("iban").orElseThrow().check("DE89370400440532013000").isValid()).isFalse();
        assertThat(identifiers.find("nothing")).isEmpty();
        assertThat(IBAN.check("DE89370400440532013000").isValid()).isTrue();
        assertThat(identifiers.complete(IBAN).check("DE89370400440532013000").isValid()).isFalse();
    }

    @Test
    void twoKindsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new Identifiers(List.of(new Iban()), Map.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("iban");
    }
}
