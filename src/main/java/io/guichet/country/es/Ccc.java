package io.guichet.country.es;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;

/// The Spanish account number (*código cuenta cliente*): bank 4, branch 4, two control digits, account 10. The first
/// control digit keeps bank and branch, the second the account.
///
/// For samples: `iban` computes all keys.
public final class Ccc {

    private static final int BRANCH_END = 8;
    private static final int ACCOUNT = 10;
    private static final int LENGTH = 20;
    private static final int MODULUS = 11;
    private static final int[] WEIGHTS = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
    private static final CountryCode SPAIN = new CountryCode("ES");

    private Ccc() {
    }

    /// Whether this account number, of 20 digits, carries the right control digits.
    public static boolean keyHolds(String bban) {
        return bban.length() == LENGTH && Digits.areDigits(bban, 0, LENGTH)
                && bban.charAt(BRANCH_END) == control(bban, 0, BRANCH_END)
                && bban.charAt(BRANCH_END + 1) == control(bban, ACCOUNT, LENGTH);
    }

    /// The IBAN of this account, national and international keys computed.
    ///
    /// @param bank    4 digits
    /// @param branch  4 digits
    /// @param account 10 digits
    public static String iban(String bank, String branch, String account) {
        String head = bank + branch;
        return Iban.of(SPAIN, head + control(head, 0, BRANCH_END) + control(account, 0, account.length()) + account);
    }

    /// 11 − (weighted sum mod 11), where 10 is written 1 and 11 is written 0. Fewer than ten digits count as if zeros
    /// stood before them.
    private static char control(String digits, int from, int to) {
        int sum = 0;
        int weight = WEIGHTS.length - (to - from);
        for (int i = from; i < to; i++) {
            sum += WEIGHTS[weight++] * (digits.charAt(i) - '0');
        }
        int control = MODULUS - sum % MODULUS;
        return (char) ('0' + (control == MODULUS ? 0 : control == MODULUS - 1 ? 1 : control));
    }
}
