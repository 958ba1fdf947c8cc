package io.guichet.country.fr;

import io.guichet.country.fr.adjudication.Guarantee;
import io.guichet.country.fr.adjudication.Products;
import io.guichet.country.fr.adjudication.TextTable;
import io.guichet.country.sample.CopyTable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sample products of `products.txt`, on their way into the tables. Loaded once: before the first sample contract.
final class SampleCatalogue {

    private static final List<String> LEVELS = List.of("BASE", "OPTION1", "OPTION2", "OPTION3");
    private static final String PER_TEN_THOUSAND = "pmss ";

    private final CopyTable products = new CopyTable("fr.produit", "code, libelle, segment, responsable, par_age, exemple, debut");
    private final CopyTable options = new CopyTable("fr.option", "produit, code, libelle, rang");
    private final CopyTable guarantees = new CopyTable("fr.garantie", "produit, option, code, famille, rang, mode, taux, "
            + "taux_non_optam, montant, forfait, plafond_annuel, plafond_nombre, debut");
    private final CopyTable tariffs = new CopyTable("fr.tarif", "produit, option, role, montant, part_pmss, debut");
    private final CopyTable ages = new CopyTable("fr.facteur_age", "produit, age_minimum, age_maximum, facteur, debut");

    private String from = "";
    private int rank;

    /// Reads the products; they wait until their tables are flushed.
    SampleCatalogue read() {
        for (String line : Products.lines()) {
            int colon = line.indexOf(':');
            String[] parts = TextTable.split(line.substring(colon + 1));
            switch (line.substring(0, colon)) {
                case "product" -> product(parts);
                case "option" -> options.row(parts[0], parts[1], parts[2], LEVELS.indexOf(parts[1]));
                case "guarantee" -> guarantee(parts);
                case "tariff" -> tariff(parts);
                case "age" -> ages.row(parts[0], parts[1], parts[2], parts[3], from);
                default -> throw new IllegalStateException("products.txt does not know " + line);
            }
        }
        return this;
    }

    /// In the order they are written.
    List<CopyTable> tables() {
        return List.of(products, options, guarantees, tariffs, ages);
    }

    private void product(String[] parts) {
        from = parts[5];
        rank = 0;
        products.row(parts[0], parts[1], parts[2], parts[3].equals("yes"), parts[4].equals("yes"), true, from);
    }

    private void tariff(String[] parts) {
        boolean ceiling = parts[3].startsWith(PER_TEN_THOUSAND);
        tariffs.row(parts[0], parts[1], parts[2], ceiling ? null : cents(parts[3]),
                ceiling ? cents(parts[3].substring(PER_TEN_THOUSAND.length())) : null, parts[4]);
    }

    private void guarantee(String[] parts) {
        rank++;
        for (int level = 3; level < parts.length; level++) {
            if (!parts[level].isEmpty()) {
                guarantee(parts, LEVELS.get(level - 3), Products.guarantee(parts[1], parts[level]));
            }
        }
    }

    private void guarantee(String[] parts, String option, Guarantee guarantee) {
        boolean share = guarantee.mode().isShare();
        guarantees.row(parts[0], option, parts[1], parts[2], rank, guarantee.mode().stored(), share ? percent(guarantee.rate()) : null,
                guarantee.others() == null ? null : percent(guarantee.others()), guarantee.mode().isFlat() ? guarantee.amount() : null,
                limit(guarantee.plusFlat()), limit(guarantee.yearlyMost()), limit(guarantee.times()), from);
    }

    private static int percent(BigDecimal rate) {
        return rate.movePointRight(2).intValueExact();
    }

    private static @Nullable Long limit(long limit) {
        return limit == 0 ? null : limit;
    }

    /// Euros and cents, as cents.
    private static long cents(String euros) {
        return new BigDecimal(euros).movePointRight(2).longValueExact();
    }
}
