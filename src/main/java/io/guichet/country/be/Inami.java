package io.guichet.country.be;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The number of a health professional (INAMI, RIZIV): profession 1, serial 5, check 2, competence 3. The check digits
/// are 97 − (first 6 mod 97), in the second series (doctors from 2019-04-01) 89 − (first 6 mod 89); nothing in a number
/// tells the series, so either is accepted. The first 8 digits name the person, the competence may change.
///
/// For samples: call `complete` with 6 digits and a competence.
public final class Inami extends ShapedIdentifier {

    private static final int LENGTH = 11;
    private static final int CHECK = 6;
    private static final int COMPETENCE = 8;
    private static final int FIRST_SERIES = 97;
    private static final int SECOND_SERIES = 89;
    private static final Shape SHAPE = new Shape("#-#####-##-###");

    Inami() {
        super("be.inami");
    }

    /// A number of the first series.
    ///
    /// @param first6     profession and serial
    /// @param competence 3 digits
    public static String complete(String first6, String competence) {
        return first6 + Digits.twoDigits(checkDigits(first6, FIRST_SERIES)) + competence;
    }

    /// The part of a valid number that names the professional.
    public static String identity(String normalized) {
        return normalized.substring(0, COMPETENCE);
    }

    private static int checkDigits(String first6, int modulus) {
        return modulus - (int) (Digits.number(first6, 0, CHECK) % modulus);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        int check = (int) Digits.number(compact, CHECK, COMPETENCE);
        if (check != checkDigits(compact, FIRST_SERIES) && check != checkDigits(compact, SECOND_SERIES)) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        return Digits.areZeros(compact, 0, CHECK)
                ? IdentifierCheck.refused(compact, Reason.COMPONENT)
                : IdentifierCheck.valid(compact);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    @Override
    protected boolean shows(int place, int length) {
        return place == 0 || place >= COMPETENCE;
    }
}
