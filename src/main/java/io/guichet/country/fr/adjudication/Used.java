package io.guichet.country.fr.adjudication;

import java.time.LocalDate;

/// What accepted claims used of a person's counters before.
@FunctionalInterface
public interface Used {

    /// Nothing yet.
    Used NOTHING = (counter, day) -> 0;

    /// The counter of the flat contributions that a person paid in a year, cents.
    String FLAT_CONTRIBUTIONS = "PARTICIPATION";
    /// The counter of pairs of glasses: 1 while they may not be renewed.
    String GLASSES = "OPTIQUE";

    /// What is used on that day, in the counter's unit: of the calendar year, or of the period that holds the day.
    long of(String counter, LocalDate day);
}
