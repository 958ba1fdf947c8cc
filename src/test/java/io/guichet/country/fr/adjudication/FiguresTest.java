package io.guichet.country.fr.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The figures that come with the program are those of the tables, for every period.
class FiguresTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void everyRateAndAmountIsThatOfTheTables() throws SQLException {
        List<String> published = new ArrayList<>();
        Set<String> codes = new TreeSet<>();
        Figures.published().parameters().forEach((code, series) -> {
            codes.add(code);
            series.all().forEach(figure -> published.add(String.join(" | ", code, figure.from().toString(), day(figure.to()),
                    figure.rate().signum() == 0 ? "CENTIME" : "POUR_DIX_MILLE",
                    Long.toString(figure.rate().signum() == 0 ? figure.value() : figure.value() / 100), figure.source())));
        });
        List<String> stored = rows("SELECT code, debut, coalesce(fin::text, ''), unite, valeur, source FROM fr.parametre", 6);
        stored.removeIf(row -> !codes.contains(row.substring(0, row.indexOf(' '))));
        assertThat(published).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void everyTariffIsThatOfTheTables() throws SQLException {
        List<String> published = Figures.published().tariffs().stream().map(tariff -> String.join(" | ", tariff.act(), tariff.sector(),
                Long.toString(tariff.base().value()), number(tariff.strongest()), number(tariff.limit()), number(tariff.highest()),
                tariff.base().from().toString(), day(tariff.base().to()))).toList();
        assertThat(published).containsExactlyInAnyOrderElementsOf(rows("SELECT code, secteur, tarif, coalesce(tarif_maximum::text, ''), "
                + "coalesce(plv::text, ''), coalesce(plv_maximum::text, ''), debut, coalesce(fin::text, '') FROM fr.bareme", 8));
    }

    @Test
    void everyTariffIsOfAKnownActAndItsFamily() throws SQLException {
        List<String> stored = rows("SELECT DISTINCT code, famille FROM fr.bareme", 2);
        assertThat(CareAct.all().stream().filter(act -> act.basis() == CareAct.Basis.TARIFF)
                .map(act -> act.code() + " | " + act.family())).containsExactlyInAnyOrderElementsOf(stored);
    }

    private static String day(@Nullable Object day) {
        return day == null ? "" : day.toString().toLowerCase(Locale.ROOT);
    }

    private static String number(long cents) {
        return cents == 0 ? "" : Long.toString(cents);
    }

    private static List<String> rows(String sql, int columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DATABASE.connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> parts = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    parts.add(row.getString(i));
                }
                rows.add(String.join(" | ", parts));
            }
        }
        return rows;
    }
}
