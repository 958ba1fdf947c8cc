package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The *numéro de sécurité sociale* (NIR): 13 characters and a key of two digits.
///
/// For samples: build the first 13 characters (sex, year, month, department, commune, order) and call `complete`.
public final class Nir extends ShapedIdentifier {

    /// Characters before the key.
    public static final int WITHOUT_KEY = 13;

    private static final int LENGTH = 15;
    private static final int DEPARTMENT = 5;
    private static final int COMMUNE = 7;
    private static final int ORDER = 10;
    private static final int CORSICA_SOUTH = 19;
    private static final int CORSICA_NORTH = 18;
    private static final int MODULUS = 97;
    private static final Shape SHAPE = new Shape("# ## ## ## ### ### ##");

    Nir() {
        super("fr.nir");
    }

    /// The key, 1 to 97, of the 13 characters before it: 97 − (number mod 97), where the Corsican departments `2A` and
    /// `2B` count as 19 and 18.
    public static int key(String first13) {
        long head = Digits.number(first13, 0, DEPARTMENT) * 100 + department(first13);
        long number = head * 1_000_000 + Digits.number(first13, COMMUNE, WITHOUT_KEY);
        return MODULUS - (int) (number % MODULUS);
    }

    /// These 13 characters followed by their key: a number with the right check digits.
    public static String complete(String first13) {
        return first13 + Digits.twoDigits(key(first13));
    }

    private static int department(String compact) {
        return switch (compact.charAt(DEPARTMENT + 1)) {
            case 'A' -> CORSICA_SOUTH;
            case 'B' -> CORSICA_NORTH;
            default -> (int) Digits.number(compact, DEPARTMENT, COMMUNE);
        };
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        boolean withoutKey = compact.length() == WITHOUT_KEY;
        if (compact.length() != LENGTH && !withoutKey) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!isWritten(compact)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (!withoutKey && Digits.number(compact, WITHOUT_KEY, LENGTH) != key(compact)) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        if (!isPossible(compact)) {
            return IdentifierCheck.refused(compact, Reason.COMPONENT);
        }
        return withoutKey
                ? new IdentifierCheck(compact, Reason.LENGTH, complete(compact))
                : IdentifierCheck.valid(compact);
    }

    private static boolean isWritten(String compact) {
        char second = compact.charAt(DEPARTMENT + 1);
        boolean corsica = compact.charAt(DEPARTMENT) == '2' && (second == 'A' || second == 'B');
        return Digits.areDigits(compact, 0, DEPARTMENT + 1)
                && (corsica || Digits.isDigit(second))
                && Digits.areDigits(compact, COMMUNE, compact.length());
    }

    /// Sex 1 or 2; 3 and 4 for people not born here whose registration is under way; 7 and 8 for provisional numbers.
    /// Months above 12 stand for a birth month that is not known: 20, 30 to 42, 50 to 99.
    private static boolean isPossible(String compact) {
        char sex = compact.charAt(0);
        boolean sexKnown = sex >= '1' && sex <= '4' || sex == '7' || sex == '8';
        int month = (int) Digits.number(compact, 3, DEPARTMENT);
        boolean monthKnown = month >= 1 && month <= 12 || month == 20 || month >= 30 && month <= 42 || month >= 50;
        return sexKnown && monthKnown
                && department(compact) != 0
                && !Digits.areZeros(compact, COMMUNE, ORDER)
                && !Digits.areZeros(compact, ORDER, WITHOUT_KEY);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    /// Sex, year and month of birth, which the file shows anyway.
    @Override
    protected boolean shows(int place, int length) {
        return place < DEPARTMENT;
    }
}
