package io.guichet.country.es;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The number of any identity document an insured person may show: DNI, NIE or, when it looks like neither, a passport.
/// Which of the three it must be is said by the document type beside it. No kind of its own for `validate`: people know
/// what document they hold.
final class Document extends ShapedIdentifier {

    static final String DNI = "DNI";
    static final String NIE = "NIE";
    static final String PASSPORT = "PASAPORTE";

    private static final int LENGTH = 9;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 15;

    Document() {
        super("es.document");
    }

    /// The type that a compact number looks like.
    static String typeOf(String compact) {
        boolean digitsThenLetter = compact.length() == LENGTH && Digits.areDigits(compact, 1, LENGTH - 1)
                && Digits.isLetter(compact.charAt(LENGTH - 1));
        if (digitsThenLetter && Digits.isDigit(compact.charAt(0))) {
            return DNI;
        }
        return digitsThenLetter && "XYZ".indexOf(compact.charAt(0)) >= 0 ? NIE : PASSPORT;
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        return switch (typeOf(compact)) {
            case DNI -> EsIdentifiers.DNI.check(compact);
            case NIE -> EsIdentifiers.NIE.check(compact);
            default -> judgePassport(compact);
        };
    }

    private static IdentifierCheck judgePassport(String compact) {
        if (compact.length() < SHORTEST || compact.length() > LONGEST) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        return Digits.areLettersOrDigits(compact)
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.FORMAT);
    }

    @Override
    protected Shape shape(String compact) {
        return switch (typeOf(compact)) {
            case DNI -> new Shape("########-#");
            case NIE -> new Shape("#-#######-#");
            default -> new Shape("#".repeat(compact.length()));
        };
    }

    /// The fourth to seventh character: what the Spanish data protection agency recommends to publish.
    @Override
    protected boolean shows(int place, int length) {
        return place >= 3 && place < 7;
    }
}
