package io.guichet.country.fr;

import io.guichet.country.sample.CopyTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        for (String line : lines()) {
            int colon = line.indexOf(':');
            String[] parts = split(line.substring(colon + 1));
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

    /// The lines of the file without comments.
    static List<String> lines() {
        try (InputStream stream = Objects.requireNonNull(SampleCatalogue.class.getResourceAsStream("products.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The parts between bars, stripped.
    static String[] split(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split("\\|", -1)) {
            parts.add(part.strip());
        }
        return parts.toArray(String[]::new);
    }

    /// Euros and cents, as cents.
    static long cents(String euros) {
        return new BigDecimal(euros).movePointRight(2).longValueExact();
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
                guarantee(parts, LEVELS.get(level - 3), parts[level].split(" "));
            }
        }
    }

    private void guarantee(String[] parts, String option, String[] words) {
        String mode = switch (words[0]) {
            case "brss" -> "BRSS_AMO_COMPRISE";
            case "plus" -> "BRSS_EN_PLUS";
            case "act" -> "EUROS_ACTE";
            case "day" -> "EUROS_JOUR";
            case "year" -> "EUROS_AN";
            case "pmss" -> "PMSS";
            case "actual" -> "FRAIS_REELS";
            default -> throw new IllegalStateException("products.txt does not know the level " + words[0]);
        };
        boolean euros = mode.startsWith("EUROS");
        String[] rates = euros || words.length < 2 ? new String[0] : words[1].split("/");
        @Nullable Object[] limits = new @Nullable Object[3];
        for (String word : words) {
            switch (word.charAt(0)) {
                case '+' -> limits[0] = cents(word.substring(1));
                case '<' -> limits[1] = cents(word.substring(1));
                case 'x' -> limits[2] = word.substring(1);
                default -> { }
            }
        }
        guarantees.row(parts[0], option, parts[1], parts[2], rank, mode, rates.length > 0 ? rates[0] : null,
                rates.length > 1 ? rates[1] : null, euros ? cents(words[1]) : null, limits[0], limits[1], limits[2], from);
    }
}
