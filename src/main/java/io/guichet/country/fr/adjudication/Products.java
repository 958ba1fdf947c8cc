package io.guichet.country.fr.adjudication;

import io.guichet.country.contract.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sample products of `products.txt`, as far as they say what is paid. The base level of a product has the product's code;
/// a level above it adds its own: `SANTE`, `SANTE_OPTION1`.
public final class Products {

    private static final String FILE = "/io/guichet/country/fr/products.txt";
    private static final List<String> LEVELS = List.of("BASE", "OPTION1", "OPTION2", "OPTION3");
    private static final Products SAMPLES = new Products();
    private static final int FIRST_LEVEL = 3;

    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final List<Offer> offers = new ArrayList<>();

    private Products() {
        Map<String, Boolean> responsible = new LinkedHashMap<>();
        Map<String, String> products = new LinkedHashMap<>();
        Map<String, List<Guarantee>> guarantees = new LinkedHashMap<>();
        for (String line : lines()) {
            int colon = line.indexOf(':');
            String[] parts = TextTable.split(line.substring(colon + 1));
            switch (line.substring(0, colon)) {
                case "product" -> {
                    responsible.put(parts[0], parts[3].equals("yes"));
                    products.put(parts[0], parts[1]);
                }
                case "option" -> {
                    guarantees.put(code(parts[0], parts[1]), new ArrayList<>());
                    offers.add(new Offer(code(parts[0], parts[1]), products.get(parts[0]) + ", " + parts[2]));
                }
                case "guarantee" -> {
                    for (int level = FIRST_LEVEL; level < parts.length; level++) {
                        if (!parts[level].isEmpty()) {
                            guarantees.getOrDefault(code(parts[0], LEVELS.get(level - FIRST_LEVEL)), new ArrayList<>())
                                    .add(guarantee(parts[1], parts[level]));
                        }
                    }
                }
                default -> { }
            }
        }
        guarantees.forEach((code, all) -> plans.put(code,
                Plan.of(responsible.getOrDefault(LEVELS.stream().filter(level -> code.endsWith("_" + level)).findFirst()
                        .map(level -> code.substring(0, code.length() - level.length() - 1)).orElse(code), true), all)));
    }

    /// The products that come with the program.
    public static Products samples() {
        return SAMPLES;
    }

    /// The lines of `products.txt` without comments.
    public static List<String> lines() {
        return TextTable.lines(FILE);
    }

    /// The code under which a level of a product is asked for.
    public static String code(String product, String level) {
        return level.equals("BASE") ? product : product + "_" + level;
    }

    /// What is granted under that code, or null when nobody sells it.
    public @Nullable Plan plan(String code) {
        return plans.get(code);
    }

    /// All levels of all products.
    public List<Offer> offers() {
        return List.copyOf(offers);
    }

    /// Reads what `products.txt` says of one guarantee at one level: `brss 150/130`, `act 45.00 x4`.
    public static Guarantee guarantee(String code, String text) {
        String[] words = text.split(" ");
        Mode mode = switch (words[0]) {
            case "brss" -> Mode.BRSS_INCLUDED;
            case "plus" -> Mode.BRSS_ADDED;
            case "act" -> Mode.FLAT_PER_ACT;
            case "day" -> Mode.FLAT_PER_DAY;
            case "year" -> Mode.FLAT_PER_YEAR;
            case "pmss" -> Mode.PMSS;
            case "actual" -> Mode.ACTUAL_COST;
            default -> throw new IllegalStateException("products.txt does not know the level " + words[0]);
        };
        String[] rates = mode.isShare() ? words[1].split("/") : new String[0];
        long plusFlat = 0;
        long yearlyMost = 0;
        int times = 0;
        for (String word : words) {
            switch (word.charAt(0)) {
                case '+' -> plusFlat = cents(word.substring(1));
                case '<' -> yearlyMost = cents(word.substring(1));
                case 'x' -> times = Integer.parseInt(word.substring(1));
                default -> { }
            }
        }
        return new Guarantee(code, mode, rates.length > 0 ? percent(rates[0]) : BigDecimal.ZERO,
                rates.length > 1 ? percent(rates[1]) : null, mode.isFlat() ? cents(words[1]) : 0, plusFlat, yearlyMost, times);
    }

    /// Percent as a fraction.
    public static BigDecimal percent(String percent) {
        return new BigDecimal(percent).movePointLeft(2);
    }

    private static long cents(String euros) {
        return new BigDecimal(euros).movePointRight(2).longValueExact();
    }
}
