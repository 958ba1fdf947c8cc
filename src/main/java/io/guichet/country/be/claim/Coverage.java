package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Plan;
import io.guichet.country.be.adjudication.Standing;
import io.guichet.country.be.table.Rows;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The policy that decides about a statement: that of its branch which covers the person on the first day of care. Where none
/// does, the nearest one, which covers nothing then.
///
/// @param policy    its number
/// @param formula   its formula on that day
/// @param from      first day of the membership
/// @param to        last day; null while it runs
/// @param suspended first day nothing is paid because the premium is not; null while it is
/// @param since     first day that counts for waiting months
record Coverage(String policy, String formula, Branch branch, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate suspended,
                LocalDate since) {

    private static final String NEAREST = """
            SELECT a.polis, p.tak, a.begin, least(a.einde, p.einde) AS einde, p.geschorst_vanaf, coalesce(a.ononderbroken_sinds, a.begin) AS sinds,
                   (SELECT f.formule FROM be.polis_formule f WHERE f.polis = p.nummer ORDER BY f.begin > ?::date, abs(f.begin - ?::date) LIMIT 1) AS formule
            FROM be.aansluiting a JOIN be.polis p ON p.nummer = a.polis
            WHERE a.verzekerde = ?
            ORDER BY p.tak <> ?, NOT (a.begin <= ?::date AND least(a.einde, p.einde, 'infinity') >= ?::date),
                     coalesce(p.geschorst_vanaf <= ?::date, false), abs(a.begin - ?::date), a.polis
            LIMIT 1
            """;

    /// Empty when the person never had any policy.
    static Optional<Coverage> find(UnitOfWork work, String member, Branch branch, LocalDate day) {
        return Rows.first(work, NEAREST, row -> new Coverage(row.getString("polis"), row.getString("formule"), Branch.of(row.getString("tak")),
                Rows.knownDay(row, "begin"), Rows.day(row, "einde"), Rows.day(row, "geschorst_vanaf"), Rows.knownDay(row, "sinds")),
                day, day, member, branch.tak(), day, day, day, day);
    }

    /// Whether it covers care of that day, paid for.
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to)) && !isSuspended(day);
    }

    boolean isSuspended(LocalDate day) {
        return suspended != null && !day.isBefore(suspended);
    }

    /// What it pays, day by day; nothing outside it, and nothing of another branch.
    Plan.Terms terms(UnitOfWork work, Branch asked) {
        Plan.Terms formulaTerms = FormulaTerms.of(work, formula);
        return day -> branch == asked && covers(day) ? formulaTerms.on(day) : null;
    }

    /// Where the person stands with it.
    ///
    /// @param withheld deductible of the same admission taken off by other statements, cents
    Standing standing(UnitOfWork work, String member, long withheld) {
        Map<Integer, Long> used = new HashMap<>();
        Rows.list(work, "SELECT extract(year FROM begin)::integer AS jaar, verbruikt FROM be.jaarplafond WHERE verzekerde = ? AND formule = ?",
                row -> used.put(row.getInt("jaar"), Rows.cents(row, "verbruikt")) == null, member, formula);
        return new Standing(from.getYear(), since, used, withheld);
    }
}
