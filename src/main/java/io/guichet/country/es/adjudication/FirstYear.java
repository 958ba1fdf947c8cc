package io.guichet.country.es.adjudication;

import java.time.LocalDate;

/// Yearly amounts of somebody who joins within a year: policies end on 31 December, so the first year is a short one.
public final class FirstYear {

    private FirstYear() {
    }

    /// The insured capital of a year, in cents, rounded half up: in the year of entry by the days left, over 365 or 366.
    ///
    /// @param capital of a whole year, in cents
    /// @param entry   first day covered
    /// @param year    the calendar year
    public static long capital(long capital, LocalDate entry, int year) {
        if (entry.getYear() != year) {
            return capital;
        }
        int days = entry.lengthOfYear();
        return (2 * capital * daysLeft(entry) + days) / (2L * days);
    }

    /// How many days of its year are left from that day on, the day itself included.
    public static int daysLeft(LocalDate entry) {
        return entry.lengthOfYear() - entry.getDayOfYear() + 1;
    }
}
