package io.guichet.country.be;

import io.guichet.country.be.table.Rows;
import io.guichet.country.contract.Guarantee;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a formula pays for, in words.
final class BeGuarantees {

    private static final String CONDITIONS = """
            SELECT v.*, w.rubrieken, w.maanden, p.jaren, p.bedragen
            FROM be.polis_formule f
            JOIN be.formule_voorwaarde v ON v.formule = f.formule AND v.begin <= greatest(?::date, f.begin)
                 AND (v.einde IS NULL OR v.einde >= greatest(?::date, f.begin))
            CROSS JOIN LATERAL (SELECT array_agg(t.rubriek ORDER BY t.rubriek) AS rubrieken,
                                       array_agg(t.maanden ORDER BY t.rubriek) AS maanden
                                FROM be.formule_wachttijd t WHERE t.formule = v.formule AND t.begin = v.begin) w
            CROSS JOIN LATERAL (SELECT array_agg(t.lidjaar ORDER BY t.lidjaar) AS jaren,
                                       array_agg((t.bedrag * 100)::bigint ORDER BY t.lidjaar) AS bedragen
                                FROM be.formule_plafond t WHERE t.formule = v.formule AND t.begin = v.begin) p
            WHERE f.polis = ? AND (f.einde IS NULL OR f.einde >= ?)
            ORDER BY f.begin LIMIT 1
            """;

    private final UserMessage family;
    private final LocalDate from;
    private final @Nullable LocalDate to;
    private final List<Guarantee> found = new ArrayList<>();

    private BeGuarantees(ResultSet row) throws SQLException {
        family = UserMessage.of("be.contract.formula." + row.getString("tak"));
        from = Rows.knownDay(row, "begin");
        to = Rows.day(row, "einde");
        if (row.getString("tak").equals("HOSPITALISATIE")) {
            addHospital(row);
        } else {
            add("TERUGBETALING", UserMessage.of("be.guarantee.rate"),
                    UserMessage.of("be.guarantee.rate.level", row.getBigDecimal("terugbetaling")));
            add("PREVENTIE", UserMessage.of("be.guarantee.preventive"),
                    UserMessage.of("be.guarantee.rate.level", row.getBigDecimal("preventie")));
        }
        addCeilings(numbers(row, "jaren"), numbers(row, "bedragen"));
        addWaiting(row);
    }

    /// What the contract guarantees on that day; the conditions of its first formula when it begins later.
    static List<Guarantee> of(UnitOfWork work, String contract, LocalDate day) {
        return Rows.first(work, CONDITIONS, BeGuarantees::new, day, day, contract, day)
                .map(guarantees -> guarantees.found).orElse(List.of());
    }

    private void addHospital(ResultSet row) throws SQLException {
        add("VERBLIJF", UserMessage.of("be.guarantee.stay"),
                UserMessage.of("be.guarantee.rate.level", row.getBigDecimal("terugbetaling")));
        int onTop = row.getBigDecimal("max_ereloonsupplement").movePointRight(2).intValueExact();
        add("ERELOONSUPPLEMENT", UserMessage.of("be.guarantee.feeSupplement"), onTop == 0
                ? UserMessage.of("be.guarantee.none") : UserMessage.of("be.guarantee.feeSupplement.level", onTop, 100 + onTop));
        add("KAMERSUPPLEMENT", UserMessage.of("be.guarantee.roomSupplement"), roomSupplement(row));
        add("VOOR_EN_NA", UserMessage.of("be.guarantee.around"),
                UserMessage.of("be.guarantee.around.level", row.getInt("dagen_voor"), row.getInt("dagen_na")));
        for (String room : List.of("eenpersoons", "tweepersoons", "gemeenschappelijk")) {
            String name = room.toUpperCase(Locale.ROOT);
            add("FRANCHISE_" + name, UserMessage.of("be.guarantee.deductible", UserMessage.of("be.claim.room." + name)),
                    UserMessage.of("be.guarantee.deductible.level", Rows.money(row, "franchise_" + room)));
        }
    }

    private static UserMessage roomSupplement(ResultSet row) throws SQLException {
        if (row.getBigDecimal("kamersupplement_dag") == null) {
            return UserMessage.of("be.guarantee.unlimited");
        }
        Money most = Rows.money(row, "kamersupplement_dag");
        return most.minor() == 0 ? UserMessage.of("be.guarantee.none")
                : UserMessage.of("be.guarantee.roomSupplement.level", most);
    }

    private void addCeilings(List<Long> years, List<Long> cents) {
        for (int i = 0; i < years.size(); i++) {
            boolean last = i == years.size() - 1;
            add("PLAFOND_" + years.get(i),
                    UserMessage.of(last ? "be.guarantee.ceiling.from" : "be.guarantee.ceiling.year", years.get(i)),
                    UserMessage.of("be.guarantee.ceiling.level", Money.euros(cents.get(i))));
        }
    }

    private void addWaiting(ResultSet row) throws SQLException {
        Array kinds = row.getArray("rubrieken");
        if (kinds == null) {
            return;
        }
        String[] acts = (String[]) kinds.getArray();
        List<Long> months = numbers(row, "maanden");
        for (int i = 0; i < acts.length; i++) {
            add("WACHTTIJD_" + acts[i], UserMessage.of("be.guarantee.waiting", UserMessage.of("be.claim.act." + acts[i])),
                    UserMessage.of("be.guarantee.waiting.level", months.get(i)));
        }
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<Long> numbers = new ArrayList<>();
        for (Object number : (Object[]) array.getArray()) {
            numbers.add(((Number) number).longValue());
        }
        return numbers;
    }

    private void add(String code, UserMessage label, UserMessage level) {
        found.add(new Guarantee(family, code, label, level, from, to));
    }
}
