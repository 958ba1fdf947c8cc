package io.guichet.country.es;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The social security number (*número de afiliación*): province 2, serial 8, control 2. The control is n mod 97, where
/// n is the ten digits, or serial + province × 10,000,000 when the serial is below 10,000,000.
///
/// For samples: call `complete` with a province and a serial.
public final class Naf extends ShapedIdentifier {

    private static final int LENGTH = 12;
    private static final int SERIAL = 2;
    private static final int CONTROL = 10;
    private static final int MODULUS = 97;
    private static final long SHORT_SERIAL = 10_000_000;
    private static final Shape SHAPE = new Shape("##/########/##");

    Naf() {
        super("es.naf");
    }

    /// The control, 0 to 96.
    ///
    /// @param province 1 to 99
    /// @param serial   0 to 99,999,999
    public static int control(long province, long serial) {
        long step = serial < SHORT_SERIAL ? SHORT_SERIAL : SHORT_SERIAL * 10;
        return (int) ((province * step + serial) % MODULUS);
    }

    /// The whole number.
    ///
    /// @param province 1 to 99
    /// @param serial   0 to 99,999,999
    public static String complete(int province, int serial) {
        return EsText.padded(province, 2) + EsText.padded(serial, 8) + EsText.padded(control(province, serial), 2);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areDigits(compact, 0, LENGTH)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        long province = Digits.number(compact, 0, SERIAL);
        if (Digits.number(compact, CONTROL, LENGTH) != control(province, Digits.number(compact, SERIAL, CONTROL))) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        return province == 0
                ? IdentifierCheck.refused(compact, Reason.COMPONENT)
                : IdentifierCheck.valid(compact);
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPE;
    }

    @Override
    protected boolean shows(int place, int length) {
        return place < SERIAL;
    }
}
