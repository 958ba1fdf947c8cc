package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The number of one establishment of a company: its SIREN, a serial of 4 digits, Luhn's check digit over all 14.
/// La Poste has more establishments than Luhn leaves room for: there the sum of the digits is a multiple of 5, except
/// for its seat.
///
/// For samples: call `complete` with a SIREN and a serial.
public final class Siret extends ShapedIdentifier {

    private static final int LENGTH = 14;
    private static final String LA_POSTE = "356000000";
    private static final String LA_POSTE_SEAT = "35600000000048";
    private static final Shape SHAPE = new Shape("### ### ### #####");

    Siret() {
        super("fr.siret");
    }

    /// The establishment `serial` (1 to 9999) of the company `siren`; not for La Poste.
    public static String complete(String siren, int serial) {
        String first13 = siren + "%04d".formatted(serial);
        return first13 + Digits.luhnDigit(first13);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (Digits.luhn(compact, 0, Siren.LENGTH) != 0 || !keyHolds(compact)) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        return Digits.areZeros(compact, 0, Siren.LENGTH)
                ? IdentifierCheck.refused(compact, Reason.COMPONENT)
                : IdentifierCheck.valid(compact);
    }

    private static boolean keyHolds(String compact) {
        if (!compact.startsWith(LA_POSTE)) {
            return Digits.luhn(compact, 0, LENGTH) == 0;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += compact.charAt(i) - '0';
        }
        return sum % 5 == 0 || compact.equals(LA_POSTE_SEAT);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    @Override
    protected boolean shows(int place, int length) {
        return place >= length - 5;
    }
}
