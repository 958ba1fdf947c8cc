package io.guichet.country.be;

import io.guichet.country.be.table.Rows;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes of a policy as a whole: its formula, its last day.
final class PolicyChanges {

    static final String PRODUCT = "be.amendment.option.product";
    private static final String SHARE = "be.amendment.option.employerShare";
    private static final String END = "be.amendment.dates.end";
    private static final String OPEN = "be.amendment.dates.open";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private PolicyChanges() {
    }

    /// Another formula of the same branch, or another employer's share, from the amendment's day on until the next change.
    static void option(Change change) throws SQLException {
        LocalDate from = change.effective();
        change.checkWithinPolicy(Change.EFFECTIVE, from);
        Optional<String> product = change.value(PRODUCT);
        if (product.isEmpty()) {
            change.problem(PRODUCT, "country.error.required");
        } else {
            checkProduct(change, product.get(), from);
        }
        BigDecimal share = share(change);
        record Row(LocalDate from, @Nullable LocalDate to, BigDecimal share) {
        }
        Optional<Row> current = change.first("""
                SELECT begin, einde, werkgeversaandeel FROM be.polis_formule
                WHERE polis = ? AND begin <= ? AND (einde IS NULL OR einde >= ?)
                """, row -> new Row(Rows.knownDay(row, "begin"), Rows.day(row, "einde"), row.getBigDecimal("werkgeversaandeel")),
                change.policy().number(), from, from);
        if (current.isEmpty() && change.isFaultless()) {
            change.problem(Change.EFFECTIVE, "be.error.noFormula");
        }
        if (!change.isFaultless()) {
            return;
        }
        Row row = current.orElseThrow();
        BigDecimal wanted = share == null ? row.share() : share;
        if (row.from().equals(from)) {
            change.write("""
                    UPDATE be.polis_formule SET formule = ?, werkgeversaandeel = ?, version = version + 1
                    WHERE polis = ? AND begin = ?
                    """, product.orElseThrow(), wanted, change.policy().number(), from);
            return;
        }
        change.write("UPDATE be.polis_formule SET einde = ?, version = version + 1 WHERE polis = ? AND begin = ?",
                from.minusDays(1), change.policy().number(), row.from());
        change.write("""
                INSERT INTO be.polis_formule (polis, begin, einde, tak, formule, werkgeversaandeel) VALUES (?, ?, ?, ?, ?, ?)
                """, change.policy().number(), from, row.to(), change.policy().branch(), product.orElseThrow(), wanted);
    }

    private static void checkProduct(Change change, String product, LocalDate day) throws SQLException {
        record Formula(String branch, LocalDate from, @Nullable LocalDate to) {
        }
        Optional<Formula> found = change.first("SELECT tak, begin, einde FROM be.formule WHERE code = ?",
                row -> new Formula(row.getString("tak"), Rows.knownDay(row, "begin"), Rows.day(row, "einde")), product);
        if (found.isEmpty()) {
            change.problem(PRODUCT, "be.error.unknownProduct", product);
            return;
        }
        Formula formula = found.get();
        if (!formula.branch().equals(change.policy().branch())) {
            change.problem(PRODUCT, "be.error.otherBranch", product);
        } else if (day.isBefore(formula.from()) || formula.to() != null && day.isAfter(formula.to())) {
            change.problem(PRODUCT, "be.error.notSold", product, day);
        }
    }

    private static @Nullable BigDecimal share(Change change) {
        Optional<String> typed = change.value(SHARE);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            BigDecimal share = new BigDecimal(typed.get().strip().replace(',', '.'));
            boolean possible = share.signum() >= 0 && share.compareTo(WHOLE) <= 0 && share.scale() <= 2
                    && (!change.policy().individual() || share.signum() == 0);
            if (possible) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        change.problem(SHARE, "be.error.share");
        return null;
    }

    /// Ends the policy on a day, or lets it go on. Memberships keep their own last day: nobody is insured longer than the
    /// policy, and they go on with it when it does.
    static void dates(Change change) throws SQLException {
        Optional<LocalDate> end = change.day(END);
        boolean open = change.ticked(OPEN);
        if (end.isPresent() == open) {
            change.problem(END, open ? "be.error.endOrOpen" : "country.error.required");
        }
        end.filter(last -> last.isBefore(change.policy().from()))
                .ifPresent(last -> change.problem(END, "be.error.beforePolicy", change.policy().from()));
        end.filter(last -> last.isBefore(change.effective().minusDays(1)))
                .ifPresent(last -> change.problem(END, "be.error.endBeforeEffective"));
        if (end.isPresent() && change.isFaultless()) {
            change.first("""
                    SELECT v.voornamen, v.naam, a.begin FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde
                    WHERE a.polis = ? AND a.begin > ? ORDER BY a.begin LIMIT 1
                    """, row -> { change.problem(END, "be.error.beforeStart", BeFacts.name(row), Rows.knownDay(row, "begin"));
                        return true; }, change.policy().number(), end.get());
        }
        if (change.isFaultless()) {
            change.write("UPDATE be.polis SET einde = ?, version = version + 1 WHERE nummer = ?", end.orElse(null),
                    change.policy().number());
        }
    }
}
