package io.guichet.country.fr.adjudication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The published figures of `figures.txt`, read once.
public final class Figures {

    private static final Figures PUBLISHED = new Figures();

    private final Map<String, Series> parameters;
    private final Map<String, List<Tariff>> tariffs = new LinkedHashMap<>();

    /// What the public insurance refers to for an act over a period.
    ///
    /// @param sector    `OPTAM` (sector 1 too), `NON_OPTAM`, or `TOUS`: no difference
    /// @param base      BRSS; where it depends on the correction, of the weakest
    /// @param strongest BRSS of the strongest correction, cents; 0 where it does not depend
    /// @param limit     price limit of the 100 % Santé, cents; 0 where there is none
    /// @param highest   price limit at the strongest correction, cents; 0 where it does not depend
    public record Tariff(String act, String sector, Figure base, long strongest, long limit, long highest) {

        /// The price limit for that BRSS: between the two published ends in proportion.
        long limit(long brss) {
            if (strongest == 0 || brss <= base.value()) {
                return limit;
            }
            long span = strongest - base.value();
            return limit + ((highest - limit) * (Math.min(brss, strongest) - base.value()) + span / 2) / span;
        }
    }

    private Figures() {
        Map<String, List<Figure>> read = new LinkedHashMap<>();
        for (String line : TextTable.lines("/io/guichet/country/fr/adjudication/figures.txt")) {
            int colon = line.indexOf(':');
            String[] parts = TextTable.split(line.substring(colon + 1));
            switch (line.substring(0, colon)) {
                case "rate" -> read.computeIfAbsent(parts[0], code -> new ArrayList<>())
                        .add(Figure.rate(parts[1], parts[2], parts[3], parts[4]));
                case "amount" -> read.computeIfAbsent(parts[0], code -> new ArrayList<>())
                        .add(Figure.amount(parts[1], parts[2], parts[3], parts[4]));
                case "tariff" -> tariffs.computeIfAbsent(parts[0], code -> new ArrayList<>()).add(new Tariff(parts[0], parts[1],
                        Figure.amount(parts[2], parts[6], parts[7], parts[8]), cents(parts[3]), cents(parts[4]), cents(parts[5])));
                default -> throw new IllegalStateException("figures.txt does not know " + line);
            }
        }
        parameters = read.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new Series(each.getValue()), (a, b) -> a, HashMap::new));
    }

    private static long cents(String euros) {
        return euros.isEmpty() ? 0 : Figure.amount(euros, "2000-01-01", "", "").value();
    }

    /// What was published until this version of the program.
    public static Figures published() {
        return PUBLISHED;
    }

    /// The periods of a rate or an amount.
    public Series parameter(String code) {
        return parameters.getOrDefault(code, Series.NONE);
    }

    /// Rates and amounts by code.
    public Map<String, Series> parameters() {
        return Map.copyOf(parameters);
    }

    /// The tariffs of an act, the oldest first in each sector; none where its BRSS comes with the line.
    public List<Tariff> tariffs(String act) {
        return List.copyOf(tariffs.getOrDefault(act, List.of()));
    }

    /// All tariffs.
    public List<Tariff> tariffs() {
        return tariffs.values().stream().flatMap(List::stream).toList();
    }
}
