package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;

/// The number of a health establishment: 9 characters, the department first, with Luhn's check digit. In Corsica the
/// second character is `A` or `B`, which count as 1 and 2.
///
/// For samples: call `complete` with 8 digits.
public final class Finess extends LuhnNumber {

    private static final int DEPARTMENT = 2;

    Finess() {
        super("fr.finess", "## ### ### #", DEPARTMENT, 3);
    }

    /// These 8 digits followed by their check digit.
    public static String complete(String first8) {
        return first8 + Digits.luhnDigit(first8);
    }

    @Override
    String digits(String compact) {
        return compact.startsWith("2A") ? "21" + compact.substring(DEPARTMENT)
                : compact.startsWith("2B") ? "22" + compact.substring(DEPARTMENT) : compact;
    }

    @Override
    protected boolean shows(int place, int places) {
        return place < DEPARTMENT || super.shows(place, places);
    }
}
