package io.guichet.country.be;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The structured message of a payment (*gestructureerde mededeling*, OGM-VCS): 10 digits and their remainder modulo 97,
/// where 0 is written 97. Printed between plus signs or asterisks.
///
/// For samples: call `complete` with 10 digits.
public final class Ogm extends ShapedIdentifier {

    private static final int LENGTH = 12;
    private static final int CHECK = 10;
    private static final Shape SHAPE = new Shape("+++###/####/#####+++");

    Ogm() {
        super("be.ogm");
    }

    /// These 10 digits followed by their check digits.
    public static String complete(String first10) {
        return first10 + Digits.twoDigits(checkDigits(first10));
    }

    /// As it is printed on letters: `+++010/8068/17183+++`.
    static String printed(String compact) {
        return "+++" + compact.substring(0, 3) + "/" + compact.substring(3, 7) + "/" + compact.substring(7) + "+++";
    }

    private static int checkDigits(String first10) {
        return BelgianAccount.remainder(first10);
    }

    @Override
    protected IdentifierCheck judge(String written) {
        String compact = written.startsWith("***") && written.endsWith("***") && written.length() > CHECK
                ? written.substring(3, written.length() - 3) : written;
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        return Digits.number(compact, CHECK, LENGTH) == checkDigits(compact)
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    @Override
    protected boolean shows(int place, int length) {
        return place >= length - 5;
    }
}
