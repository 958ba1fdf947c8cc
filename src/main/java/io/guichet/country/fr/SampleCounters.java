package io.guichet.country.fr;

import io.guichet.country.sample.CopyTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What sample claims of one family used of limited guarantees; a family has few, so they are looked up one by one.
final class SampleCounters {

    private final CopyTable counters = new CopyTable("fr.compteur", "personne, code, unite, plafond, utilise, debut, fin");
    private final List<Counter> used = new ArrayList<>();

    private static final class Counter {
        private final long person;
        private final String code;
        private final String unit;
        private final long limit;
        private final LocalDate from;
        private final LocalDate to;
        private long used;

        Counter(long person, String code, String unit, long limit, LocalDate from, LocalDate to) {
            this.person = person;
            this.code = code;
            this.unit = unit;
            this.limit = limit;
            this.from = from;
            this.to = to;
        }

        boolean is(long whose, String what, LocalDate day) {
            return person == whose && code.equals(what) && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    CopyTable table() {
        return counters;
    }

    /// Writes what was used, and begins anew.
    void write() {
        for (Counter counter : used) {
            counters.row(counter.person, counter.code, counter.unit, counter.limit, counter.used, counter.from, counter.to);
        }
        used.clear();
    }

    /// What was used in the year of that day.
    long used(long person, String code, LocalDate day) {
        for (Counter counter : used) {
            if (counter.is(person, code, day)) {
                return counter.used;
            }
        }
        return 0;
    }

    /// Uses `more` of a yearly limit when so much is left; whether it was.
    boolean use(long person, String code, String unit, long limit, long more, LocalDate day) {
        if (more == 0) {
            return true;
        }
        Counter found = null;
        for (Counter counter : used) {
            found = counter.is(person, code, day) ? counter : found;
        }
        if (found == null) {
            found = new Counter(person, code, unit, limit, LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31));
            used.add(found);
        }
        if (found.used + more > found.limit) {
            return false;
        }
        found.used += more;
        return true;
    }

    /// Whether a period of that kind touches these days.
    boolean overlap(long person, String code, LocalDate from, LocalDate to) {
        for (Counter counter : used) {
            if (counter.person == person && counter.code.equals(code) && !counter.from.isAfter(to) && !counter.to.isBefore(from)) {
                return true;
            }
        }
        return false;
    }

    /// Something that lasts from one day to another was had.
    void renew(long person, String code, String unit, LocalDate from, LocalDate to) {
        Counter counter = new Counter(person, code, unit, 1, from, to);
        counter.used = 1;
        used.add(counter);
    }
}
