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

    private final Map<String, Integer> used = new HashMap<>();

    private BirthCounters() {
    }

    /// The counters after the numbers that are in use.
    static BirthCounters read(Connection connection) throws SQLException {
        BirthCounters counters = new BirthCounters();
        String sql = """
                SELECT left(inss, 6) || geboortedatum || substr(inss, 9, 1)::integer % 2, max(substr(inss, 7, 3)::integer)
                FROM be.verzekerde WHERE inss IS NOT NULL GROUP BY 1
                """;
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counters.used.put(row.getString(1), row.getInt(2));
            }
        }
        return counters;
    }

    /// The next number of somebody born that day.
    ///
    /// @throws IllegalStateException when a day has no number left
    String next(LocalDate birth, boolean female, boolean bis) {
        String date = "%02d%02d%02d".formatted(birth.getYear() % 100, birth.getMonthValue() + (bis ? 40 : 0),
                birth.getDayOfMonth());
        int parity = female ? 0 : 1;
        int counter = used.merge(date + birth + parity, female ? 2 : 1, (last, first) -> last + 2);
        if (counter > LAST) {
            throw new IllegalStateException("no national number left for somebody born on " + birth);
        }
        return Niss.complete(date + "%03d".formatted(counter), birth.getYear() >= 2000);
    }
}
