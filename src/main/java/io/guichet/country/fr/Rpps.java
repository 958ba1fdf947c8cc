package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;

/// The number of a health professional in the *répertoire partagé*: 11 digits, Luhn over all 11.
///
/// For samples: call `complete` with 10 digits.
public final class Rpps extends LuhnNumber {

    Rpps() {
        super("fr.rpps", "###########", 11, 3);
    }

    /// These 10 digits followed by their check digit.
    public static String complete(String first10) {
        return first10 + Digits.luhnDigit(first10);
    }
}
