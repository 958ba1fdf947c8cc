package io.guichet.country.be;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;
import java.time.YearMonth;

/// The *numéro national* or *rijksregisternummer* (NISS, INSZ): birth date, a counter of the day, two check digits.
/// BIS numbers, of people who are not in the national register, have 20 or 40 added to the month.
///
/// Libraries disagree on dates; these are the rules of the Belgian federal validators: the month, the day or both may
/// be unknown (00), but no day without a month; known dates are real ones; the counter is 001 to 998, in BIS numbers
/// 001 to 999.
///
/// For samples: call `complete` with the first 9 digits and whether the person is born from 2000.
public final class Niss extends ShapedIdentifier {

    private static final int LENGTH = 11;
    private static final int DAY = 4;
    private static final int COUNTER = 6;
    private static final int CHECK = 9;
    private static final int MODULUS = 97;
    private static final int BIS_STEP = 20;
    private static final int LAST_BIS_MONTH = 52;
    private static final long FROM_2000 = 2_000_000_000L;
    private static final Shape SHAPE = new Shape("##.##.##-###.##");

    Niss() {
        super("be.niss");
    }

    /// The check digits, 1 to 97, of the 9 digits before them: 97 − (number mod 97), with a 2 before the number of a
    /// person born from 2000.
    public static int checkDigits(String first9, boolean bornFrom2000) {
        long number = Digits.number(first9, 0, CHECK) + (bornFrom2000 ? FROM_2000 : 0);
        return MODULUS - (int) (number % MODULUS);
    }

    /// These 9 digits followed by their check digits.
    public static String complete(String first9, boolean bornFrom2000) {
        return first9 + Digits.twoDigits(checkDigits(first9, bornFrom2000));
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        int check = (int) Digits.number(compact, CHECK, LENGTH);
        boolean before2000 = check == checkDigits(compact, false);
        boolean from2000 = check == checkDigits(compact, true);
        if (!before2000 && !from2000) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        boolean possible = before2000 && isPossible(compact, 1900) || from2000 && isPossible(compact, 2000);
        return possible ? IdentifierCheck.valid(compact) : IdentifierCheck.refused(compact, Reason.COMPONENT);
    }

    private static boolean isPossible(String compact, int century) {
        int writtenMonth = (int) Digits.number(compact, 2, DAY);
        int month = writtenMonth % BIS_STEP;
        int day = (int) Digits.number(compact, DAY, COUNTER);
        int counter = (int) Digits.number(compact, COUNTER, CHECK);
        boolean bis = writtenMonth >= BIS_STEP;
        if (writtenMonth > LAST_BIS_MONTH || month > 12 || counter == 0 || counter == 999 && !bis) {
            return false;
        }
        if (month == 0) {
            return day == 0;
        }
        return day <= YearMonth.of(century + (int) Digits.number(compact, 0, 2), month).lengthOfMonth();
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    /// Year and month of birth, which the file shows anyway.
    @Override
    protected boolean shows(int place, int length) {
        return place < DAY;
    }
}
