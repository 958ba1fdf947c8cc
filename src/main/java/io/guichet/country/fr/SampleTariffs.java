package io.guichet.country.fr;

import io.guichet.country.fr.Premium.Price;
import io.guichet.country.fr.Premium.Role;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dated figures of the tables, in memory: samples are made of the same tariffs that rules will read.
final class SampleTariffs {

    private final Map<String, List<Figure>> figures = new HashMap<>();
    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Map<Role, Price>> prices = new HashMap<>();
    private final Map<String, List<Premium.AgeFactor>> ages = new HashMap<>();

    private record Figure(LocalDate from, @Nullable LocalDate to, long value) {
    }

    /// What a level pays for one kind of care.
    ///
    /// @param rate   percent of BRSS with the AMO's part, 0 for other modes
    /// @param amount cents, for the modes in euros
    /// @param flat   cents on top
    /// @param yearly at most cents a year, 0 without limit
    /// @param times  at most so many a year, 0 without limit
    record Level(int rate, boolean actualCost, long amount, long flat, long yearly, int times) {
        static final Level NONE = new Level(0, false, 0, 0, 0, 0);
    }

    static SampleTariffs read(Connection connection) throws SQLException {
        SampleTariffs tariffs = new SampleTariffs();
        Rows.list(connection, "SELECT code || ' ' || secteur AS code, debut, fin, tarif AS valeur FROM fr.bareme",
                row -> tariffs.add(row.getString("code"), row.getObject("debut", LocalDate.class), Rows.day(row, "fin"),
                        row.getLong("valeur")));
        Rows.list(connection, "SELECT code, debut, fin, valeur FROM fr.parametre",
                row -> tariffs.add(row.getString("code"), row.getObject("debut", LocalDate.class), Rows.day(row, "fin"),
                        row.getLong("valeur")));
        Rows.list(connection, "SELECT * FROM fr.garantie WHERE fin IS NULL", row -> tariffs.levels.put(
                row.getString("produit") + " " + row.getString("option") + " " + row.getString("code"),
                new Level(row.getInt("taux"), row.getString("mode").equals("FRAIS_REELS"), row.getLong("montant"),
                        row.getLong("forfait"), row.getLong("plafond_annuel"), row.getInt("plafond_nombre"))));
        Rows.list(connection, "SELECT * FROM fr.tarif WHERE fin IS NULL", row -> {
            Long amount = Rows.number(row, "montant");
            return tariffs.prices.computeIfAbsent(row.getString("produit"), product -> new HashMap<>()).put(
                    new Role(row.getString("option"), row.getString("role")),
                    amount == null ? new Price(row.getLong("part_pmss"), true) : new Price(amount, false));
        });
        Rows.list(connection, "SELECT * FROM fr.facteur_age WHERE fin IS NULL", row -> tariffs.ages
                .computeIfAbsent(row.getString("produit"), product -> new ArrayList<>()).add(new Premium.AgeFactor(
                        row.getInt("age_minimum"), row.getInt("age_maximum"), row.getInt("facteur"))));
        return tariffs;
    }

    private boolean add(String code, LocalDate from, @Nullable LocalDate to, long value) {
        return figures.computeIfAbsent(code, each -> new ArrayList<>()).add(new Figure(from, to, value));
    }

    /// The figure of that day; before the first it is the first.
    long at(String code, LocalDate day) {
        List<Figure> all = figures.getOrDefault(code, List.of());
        for (Figure figure : all) {
            if (!day.isBefore(figure.from()) && (figure.to() == null || !day.isAfter(figure.to()))) {
                return figure.value();
            }
        }
        return all.isEmpty() ? 0 : all.getFirst().value();
    }

    /// What that level pays for `what`; nothing when the product does not name it.
    Level level(String product, String option, String what) {
        return levels.getOrDefault(product + " " + option + " " + what, Level.NONE);
    }

    /// What a premium of that day is computed with.
    Premium.Terms terms(String product, String structure, String option, int share, LocalDate day) {
        boolean responsible = !product.equals("LIBRE");
        return new Premium.Terms(structure, option, share,
                (int) at(responsible ? "TSA_RESPONSABLE" : "TSA_NON_RESPONSABLE", day), at("PMSS", day),
                prices.getOrDefault(product, Map.of()), ages.getOrDefault(product, List.of()));
    }

    /// Whether that product has a tariff for `role` at `option`.
    boolean sells(String product, String option, String role) {
        return prices.getOrDefault(product, Map.of()).containsKey(new Role(option, role));
    }
}
