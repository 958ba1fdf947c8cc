package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// A French number of fixed length with Luhn's check digit over all of it: what the registers of professionals, companies
/// and health establishments have in common. A kind of number overrides what it does otherwise.
abstract class LuhnNumber extends ShapedIdentifier {

    private final Shape shape;
    private final int length;
    private final int given;
    private final int shown;

    /// @param name  as identifiers are named
    /// @param form  one `#` a character, spaces between groups
    /// @param given how many leading digits are not all zero in a number that was given to anybody
    /// @param shown how many characters at the end a mask shows
    LuhnNumber(String name, String form, int given, int shown) {
        super(name);
        this.shape = new Shape(form);
        this.length = shape.places();
        this.given = given;
        this.shown = shown;
    }

    @Override
    protected final IdentifierCheck judge(String compact) {
        if (compact.length() != length) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        String digits = digits(compact);
        if (!Digits.areDigits(digits, 0, length)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (!keyHolds(digits)) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        return Digits.areZeros(digits, 0, given) ? IdentifierCheck.refused(compact, Reason.COMPONENT)
                : IdentifierCheck.valid(compact);
    }

    /// The digits that a number of the right length stands for: itself.
    String digits(String compact) {
        return compact;
    }

    /// Whether the check digit is right: Luhn's, over all.
    boolean keyHolds(String digits) {
        return Digits.luhn(digits, 0, length) == 0;
    }

    @Override
    protected Shape shape(String compact) {
        return shape;
    }

    @Override
    protected boolean shows(int place, int places) {
        return place >= places - shown;
    }
}
