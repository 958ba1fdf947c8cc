package io.guichet.country.es;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The *documento nacional de identidad*: 8 digits and a letter.
///
/// For samples: call `complete` with a number of at most 8 digits.
public final class Dni extends ShapedIdentifier {

    static final int LENGTH = 9;
    private static final int LETTER = 8;
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final Shape SHAPE = new Shape("########-#");

    Dni() {
        super("es.dni");
    }

    /// The letter of this number: the one at its remainder modulo 23.
    public static char letter(long number) {
        return LETTERS.charAt((int) (number % LETTERS.length()));
    }

    /// This number with its letter.
    ///
    /// @param number 0 to 99,999,999
    public static String complete(int number) {
        return EsText.padded(number, 8) + letter(number);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LETTER) || !Digits.isLetter(compact.charAt(LETTER))) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        return compact.charAt(LETTER) == letter(Digits.number(compact, 0, LETTER))
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    /// The fourth to seventh digit: what the Spanish data protection agency recommends to publish of a DNI.
    @Override
    protected boolean shows(int place, int length) {
        return place >= 3 && place < 7;
    }
}
