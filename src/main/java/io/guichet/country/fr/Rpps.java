package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The number of a health professional in the *répertoire partagé*: 11 digits, Luhn over all 11.
///
/// For samples: call `complete` with 10 digits.
public final class Rpps extends ShapedIdentifier {

    private static final int LENGTH = 11;
    private static final Shape SHAPE = new Shape("###########");

    Rpps() {
        super("fr.rpps");
    }

    /// These 10 digits followed by their check digit.
    public static String complete(String first10) {
        return first10 + Digits.luhnDigit(first10);
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
