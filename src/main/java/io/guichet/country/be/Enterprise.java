package io.guichet.country.be;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The *numéro d'entreprise* or *ondernemingsnummer*: 10 digits, the first 0 or 1, the last two 97 − (first 8 mod 97).
/// An old number of 9 digits gets a leading 0.
///
/// For samples: call `complete` with 8 digits.
public final class Enterprise extends ShapedIdentifier {

    private static final int LENGTH = 10;
    private static final int OLD_LENGTH = 9;
    private static final int CHECK = 8;
    private static final int MODULUS = 97;
    private static final Shape SHAPE = new Shape("####.###.###");

    Enterprise() {
        super("be.enterprise");
    }

    /// These 8 digits followed by their check digits.
    public static String complete(String first8) {
        return first8 + Digits.twoDigits(checkDigits(first8));
    }

    private static int checkDigits(String first8) {
        return MODULUS - (int) (Digits.number(first8, 0, CHECK) % MODULUS);
    }

    @Override
    protected IdentifierCheck judge(String written) {
        String compact = written.length() == OLD_LENGTH ? "0" + written : written;
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (compact.charAt(0) > '1') {
            return IdentifierCheck.refused(compact, Reason.COMPONENT);
        }
        return Digits.number(compact, CHECK, LENGTH) == checkDigits(compact)
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    @Override
    protected boolean shows(int place, int length) {
        return place >= length - 3;
    }
}
