package io.guichet.country.be;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Counters of the national register: each birth day counts boys in odd and girls in even numbers, and so do the BIS
/// numbers of that day.
final class BirthCounters {

    private static final int LAST = 998;
    private static final int BIS_MONTHS = 40;
    private static final int CENTURY = 100;

    private final Map<Long, Integer> used = new HashMap<>();

    private BirthCounters() {
    }

    /// The counters after the numbers that are in use.
    static BirthCounters read(Connection connection) throws SQLException {
        BirthCounters counters = new BirthCounters();
        String sql = """
                SELECT geboortedatum, bis, substr(inss, 9, 1)::integer % 2 = 0, max(substr(inss, 7, 3)::integer)
                FROM be.verzekerde WHERE inss IS NOT NULL GROUP BY 1, 2, 3
                """;
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counters.used.put(key(row.getObject(1, LocalDate.class), row.getBoolean(3), row.getBoolean(2)), row.getInt(4));
            }
        }
        return counters;
    }

    private static long key(LocalDate birth, boolean female, boolean bis) {
        return birth.toEpochDay() * 4 + (female ? 2 : 0) + (bis ? 1 : 0);
    }

    /// The next number of somebody born that day.
    ///
    /// @throws IllegalStateException when a day has no number left
    String next(LocalDate birth, boolean female, boolean bis) {
        int counter = used.merge(key(birth, female, bis), female ? 2 : 1, (last, first) -> last + 2);
        if (counter > LAST) {
            throw new IllegalStateException("no national number left for somebody born on " + birth);
        }
        long date = (birth.getYear() % CENTURY * 100L + birth.getMonthValue() + (bis ? BIS_MONTHS : 0)) * CENTURY
                + birth.getDayOfMonth();
        return Niss.complete(Figures.padded(date * 1000 + counter, 9), birth.getYear() >= 2000);
    }
}
