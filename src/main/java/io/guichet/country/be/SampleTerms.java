package io.guichet.country.be;

import io.guichet.country.be.table.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The conditions, tariffs and acts that samples are reckoned with: read once from the tables, so that what samples claim
/// is what their formulas grant.
final class SampleTerms {

    /// Conditions of a formula over a period; amounts in cents.
    ///
    /// @param onTop       percent of the honorarium that fee supplements are covered on top of it
    /// @param roomPerDay  most that is paid a day for a single room
    /// @param deductibles of a single, a double and a common room
    /// @param ceilings    by year of membership; empty when there is none
    record Terms(LocalDate from, @Nullable LocalDate to, int rate, int preventive, int onTop, long roomPerDay,
                 long[] deductibles, long[] ceilings, int waitingMonths) {

        /// The ceiling of a year of membership, from 1.
        long ceiling(int year) {
            return ceilings[Math.min(year, ceilings.length) - 1];
        }
    }

    /// Tariff of an act over a period: honorarium and the four interventions, in cents.
    ///
    /// @param interventions ordinary, BIM, ordinary with GMD, BIM with GMD
    record Act(String code, LocalDate from, @Nullable LocalDate to, long honorarium, long[] interventions) {

        long intervention(boolean preferential, boolean file) {
            return interventions[(preferential ? 1 : 0) + (file ? 2 : 0)];
        }
    }

    /// Net premium over a period.
    private record Dated(LocalDate from, @Nullable LocalDate to, Premie.Tariff tariff) {
    }

    private final Map<String, List<Terms>> terms = new HashMap<>();
    private final Map<String, List<Dated>> tariffs = new HashMap<>();
    private final Map<String, Premie.Rates> taxes = new HashMap<>();
    private final Map<String, List<Act>> acts = new HashMap<>();

    private SampleTerms() {
    }

    static SampleTerms read(Connection connection) throws SQLException {
        SampleTerms read = new SampleTerms();
        Rows.list(connection, """
                SELECT v.*, coalesce((SELECT w.maanden FROM be.formule_wachttijd w WHERE w.formule = v.formule AND w.begin = v.begin
                                      AND w.rubriek = 'ALGEMEEN'), 0) AS wachten,
                       (SELECT string_agg((p.bedrag * 100)::bigint::text, ' ' ORDER BY p.lidjaar) FROM be.formule_plafond p
                        WHERE p.formule = v.formule AND p.begin = v.begin) AS plafonds
                FROM be.formule_voorwaarde v
                """, row -> read.terms.computeIfAbsent(row.getString("formule"), formula -> new ArrayList<>()).add(new Terms(
                        Rows.knownDay(row, "begin"), Rows.day(row, "einde"), row.getInt("terugbetaling"), row.getInt("preventie"),
                        (int) (row.getDouble("max_ereloonsupplement") * 100),
                        row.getBigDecimal("kamersupplement_dag") == null ? Long.MAX_VALUE / 1000 : Rows.cents(row, "kamersupplement_dag"),
                        new long[] {(long) (row.getDouble("franchise_eenpersoons") * 100),
                                (long) (row.getDouble("franchise_tweepersoons") * 100),
                                (long) (row.getDouble("franchise_gemeenschappelijk") * 100)},
                        numbers(row.getString("plafonds")), row.getInt("wachten"))));
        Rows.list(connection, "SELECT * FROM be.premietarief ORDER BY formule, leeftijd_van", row ->
                read.tariffs.computeIfAbsent(row.getString("formule"), formula -> new ArrayList<>()).add(new Dated(
                        Rows.knownDay(row, "begin"), Rows.day(row, "einde"), new Premie.Tariff(row.getInt("leeftijd_van"),
                        row.getInt("leeftijd_tot"), Rows.cents(row, "bedrag")))));
        Rows.list(connection, "SELECT * FROM be.premietaks WHERE einde IS NULL", row -> read.taxes.put(row.getString("tak"),
                new Premie.Rates((int) Rows.cents(row, "taks"), (int) Rows.cents(row, "riziv"), 0)));
        Rows.list(connection, """
                SELECT n.code, p.rubriek, n.begin, n.einde, n.honorarium, be.tegemoetkoming(n.code, n.begin, false, false) AS gewoon,
                       be.tegemoetkoming(n.code, n.begin, true, false) AS bim, be.tegemoetkoming(n.code, n.begin, false, true) AS gewoon_gmd,
                       be.tegemoetkoming(n.code, n.begin, true, true) AS bim_gmd
                FROM be.nomenclatuur n JOIN be.prestatie p ON p.code = n.code WHERE n.honorarium IS NOT NULL ORDER BY n.code, n.begin
                """, row -> read.acts.computeIfAbsent(row.getString("rubriek"), kind -> new ArrayList<>()).add(new Act(
                        row.getString("code"), Rows.knownDay(row, "begin"), Rows.day(row, "einde"), Rows.cents(row, "honorarium"),
                        new long[] {Rows.cents(row, "gewoon"), Rows.cents(row, "bim"), Rows.cents(row, "gewoon_gmd"),
                                Rows.cents(row, "bim_gmd")})));
        return read;
    }

    private static long[] numbers(@Nullable String text) {
        return text == null ? new long[0] : Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static boolean holds(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Terms of(String formula, LocalDate day) {
        for (Terms each : terms.getOrDefault(formula, List.of())) {
            if (holds(each.from(), each.to(), day)) {
                return each;
            }
        }
        throw new IllegalStateException("formula " + formula + " has no conditions on " + day);
    }

    List<Premie.Tariff> tariffs(String formula, LocalDate day) {
        return tariffs.getOrDefault(formula, List.of()).stream().filter(each -> holds(each.from(), each.to(), day))
                .map(Dated::tariff).toList();
    }

    Premie.Rates taxes(String branch) {
        return Optional.ofNullable(taxes.get(branch)).orElseThrow();
    }

    /// An act of that kind with a tariff on that day: the `choice`-th of them, counted round.
    Act act(String kind, LocalDate day, int choice) {
        List<Act> known = acts.getOrDefault(kind, List.of());
        for (int i = 0; i < known.size(); i++) {
            Act act = known.get((choice + i) % known.size());
            if (holds(act.from(), act.to(), day)) {
                return act;
            }
        }
        throw new IllegalStateException("no act of " + kind + " has a tariff on " + day);
    }
}
