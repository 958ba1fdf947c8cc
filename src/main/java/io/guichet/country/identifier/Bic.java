package io.guichet.country.identifier;

import fr.marcwrobel.jbanking.IsoCountry;
import io.guichet.country.identifier.IdentifierCheck.Reason;

/// A business identifier code of a bank: ISO 9362, 8 or 11 characters, no check digit.
public final class Bic extends ShapedIdentifier {

    /// The kind's name.
    public static final String NAME = "bic";

    private static final int SHORT = 8;
    private static final int LONG = 11;
    private static final int BANK = 4;
    private static final Shape SHORT_SHAPE = new Shape("#".repeat(SHORT));
    private static final Shape LONG_SHAPE = new Shape("#".repeat(LONG));

    public Bic() {
        super(NAME);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != SHORT && compact.length() != LONG) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areLettersOrDigits(compact)
                || !Digits.isLetter(compact.charAt(BANK)) || !Digits.isLetter(compact.charAt(BANK + 1))) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        if (IsoCountry.fromAlpha2Code(compact.substring(BANK, BANK + 2)).isEmpty()) {
            return IdentifierCheck.refused(compact, Reason.COMPONENT);
        }
        return fr.marcwrobel.jbanking.bic.Bic.isValid(compact)
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.FORMAT);
    }

    @Override
    protected Shape shape(String compact) {
        return compact.length() == SHORT ? SHORT_SHAPE : LONG_SHAPE;
    }

    /// A bank is no secret, but which of its branches may be.
    @Override
    protected boolean shows(int place, int length) {
        return place < BANK;
    }
}
