package io.guichet.country.es;

import java.time.LocalDate;

/// Yearly amounts of somebody who joins within a year: policies end on 31 December, so the first year is a short one.
final class FirstYear {

    private FirstYear() {
    }

    /// The insured capital of a year, in cents, rounded half up: in the year of entry by the days left, over 365 or 366.
    ///
    /// @param capital of a whole year, in cents
    /// @param entry   first day covered
    /// @param year    the calendar year
    static long capital(long capital, LocalDate entry, int year) {
        if (entry.getYear() != year) {
            return capital;
        }
        int days = entry.lengthOfYear();
        long left = days - entry.getDayOfYear() + 1;
        return (2 * capital * left + days) / (2L * days);
    }
}
