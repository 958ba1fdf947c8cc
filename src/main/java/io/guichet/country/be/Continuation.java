package io.guichet.country.be;

import io.guichet.country.be.Change.Membership;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Individual continuation: who leaves a group policy after two uninterrupted years goes on alone, with the same formula,
/// without medical formalities and without waiting again.
final class Continuation {

    private static final int YEARS = 2;
    private static final String FAMILY = "be.amendment.continuation.family";

    private Continuation() {
    }

    /// Opens an individual policy from the amendment's day on. Ends the membership of the group policy the day before,
    /// unless it has ended then.
    static void run(Change change) throws SQLException {
        LocalDate from = change.effective();
        LocalDate last = from.minusDays(1);
        if (change.policy().individual()) {
            change.problem(Change.SUBJECT, "be.error.continuesAlready");
            return;
        }
        Optional<Membership> found = MembershipChanges.covered(change, last);
        if (found.isEmpty() || !change.isFaultless()) {
            return;
        }
        Membership leaving = found.get();
        LocalDate since = leaving.uninterruptedSince() == null ? leaving.from() : leaving.uninterruptedSince();
        if (since.plusYears(YEARS).isAfter(from)) {
            change.problem(Change.EFFECTIVE, "be.error.twoYears", leaving.name(), since, since.plusYears(YEARS));
        }
        String formula = change.first("SELECT formule FROM be.polis_formule WHERE polis = ? AND begin <= ? AND (einde IS NULL OR einde >= ?)",
                row -> row.getString(1), change.policy().number(), last, last).orElse("");
        if (formula.isEmpty()) {
            change.problem(Change.EFFECTIVE, "be.error.noFormula");
        }
        boolean continued = change.first("SELECT 1 FROM be.polis WHERE voortzetting_van = ? AND verzekeringnemer = ? AND (einde IS NULL OR einde >= ?)",
                row -> true, change.policy().number(), leaving.member(), from).orElse(false);
        if (continued) {
            change.problem(Change.SUBJECT, "be.error.continuesAlready");
        }
        List<Membership> family = leaving.isHead() && change.ticked(FAMILY)
                ? change.family(leaving.member(), last).stream().filter(each -> !each.isHead() && each.covers(last)).toList()
                : List.of();
        if (!change.isFaultless()) {
            return;
        }
        if (leaving.to() == null || leaving.to().isAfter(last)) {
            MembershipChanges.end(change, leaving, "VOORTZETTING");
        }
        if (change.isFaultless()) {
            open(change, leaving, family, formula);
        }
    }

    private static void open(Change change, Membership leaving, List<Membership> family, String formula) throws SQLException {
        LocalDate from = change.effective();
        String policy = change.first("""
                INSERT INTO be.polis (tak, soort, verzekeringnemer, voortzetting_van, begin, vervalmaand)
                VALUES (?, 'INDIVIDUEEL', ?, ?, ?, extract(month FROM ?::date)) RETURNING nummer
                """, row -> row.getString(1), change.policy().branch(), leaving.member(), change.policy().number(), from, from)
                .orElseThrow();
        change.write("INSERT INTO be.polis_formule (polis, begin, tak, formule) VALUES (?, ?, ?, ?)", policy, from,
                change.policy().branch(), formula);
        insure(change, policy, leaving, leaving.member(), "HOOFDVERZEKERDE");
        for (Membership each : family) {
            insure(change, policy, each, leaving.member(), each.role());
        }
    }

    private static void insure(Change change, String policy, Membership before, String head, String role) throws SQLException {
        change.write("""
                INSERT INTO be.aansluiting (polis, verzekerde, hoofd, begin, rol, ononderbroken_sinds)
                VALUES (?, ?, ?, ?, ?, ?)
                """, policy, before.member(), head, change.effective(), role,
                before.uninterruptedSince() == null ? before.from() : before.uninterruptedSince());
        change.touches(before.member());
    }
}
