package io.guichet.country.be.adjudication;

import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The formulas that `formules.txt` describes, as plans.
public final class Formulas {

    /// The file, for who loads it into the tables too.
    public static final String SOURCE = "/io/guichet/country/be/formules.txt";

    private static final String ELSE = "ALGEMEEN";
    private static final Formulas SAMPLES = new Formulas(TableFile.read(SOURCE));

    /// A formula: its plan over time.
    ///
    /// @param code   as policies name it
    /// @param name   commercial name
    /// @param branch what it insures
    public record Formula(String code, String name, Branch branch, List<Dated> plans) implements Plan.Terms {

        public Formula {
            plans = List.copyOf(plans);
        }

        @Override
        public @Nullable Plan on(LocalDate day) {
            for (Dated each : plans) {
                if (!day.isBefore(each.from()) && (each.to() == null || !day.isAfter(each.to()))) {
                    return each.plan();
                }
            }
            return null;
        }
    }

    /// A plan over a period.
    ///
    /// @param from first day of care it decides about
    /// @param to   last day; null until it changes
    public record Dated(LocalDate from, @Nullable LocalDate to, Plan plan) {
    }

    private final Map<String, Formula> formulas = new LinkedHashMap<>();

    private Formulas(List<TableFile.Table> tables) {
        for (TableFile.Row row : TableFile.rows(tables, "formule")) {
            String code = row.get("code");
            Branch branch = Branch.of(row.get("tak"));
            formulas.put(code, new Formula(code, row.get("naam"), branch, plans(tables, code, branch)));
        }
    }

    /// The sample formulas.
    public static Formulas samples() {
        return SAMPLES;
    }

    /// The formula of that code, or empty when there is none.
    public Optional<Formula> formula(String code) {
        return Optional.ofNullable(formulas.get(code));
    }

    /// All formulas, in the order of the file.
    public List<Formula> all() {
        return List.copyOf(formulas.values());
    }

    private static List<Dated> plans(List<TableFile.Table> tables, String code, Branch branch) {
        List<Dated> plans = new ArrayList<>();
        for (TableFile.Row row : TableFile.rows(tables, "formule_voorwaarde")) {
            if (row.get("formule").equals(code)) {
                String to = row.find("einde");
                plans.add(new Dated(LocalDate.parse(row.get("begin")), to == null ? null : LocalDate.parse(to),
                        plan(tables, row, code, branch)));
            }
        }
        return plans;
    }

    private static Plan plan(List<TableFile.Table> tables, TableFile.Row row, String code, Branch branch) {
        String begin = row.get("begin");
        List<Money> ceilings = rows(tables, "formule_plafond", code, begin).stream()
                .map(each -> Money.euros(cents(each.get("bedrag")))).toList();
        Map<Rubriek, Integer> waiting = new EnumMap<>(Rubriek.class);
        int waitingElse = 0;
        for (TableFile.Row each : rows(tables, "formule_wachttijd", code, begin)) {
            int months = Integer.parseInt(each.get("maanden"));
            if (each.get("rubriek").equals(ELSE)) {
                waitingElse = months;
            } else {
                waiting.put(Rubriek.valueOf(each.get("rubriek")), months);
            }
        }
        Rate rate = percent(row.get("terugbetaling"));
        return new Plan(branch, rate, branch == Branch.HOSPITAL ? rate : percent(row.get("preventie")), ceilings,
                branch == Branch.HOSPITAL ? hospital(row) : null, waiting, waitingElse, true, code + " " + begin);
    }

    private static Plan.Hospital hospital(TableFile.Row row) {
        Map<Room, Long> deductibles = new EnumMap<>(Room.class);
        deductibles.put(Room.SINGLE, cents(row.get("franchise_eenpersoons")));
        deductibles.put(Room.DOUBLE, cents(row.get("franchise_tweepersoons")));
        deductibles.put(Room.COMMON, cents(row.get("franchise_gemeenschappelijk")));
        String perDay = row.find("kamersupplement_dag");
        return new Plan.Hospital(deductibles, Rate.of(new BigDecimal(row.get("max_ereloonsupplement"))),
                perDay == null ? Plan.UNLIMITED : cents(perDay), Integer.parseInt(row.get("dagen_voor")), Integer.parseInt(row.get("dagen_na")));
    }

    private static List<TableFile.Row> rows(List<TableFile.Table> tables, String table, String code, String begin) {
        return TableFile.rows(tables, table).stream()
                .filter(row -> row.get("formule").equals(code) && row.get("begin").equals(begin)).toList();
    }

    private static Rate percent(String percent) {
        return Rate.of(new BigDecimal(percent).movePointLeft(2));
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
