package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;

/// The French account number (*relevé d'identité bancaire*): bank 5, branch 5, account 11, key 2. It is the national
/// part of an IBAN.
///
/// For samples: `iban` computes both keys.
public final class Rib {

    private static final int ACCOUNT = 10;
    private static final int KEY = 21;
    private static final int LENGTH = 23;
    private static final int MODULUS = 97;
    private static final CountryCode FRANCE = new CountryCode("FR");

    private Rib() {
    }

    /// The key, 1 to 97: 97 − ((89 bank + 15 branch + 3 account) mod 97), where letters count as A–I → 1–9,
    /// J–R → 1–9, S–Z → 2–9.
    ///
    /// @param bban at least bank, branch and account; what follows them is not read
    public static int key(String bban) {
        long sum = 89 * number(bban, 0, 5) + 15 * number(bban, 5, ACCOUNT) + 3 * number(bban, ACCOUNT, KEY);
        return MODULUS - (int) (sum % MODULUS);
    }

    /// Whether this account number, of 23 characters, carries the right key.
    public static boolean keyHolds(String bban) {
        return bban.length() == LENGTH && Digits.areDigits(bban, KEY, LENGTH)
                && Digits.areLettersOrDigits(bban) && Digits.number(bban, KEY, LENGTH) == key(bban);
    }

    /// The IBAN of this account, national and international keys computed.
    ///
    /// @param bank    5 digits
    /// @param branch  5 digits
    /// @param account 11 digits or letters
    public static String iban(String bank, String branch, String account) {
        String bban = bank + branch + account;
        return Iban.of(FRANCE, bban + Digits.twoDigits(key(bban)));
    }

    private static long number(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + value(text.charAt(i));
        }
        return number;
    }

    private static int value(char c) {
        if (Digits.isDigit(c)) {
            return c - '0';
        }
        return c <= 'I' ? c - 'A' + 1 : c <= 'R' ? c - 'J' + 1 : c - 'S' + 2;
    }
}
