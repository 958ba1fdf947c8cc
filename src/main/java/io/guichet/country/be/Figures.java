package io.guichet.country.be;

import java.time.LocalDate;

/// Numbers as the tables write them, made without a formatter: samples are millions of them.
final class Figures {

    private static final int DECADE = 10;
    private static final int CENTS = 100;

    private Figures() {
    }

    /// With leading zeros.
    static String padded(long number, int width) {
        char[] digits = new char[width];
        long rest = number;
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + rest % DECADE);
            rest /= DECADE;
        }
        return new String(digits);
    }

    /// A letter and a number with leading zeros: `V000000012`.
    static String named(char letter, long number, int width) {
        return letter + padded(number, width);
    }

    /// Cents as `numeric(10,2)`: `12.05`.
    static String amount(long cents) {
        return cents / CENTS + (cents % CENTS < DECADE ? ".0" : ".") + cents % CENTS;
    }

    /// Percent of cents, half up.
    static long percent(long cents, long percent) {
        return (cents * percent + 50) / CENTS;
    }

    /// The earlier of two days.
    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// The later of two days.
    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
