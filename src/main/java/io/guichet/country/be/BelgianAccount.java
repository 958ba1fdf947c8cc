package io.guichet.country.be;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;

/// The Belgian account number: bank 3, account 7, and the remainder of these ten modulo 97, where 0 is written 97.
///
/// For samples: `iban` computes both keys.
public final class BelgianAccount {

    private static final int LENGTH = 12;
    private static final int CHECK = 10;
    private static final int MODULUS = 97;
    private static final CountryCode BELGIUM = new CountryCode("BE");

    private BelgianAccount() {
    }

    /// Whether this account number, of 12 digits, carries the right check digits.
    public static boolean keyHolds(String bban) {
        return bban.length() == LENGTH && Digits.areDigits(bban, 0, LENGTH)
                && Digits.number(bban, CHECK, LENGTH) == remainder(bban);
    }

    /// The IBAN of this account, national and international keys computed.
    ///
    /// @param bank    3 digits
    /// @param account 7 digits
    public static String iban(String bank, String account) {
        String first10 = bank + account;
        return Iban.of(BELGIUM, first10 + Digits.twoDigits(remainder(first10)));
    }

    /// The first ten digits modulo 97, 97 instead of 0.
    static int remainder(String digits) {
        int remainder = (int) (Digits.number(digits, 0, CHECK) % MODULUS);
        return remainder == 0 ? MODULUS : remainder;
    }
}
