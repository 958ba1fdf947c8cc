package io.guichet.country.zz;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// `zz.number`: nine digits with Luhn's check digit.
final class ZedNumber extends ShapedIdentifier {

    private static final int LENGTH = 9;

    ZedNumber() {
        super("zz.number");
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        return Digits.luhn(compact, 0, LENGTH) == 0
                ? IdentifierCheck.valid(compact) : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    @Override
    protected Shape shape(String compact) {
        return new Shape("### ### ###");
    }

    @Override
    protected boolean shows(int place, int length) {
        return place >= length - 3;
    }
}
