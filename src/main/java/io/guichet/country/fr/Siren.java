package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;

/// The number of a company in the *répertoire Sirene*: 9 digits with Luhn's check digit.
///
/// For samples: call `complete` with 8 digits.
public final class Siren extends LuhnNumber {

    static final int LENGTH = 9;

    Siren() {
        super("fr.siren", "### ### ###", LENGTH, 3);
    }

    /// These 8 digits followed by their check digit.
    public static String complete(String first8) {
        return first8 + Digits.luhnDigit(first8);
    }
}
