package io.guichet.country.be.adjudication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The acts and their dated tariffs, from `figures.txt`.
public final class Nomenclature {

    private static final String SOURCE = "/io/guichet/country/be/adjudication/figures.txt";
    private static final Nomenclature PUBLISHED = new Nomenclature(TableFile.read(SOURCE));

    private final Map<String, Prestatie> acts = new LinkedHashMap<>();
    private final Map<String, List<Tariff>> tariffs = new HashMap<>();

    private Nomenclature(List<TableFile.Table> tables) {
        for (TableFile.Row row : TableFile.rows(tables, "prestatie")) {
            Prestatie act = new Prestatie(row.get("code"), Rubriek.valueOf(row.get("rubriek")), Boolean.parseBoolean(row.get("preventief")));
            acts.put(act.code(), act);
        }
        for (TableFile.Row row : TableFile.rows(tables, "nomenclatuur")) {
            String to = row.find("einde");
            tariffs.computeIfAbsent(row.get("code"), code -> new ArrayList<>()).add(new Tariff(LocalDate.parse(row.get("begin")),
                    to == null ? null : LocalDate.parse(to), cents(row.get("honorarium")), cents(row.get("gewoon")),
                    centsIf(row.find("bim")), centsIf(row.find("gewoon_gmd")), centsIf(row.find("bim_gmd")), row.get("bron")));
        }
    }

    /// What was published.
    public static Nomenclature published() {
        return PUBLISHED;
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static @Nullable Long centsIf(@Nullable String amount) {
        return amount == null ? null : cents(amount);
    }

    /// The act of that code, or empty when nobody knows it.
    public Optional<Prestatie> act(String code) {
        return Optional.ofNullable(acts.get(code));
    }

    /// All acts, in the order of the file.
    public List<Prestatie> acts() {
        return List.copyOf(acts.values());
    }

    /// The tariff of an act on a day, or empty when there is none.
    public Optional<Tariff> tariff(String code, LocalDate day) {
        for (Tariff tariff : tariffs(code)) {
            if (tariff.holds(day)) {
                return Optional.of(tariff);
            }
        }
        return Optional.empty();
    }

    /// Every tariff of an act; none for acts whose honorarium and intervention come with the line.
    public List<Tariff> tariffs(String code) {
        return tariffs.getOrDefault(code, List.of());
    }
}
