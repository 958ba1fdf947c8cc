package io.guichet.country.fr;

import io.guichet.country.fr.Change.Membership;
import io.guichet.country.fr.sql.Rows;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes of when somebody, or a whole contract, is covered.
final class FrPeriods {

    private static final List<String> FAMILY_ENDS = List.of("SEPARATION", "LIMITE_AGE", "DECES");

    private FrPeriods() {
    }

    /// Ends a cover: the effective day is the first without it. With the head the whole family leaves.
    static void terminate(Change change) throws SQLException {
        LocalDate last = change.effective().minusDays(1);
        Optional<Membership> found = change.covered(last);
        if (found.isEmpty()) {
            return;
        }
        Membership leaver = found.get();
        String reason = change.value("fr.amendment.terminate.reason").orElse(null);
        end(change, leaver, last, reason);
        if (leaver.isHead()) {
            closeChoice(change, leaver.person(), last);
        } else if (reason != null && FAMILY_ENDS.contains(reason)) {
            Rows.write(change.connection(), """
                    UPDATE fr.ayant_droit SET fin = ?, version = version + 1
                    WHERE assure = ? AND personne = ? AND debut <= ? AND (fin IS NULL OR fin > ?)
                    """, last, leaver.head(), leaver.person(), last, last);
        }
    }

    /// Another first or last day for the cover of the effective day.
    static void memberDates(Change change) throws SQLException {
        Optional<Membership> found = change.covered(change.effective());
        if (found.isEmpty()) {
            return;
        }
        Membership row = found.get();
        LocalDate from = change.day("fr.amendment.memberDates.from").orElse(row.from());
        LocalDate to = change.day("fr.amendment.memberDates.to").orElse(null);
        Change.Contract contract = change.contract();
        if (to != null && to.isBefore(from)) {
            change.wrong("fr.amendment.memberDates.to", "fr.error.endsBeforeItBegins");
        }
        if (from.isBefore(contract.from())) {
            change.wrong("fr.amendment.memberDates.from", "fr.error.beforeContract", contract.from());
        }
        if (contract.to() != null && to != null && to.isAfter(contract.to())) {
            change.wrong("fr.amendment.memberDates.to", "fr.error.outsideContract", contract.from(), contract.to());
        }
        LocalDate birth = Rows.first(change.connection(), "SELECT date_naissance FROM fr.personne WHERE numero = ?",
                each -> each.getObject(1, LocalDate.class), row.person()).orElseThrow();
        if (from.isBefore(birth)) {
            change.wrong("fr.amendment.memberDates.from", "fr.error.beforeBirth", birth);
        }
        if (change.isWrong()) {
            return;
        }
        Rows.write(change.connection(), """
                UPDATE fr.affiliation SET debut = ?, fin = ?, motif_fin = CASE WHEN ?::date IS NULL THEN NULL ELSE motif_fin END,
                       portabilite = CASE WHEN fin IS NOT DISTINCT FROM ?::date THEN portabilite END, version = version + 1
                WHERE numero = ?
                """, from, to, to, to, row.key());
        change.touched(row.person());
        if (row.isHead() && to != null) {
            for (Membership each : change.family(row.person(), to.plusDays(1))) {
                end(change, each, to, "AUTRE");
            }
        }
    }

    /// An employee need not be covered from the effective day on, and is not; nor is their family.
    static void dispense(Change change) throws SQLException {
        if (!change.contract().collective()) {
            change.wrong(Change.SUBJECT, "fr.error.companyOnly");
        }
        Optional<Membership> found = change.covered(change.effective());
        if (found.isEmpty() || change.isWrong()) {
            return;
        }
        Membership head = found.get();
        if (!head.isHead()) {
            change.wrong(Change.SUBJECT, "fr.error.headOnly");
            return;
        }
        LocalDate last = change.effective().minusDays(1);
        end(change, head, last, "AUTRE");
        if (change.isWrong()) {
            return;
        }
        closeChoice(change, head.person(), last);
        Rows.write(change.connection(), """
                INSERT INTO fr.affiliation (contrat, personne, assure, qualite, college, dispense, debut, fin)
                SELECT contrat, personne, assure, qualite, college, ?, ?, ? FROM fr.affiliation WHERE numero = ?
                """, change.value("fr.amendment.dispense.reason").orElse(null), change.effective(), head.to(), head.key());
    }

    /// The work contract ended: the cover goes on without premium for some months.
    static void portability(Change change) throws SQLException {
        if (!change.contract().collective()) {
            change.wrong(Change.SUBJECT, "fr.error.companyOnly");
        }
        Optional<Membership> found = change.covered(change.effective());
        if (found.isEmpty() || change.isWrong()) {
            return;
        }
        Membership head = found.get();
        if (!head.isHead() || head.dispensation() != null) {
            change.wrong(Change.SUBJECT, "fr.error.headOnly");
            return;
        }
        int months = change.value("fr.amendment.portability.months").map(Integer::valueOf).orElse(1);
        LocalDate last = change.effective().plusMonths(months).minusDays(1);
        if (!head.from().isBefore(change.effective())) {
            change.wrong(Change.EFFECTIVE, "fr.error.endsBeforeBegins", head.name(), head.from());
            return;
        }
        Rows.write(change.connection(), """
                UPDATE fr.affiliation SET portabilite = ?, fin = ?, motif_fin = 'DEPART', version = version + 1 WHERE numero = ?
                """, change.effective(), last, head.key());
        change.touched(head.person());
        for (Membership each : change.family(head.person(), last.plusDays(1))) {
            end(change, each, last, "DEPART");
        }
    }

    /// Another last day for the whole contract, or none.
    static void contractDates(Change change) throws SQLException {
        LocalDate end = change.day("fr.amendment.dates.end").orElse(null);
        if (end != null && end.isBefore(change.contract().from())) {
            change.wrong("fr.amendment.dates.end", "fr.error.contractEndsBefore", change.contract().from());
            return;
        }
        Rows.write(change.connection(), "UPDATE fr.contrat SET fin = ?, version = version + 1 WHERE numero = ?", end,
                change.contract().number());
    }

    /// Ends one cover, and with a head all of the family that goes on.
    private static void end(Change change, Membership leaver, LocalDate last, @Nullable String reason) throws SQLException {
        List<Membership> leaving = leaver.isHead() ? change.family(leaver.person(), last.plusDays(1)) : List.of(leaver);
        for (Membership each : leaving) {
            if (each.from().isAfter(last)) {
                change.wrong(Change.EFFECTIVE, "fr.error.endsBeforeBegins", each.name(), each.from());
            } else if (each.to() != null && !each.to().isAfter(last)) {
                change.wrong(Change.SUBJECT, "fr.error.endsAlready", each.to());
            } else {
                Rows.write(change.connection(), """
                        UPDATE fr.affiliation SET fin = ?, motif_fin = ?, version = version + 1,
                               portabilite = CASE WHEN portabilite <= ? THEN portabilite END
                        WHERE numero = ?
                        """, last, reason, last, each.key());
                change.touched(each.person());
            }
        }
        if (leaving.isEmpty()) {
            change.wrong(Change.SUBJECT, "fr.error.endsAlready", last);
        }
    }

    private static void closeChoice(Change change, long head, LocalDate last) throws SQLException {
        Rows.write(change.connection(), """
                UPDATE fr.choix_option SET fin = ?, version = version + 1
                WHERE contrat = ? AND assure = ? AND debut <= ? AND (fin IS NULL OR fin > ?)
                """, last, change.contract().number(), head, last, last);
    }
}
