package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The number of a health establishment: 9 characters, the department first, with Luhn's check digit. In Corsica the
/// second character is `A` or `B`, which count as 1 and 2.
///
/// For samples: call `complete` with 8 digits.
public final class Finess extends ShapedIdentifier {

    private static final int LENGTH = 9;
    private static final Shape SHAPE = new Shape("## ### ### #");

    Finess() {
        super("fr.finess");
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
        String digits = compact.startsWith("2A") ? "21" + compact.substring(2)
                : compact.startsWith("2B") ? "22" + compact.substring(2) : compact;
        if (!Digits.areDigits(digits, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (Digits.luhn(digits, 0, LENGTH) != 0) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        return Digits.areZeros(digits, 0, 2)
                ? IdentifierCheck.refused(compact, Reason.COMPONENT)
                : IdentifierCheck.valid(compact);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    @Override
    protected boolean shows(int place, int length) {
        return place < 2 || place >= length - 3;
    }
}
