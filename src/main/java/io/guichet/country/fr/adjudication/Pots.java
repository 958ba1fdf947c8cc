package io.guichet.country.fr.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What the lines of one claim used of limits so far, beside what was used before it.
final class Pots {

    private final Used before;
    private final List<Pot> pots = new ArrayList<>(2);

    private static final class Pot {
        private final String counter;
        private final int year;
        private long used;

        Pot(String counter, int year, long used) {
            this.counter = counter;
            this.year = year;
            this.used = used;
        }
    }

    Pots(Used before) {
        this.before = before;
    }

    private Pot pot(String counter, LocalDate day) {
        for (Pot pot : pots) {
            if (pot.year == day.getYear() && pot.counter.equals(counter)) {
                return pot;
            }
        }
        Pot pot = new Pot(counter, day.getYear(), before.of(counter, day));
        pots.add(pot);
        return pot;
    }

    /// What is used in the year of that day.
    long used(String counter, LocalDate day) {
        return pot(counter, day).used;
    }

    /// What is left of a limit in the year of that day.
    long left(String counter, long limit, LocalDate day) {
        return Math.max(0, limit - pot(counter, day).used);
    }

    /// At least so much was used already: a line may know more than its claim.
    void atLeast(String counter, LocalDate day, long used) {
        Pot pot = pot(counter, day);
        pot.used = Math.max(pot.used, used);
    }

    void take(String counter, LocalDate day, long more) {
        pot(counter, day).used += more;
    }
}
