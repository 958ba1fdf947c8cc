package io.guichet.country.identifier;

import fr.marcwrobel.jbanking.IsoCountry;
import fr.marcwrobel.jbanking.creditor.CreditorIdentifier;
import io.guichet.country.identifier.IdentifierCheck.Reason;

/// A SEPA creditor identifier: country, check digits (modulo 97-10 over the national identifier, the business code of
/// three characters ignored), business code, national identifier.
public final class SepaCreditor extends ShapedIdentifier {

    /// The kind's name.
    public static final String NAME = "sepa.creditor";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 35;
    private static final int SHOWN_AT_START = 7;
    private static final int SHOWN_AT_END = 2;
    private static final Shape[] SHAPES = shapes();

    public SepaCreditor() {
        super(NAME);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() < SHORTEST || compact.length() > LONGEST) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areLettersOrDigits(compact) || !Digits.isLetter(compact.charAt(0))
                || !Digits.isLetter(compact.charAt(1)) || !Digits.areDigits(compact, 2, 4)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (IsoCountry.fromAlpha2Code(compact.substring(0, 2)).isEmpty()) {
            return IdentifierCheck.refused(compact, Reason.COMPONENT);
        }
        return CreditorIdentifier.isValid(compact)
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPES[Math.min(compact.length(), LONGEST)];
    }

    @Override
    protected boolean shows(int place, int length) {
        return place < SHOWN_AT_START || length > SHOWN_AT_START + SHOWN_AT_END && place >= length - SHOWN_AT_END;
    }

    private static Shape[] shapes() {
        Shape[] shapes = new Shape[LONGEST + 1];
        for (int length = 0; length <= LONGEST; length++) {
            shapes[length] = new Shape("#".repeat(length));
        }
        return shapes;
    }
}
