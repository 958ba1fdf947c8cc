package io.guichet.country.fr;

import io.guichet.country.identifier.Digits;

/// The number of one establishment of a company: its SIREN, a serial of 4 digits, Luhn's check digit over all 14.
/// La Poste has more establishments than Luhn leaves room for: there the sum of the digits is a multiple of 5, except
/// for its seat.
///
/// For samples: call `complete` with a SIREN and a serial.
public final class Siret extends LuhnNumber {

    private static final String LA_POSTE = "356000000";
    private static final String LA_POSTE_SEAT = "35600000000048";

    Siret() {
        super("fr.siret", "### ### ### #####", Siren.LENGTH, 5);
    }

    /// The establishment `serial` (1 to 9999) of the company `siren`; not for La Poste.
    public static String complete(String siren, int serial) {
        String first13 = siren + "%04d".formatted(serial);
        return first13 + Digits.luhnDigit(first13);
    }

    @Override
    boolean keyHolds(String digits) {
        return Digits.luhn(digits, 0, Siren.LENGTH) == 0
                && (digits.startsWith(LA_POSTE) ? laPoste(digits) : super.keyHolds(digits));
    }

    private static boolean laPoste(String digits) {
        return digits.equals(LA_POSTE_SEAT) || digits.chars().map(digit -> digit - '0').sum() % 5 == 0;
    }
}
