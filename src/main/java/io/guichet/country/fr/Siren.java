package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The number of a company in the *répertoire Sirene*: 9 digits with Luhn's check digit.
///
/// For samples: call `complete` with 8 digits.
public final class Siren extends ShapedIdentifier {

    static final int LENGTH = 9;
    private static final Shape SHAPE = new Shape("### ### ###");

    Siren() {
        super("fr.siren");
    }

    /// These 8 digits followed by their check digit.
    public static String complete(String first8) {
        return first8 + Digits.luhnDigit(first8);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (Digits.luhn(compact, 0, LENGTH) != 0) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        return Digits.areZeros(compact, 0, LENGTH)
                ? IdentifierCheck.refused(compact, Reason.COMPONENT)
                : IdentifierCheck.valid(compact);
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
