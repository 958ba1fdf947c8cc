package io.guichet.country.be;

import io.guichet.country.be.table.Rows;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.SampleWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Sample providers and hospitals: the same few hundred for every population.
final class BeProviders {

    /// A hospital, and the account that it is paid to.
    record Hospital(String number, boolean partner, String account) {
    }

    private static final long SEED = 26;
    private static final int EACH = 60;
    private static final int HOSPITALS = 40;
    private static final Map<String, String> PROFESSIONS = Map.of("ARTS", "1", "TANDARTS", "3", "KINESITHERAPEUT", "5");
    private static final Map<String, String> COMPETENCES = Map.of("ARTS", "004", "TANDARTS", "001", "KINESITHERAPEUT", "526");

    private final List<String> doctors;
    private final List<String> dentists;
    private final List<String> physiotherapists;
    private final List<Hospital> hospitals;

    private BeProviders(Connection connection) throws SQLException {
        doctors = providers(connection, "ARTS");
        dentists = providers(connection, "TANDARTS");
        physiotherapists = providers(connection, "KINESITHERAPEUT");
        hospitals = Rows.list(connection, "SELECT erkenning, partner_sinds IS NOT NULL FROM be.ziekenhuis ORDER BY 1", row ->
                new Hospital(row.getString(1), row.getBoolean(2), BelgianAccount.iban("310", "0000" + row.getString(1))));
    }

    /// Those that are there; writes them first when there are none.
    static BeProviders of(Connection connection, SampleWords words) throws SQLException {
        if (Rows.list(connection, "SELECT 1 FROM be.ziekenhuis LIMIT 1", row -> true).isEmpty()) {
            write(connection, words);
        }
        return new BeProviders(connection);
    }

    private static List<String> providers(Connection connection, String profession) throws SQLException {
        return Rows.list(connection, "SELECT inami FROM be.zorgverlener WHERE beroep = ? ORDER BY 1", row -> row.getString(1),
                profession);
    }

    private static void write(Connection connection, SampleWords words) throws SQLException {
        Draw draw = new Draw(SEED, 0);
        CopyTable providers = new CopyTable("be.zorgverlener", "inami, naam, beroep, conventie, postcode, gemeente");
        CopyTable hospitals = new CopyTable("be.ziekenhuis", "erkenning, naam, postcode, gemeente, partner_sinds");
        List<String[]> cities = words.list("city").stream().map(line -> line.split("\\|")).toList();
        for (String profession : List.of("ARTS", "TANDARTS", "KINESITHERAPEUT")) {
            for (int i = 0; i < EACH; i++) {
                String[] city = draw.early(cities);
                String name = draw.any(words.list("surname." + city[3])) + " " + draw.any(words.list("female." + city[3]));
                providers.row(Inami.complete(PROFESSIONS.get(profession) + Figures.padded(10_000 + i * 1_117L, 5),
                        COMPETENCES.get(profession)), name, profession,
                        draw.percent(70) ? "VOLLEDIG" : draw.percent(50) ? "GEDEELTELIJK" : "NIET", city[1], city[0]);
            }
        }
        for (int i = 0; i < HOSPITALS; i++) {
            String[] city = cities.get(i % cities.size());
            hospitals.row(Figures.padded(100 + i * 7L, 3), draw.any(words.list("hospital." + city[3])) + " " + city[0], city[1], city[0],
                    draw.percent(40) ? "2015-01-01" : null);
        }
        new CopyLoad(connection, List.of(providers, hospitals)).flush();
    }

    String doctor(Draw draw) {
        return draw.any(doctors);
    }

    String dentist(Draw draw) {
        return draw.any(dentists);
    }

    String physiotherapist(Draw draw) {
        return draw.any(physiotherapists);
    }

    Hospital hospital(Draw draw) {
        return draw.any(hospitals);
    }
}
