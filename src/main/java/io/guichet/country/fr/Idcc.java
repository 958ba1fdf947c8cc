package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The number of a collective agreement (*identifiant de convention collective*): 4 digits, leading zeros belong to it,
/// no check digit.
public final class Idcc extends ShapedIdentifier {

    private static final int LENGTH = 4;
    private static final Shape SHAPE = new Shape("####");

    Idcc() {
        super("fr.idcc");
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        boolean digits = Digits.areDigits(compact, 0, compact.length());
        if (compact.length() != LENGTH) {
            boolean shortened = digits && !compact.isEmpty() && compact.length() < LENGTH
                    && !Digits.areZeros(compact, 0, compact.length());
            return new IdentifierCheck(compact, Reason.LENGTH,
                    shortened ? "0".repeat(LENGTH - compact.length()) + compact : null);
        }
        if (!digits) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        return Digits.areZeros(compact, 0, LENGTH)
                ? IdentifierCheck.refused(compact, Reason.COMPONENT)
                : IdentifierCheck.valid(compact);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    /// Everybody may know which agreement applies, but a mask that hides nothing is none.
    @Override
    protected boolean shows(int place, int length) {
        return place >= length - 2;
    }
}
