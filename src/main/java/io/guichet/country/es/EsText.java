package io.guichet.country.es;

/// Numbers as identifiers write them. Millions are made for samples: no format strings.
final class EsText {

    private EsText() {
    }

    /// With leading zeros.
    ///
    /// @param number not negative, at most `width` digits
    static String padded(long number, int width) {
        char[] digits = new char[width];
        long rest = number;
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits);
    }

    /// A letter, a year of four digits and a serial number of eight: `R202600000017`.
    static String serial(char letter, int year, long serial) {
        return letter + padded(year, 4) + padded(serial, 8);
    }

    /// Cents as the tables write euros: `12.30`.
    static String euros(long cents) {
        long rest = cents % 100;
        return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
