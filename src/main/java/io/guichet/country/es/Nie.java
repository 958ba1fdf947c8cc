package io.guichet.country.es;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The *número de identidad de extranjero*: X, Y or Z, 7 digits and a letter. X, Y and Z count as 0, 1 and 2; then it
/// is as a DNI.
///
/// For samples: call `complete` with the first letter and a number of at most 7 digits.
public final class Nie extends ShapedIdentifier {

    private static final int LETTER = 8;
    private static final int DIGITS = 10_000_000;
    private static final Shape SHAPE = new Shape("#-#######-#");

    Nie() {
        super("es.nie");
    }

    /// This number with its letter.
    ///
    /// @param series X, Y or Z
    /// @param number 0 to 9,999,999
    public static String complete(char series, int number) {
        return series + EsText.padded(number, 7) + Dni.letter((long) (series - 'X') * DIGITS + number);
    }

    static boolean isSeries(char c) {
        return c >= 'X' && c <= 'Z';
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != Dni.LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        char series = compact.charAt(0);
        if (!isSeries(series) || !Digits.areDigits(compact, 1, LETTER) || !Digits.isLetter(compact.charAt(LETTER))) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        long number = (long) (series - 'X') * DIGITS + Digits.number(compact, 1, LETTER);
        return compact.charAt(LETTER) == Dni.letter(number)
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    /// The fourth to seventh digit: what the Spanish data protection agency recommends to publish of a NIE.
    @Override
    protected boolean shows(int place, int length) {
        return place >= 4 && place < 8;
    }
}
