package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Plan;
import io.guichet.country.be.adjudication.Rate;
import io.guichet.country.be.adjudication.Room;
import io.guichet.country.be.adjudication.Rubriek;
import io.guichet.country.be.table.Rows;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dated conditions of a formula as the tables have them.
final class FormulaTerms implements Plan.Terms {

    private static final String CONDITIONS = """
            SELECT v.*, w.rubrieken, w.maanden, p.jaren, p.bedragen
            FROM be.formule_voorwaarde v
            CROSS JOIN LATERAL (SELECT array_agg(t.rubriek) AS rubrieken, array_agg(t.maanden::bigint) AS maanden
                                FROM (SELECT * FROM be.formule_wachttijd x WHERE x.formule = v.formule AND x.begin = v.begin ORDER BY x.rubriek) t) w
            CROSS JOIN LATERAL (SELECT array_agg(t.lidjaar::bigint) AS jaren, array_agg((t.bedrag * 100)::bigint) AS bedragen
                                FROM (SELECT * FROM be.formule_plafond x WHERE x.formule = v.formule AND x.begin = v.begin ORDER BY x.lidjaar) t) p
            WHERE v.formule = ANY (?)
            """;
    private static final String ELSE = "ALGEMEEN";

    private record Dated(LocalDate from, @Nullable LocalDate to, Plan plan) {
    }

    private final List<Dated> plans;

    private FormulaTerms(List<Dated> plans) {
        this.plans = plans;
    }

    /// The conditions of these formulas, by code.
    static Map<String, FormulaTerms> of(Connection connection, Collection<String> formulas) throws SQLException {
        Map<String, FormulaTerms> terms = new HashMap<>();
        Array codes = connection.createArrayOf("text", formulas.toArray());
        Rows.list(connection, CONDITIONS, row -> terms.computeIfAbsent(row.getString("formule"), code -> new FormulaTerms(new ArrayList<>()))
                .plans.add(new Dated(Rows.knownDay(row, "begin"), Rows.day(row, "einde"), plan(row))), codes);
        return terms;
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

    private static Plan plan(ResultSet row) throws SQLException {
        Branch branch = Branch.of(row.getString("tak"));
        Map<Rubriek, Integer> waiting = new EnumMap<>(Rubriek.class);
        int waitingElse = 0;
        List<String> kinds = texts(row, "rubrieken");
        List<Long> months = numbers(row, "maanden");
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).equals(ELSE)) {
                waitingElse = months.get(i).intValue();
            } else {
                waiting.put(Rubriek.valueOf(kinds.get(i)), months.get(i).intValue());
            }
        }
        Rate rate = percent(row.getBigDecimal("terugbetaling"));
        boolean hospital = branch == Branch.HOSPITAL;
        return new Plan(branch, rate, hospital ? rate : percent(row.getBigDecimal("preventie")), ceilings(row),
                hospital ? hospital(row) : null, waiting, waitingElse, true, row.getString("formule") + " " + row.getString("begin"));
    }

    private static List<Money> ceilings(ResultSet row) throws SQLException {
        List<Money> ceilings = new ArrayList<>();
        List<Long> years = numbers(row, "jaren");
        List<Long> cents = numbers(row, "bedragen");
        for (int i = 0; i < years.size(); i++) {
            // a year without an amount of its own has that of the year before
            while (ceilings.size() < years.get(i) - 1) {
                ceilings.add(ceilings.isEmpty() ? Money.euros(cents.get(i)) : ceilings.getLast());
            }
            ceilings.add(Money.euros(cents.get(i)));
        }
        return ceilings;
    }

    private static Plan.Hospital hospital(ResultSet row) throws SQLException {
        Map<Room, Long> deductibles = new EnumMap<>(Room.class);
        deductibles.put(Room.SINGLE, Rows.cents(row, "franchise_eenpersoons"));
        deductibles.put(Room.DOUBLE, Rows.cents(row, "franchise_tweepersoons"));
        deductibles.put(Room.COMMON, Rows.cents(row, "franchise_gemeenschappelijk"));
        return new Plan.Hospital(deductibles, Rate.of(row.getBigDecimal("max_ereloonsupplement")),
                row.getBigDecimal("kamersupplement_dag") == null ? Plan.UNLIMITED : Rows.cents(row, "kamersupplement_dag"),
                row.getInt("dagen_voor"), row.getInt("dagen_na"));
    }

    private static Rate percent(BigDecimal percent) {
        return Rate.of(percent.movePointLeft(2));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
