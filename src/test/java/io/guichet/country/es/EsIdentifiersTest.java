package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.IdentifierContract;
import io.guichet.country.identifier.IdentifierKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EsIdentifiersTest extends IdentifierContract {

    @Override
    protected List<IdentifierKind> kinds() {
        return EsIdentifiers.all();
    }

    @Override
    protected List<Published> published() {
        return Stream.of(
                valid(EsIdentifiers.DNI, "54362315K", "11111111H", "12345678Z", "00000000T"),
                refused(EsIdentifiers.DNI, Reason.CHECKSUM, "54362315Z", "11111111T"),
                refused(EsIdentifiers.DNI, Reason.FORMAT, "123456781"),
                valid(EsIdentifiers.NIE, "X2482300W", "X5253868R"),
                refused(EsIdentifiers.NIE, Reason.CHECKSUM, "X2482300A", "X1111111A"),
                valid(EsIdentifiers.NIF, "B64717838", "M1234567L", "A58818501", "J99216582"),
                refused(EsIdentifiers.NIF, Reason.CHECKSUM, "B64717839", "L1111111C"),
                refused(EsIdentifiers.NIF, Reason.FORMAT, "I00000000"),
                refused(EsIdentifiers.NIF, Reason.LENGTH, "J992165831"),
                valid(EsIdentifiers.NAF, "281234567840", "351234567825"),
                refused(EsIdentifiers.NAF, Reason.CHECKSUM, "281234567841", "201113617312")
        ).flatMap(values -> values).toList();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                strict(EsIdentifiers.DNI, random -> Dni.complete(random.nextInt(100_000_000))),
                strict(EsIdentifiers.NIE, random ->
                        Nie.complete((char) ('X' + random.nextInt(3)), random.nextInt(10_000_000))),
                luhn(EsIdentifiers.NIF, random ->
                        Nif.complete("ABCDEFGHJNPQRSUVW".charAt(random.nextInt(17)), digits(random, 7))),
                new Sample(EsIdentifiers.NAF, random -> Naf.complete(random.nextInt(1, 53), random.nextInt(100_000_000)),
                        (right, wrong) -> hasShortSerial(right) != hasShortSerial(wrong)));
    }

    /// A serial with a leading zero is checked without it, so a change to or from one is another rule.
    private static boolean hasShortSerial(String naf) {
        return naf.charAt(2) == '0';
    }

    @Test
    void aTaxNumberMayBeThatOfAPerson() {
        assertThat(EsIdentifiers.NIF.check("12345678-Z").isValid()).isTrue();
        assertThat(EsIdentifiers.NIF.check("X-5253868-R").isValid()).isTrue();
        assertThat(EsIdentifiers.NIF.check("12345678A").reason()).isEqualTo(Reason.CHECKSUM);
        assertThat(EsIdentifiers.NIF.format("12345678Z")).isEqualTo("12345678-Z");
        assertThat(EsIdentifiers.NIF.format("X5253868R")).isEqualTo("X-5253868-R");
        assertThat(EsIdentifiers.NIF.format("B64717838")).isEqualTo("B-64717838");
    }

    @Test
    void anOrganisationMayBearItsControlAsALetter() {
        String digit = Nif.complete('P', "2807900");
        char letter = "JABCDEFGHI".charAt(digit.charAt(8) - '0');
        assertThat(EsIdentifiers.NIF.check("P2807900" + letter).isValid()).isTrue();
        assertThat(EsIdentifiers.NIF.check("P2807900" + (letter == 'A' ? 'B' : 'A')).reason())
                .isEqualTo(Reason.CHECKSUM);
    }

    @Test
    void theMaskOfADocumentShowsWhatTheAgencyRecommends() {
        assertThat(EsIdentifiers.DNI.mask("12345678Z")).isEqualTo("•••4567•-•");
        assertThat(EsIdentifiers.NIE.mask("X1234567L")).isEqualTo("•-•••4567-•");
    }

    @Test
    void aShortSerialIsCheckedWithoutItsZero() {
        assertThat(Naf.control(28, 1_234_567)).isEqualTo((int) (281_234_567L % 97));
        assertThat(EsIdentifiers.NAF.check(Naf.complete(28, 1_234_567)).isValid()).isTrue();
        assertThat(EsIdentifiers.NAF.check(Naf.complete(0, 12_345_678)).reason()).isEqualTo(Reason.COMPONENT);
    }

    @Test
    void theAccountKeyHolds() {
        assertThat(Ccc.keyHolds("21000418450200051332")).isTrue();
        assertThat(Ccc.keyHolds("21000418450200051331")).isFalse();
        assertThat(Ccc.keyHolds("2100041845020005133")).isFalse();
        assertThat(Ccc.iban("2100", "0418", "0200051332")).isEqualTo("ES9121000418450200051332");
    }

    @Test
    void everyWrongDigitOfAnAccountIsSeen() {
        String right = "21000418450200051332";
        int unseen = 0;
        for (int i = 0; i < right.length(); i++) {
            for (char digit = '0'; Digits.isDigit(right.charAt(i)) && digit <= '9'; digit++) {
                String typed = right.substring(0, i) + digit + right.substring(i + 1);
                if (!typed.equals(right) && Ccc.keyHolds(typed)) {
                    unseen++;
                }
            }
        }
        // Control 1 stands for two remainders; here neither digit is 1, so every wrong digit is seen.
        assertThat(unseen).isZero();
    }
}
