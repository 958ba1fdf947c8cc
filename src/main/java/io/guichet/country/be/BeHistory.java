package io.guichet.country.be;

import io.guichet.country.be.BeCare.Patient;
import io.guichet.country.be.SamplePolicy.Membership;
import io.guichet.country.be.table.Rows;
import io.guichet.country.sample.Household;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of one member whose history gets longer.
///
/// @param patient whom it is about
/// @param covers  memberships, each as long as its policy has had its last formula
record BeHistory(Patient patient, List<Membership> covers) {

    static BeHistory of(Connection connection, String member) throws SQLException {
        Patient patient = Rows.first(connection, """
                SELECT v.nummer, v.geboortedatum, coalesce(m.bim, false) AS bim, coalesce(m.gmd, false) AS gmd, b.iban
                FROM be.verzekerde v
                LEFT JOIN be.mutualiteit_aansluiting m ON m.verzekerde = v.nummer
                LEFT JOIN be.bankrekening b ON b.verzekerde = v.nummer
                WHERE v.nummer = ?
                """, row -> new Patient(row.getString("nummer"), row.getBoolean("bim"), row.getBoolean("gmd"),
                        Optional.ofNullable(row.getString("iban")).orElse(BelgianAccount.iban("001", "0000001")),
                        Rows.knownDay(row, "geboortedatum")), member).orElseThrow();
        List<Membership> covers = Rows.list(connection, """
                SELECT p.nummer, p.tak, f.formule, greatest(a.begin, f.begin) AS begin, least(a.einde, p.einde) AS einde
                FROM be.aansluiting a
                JOIN be.polis p ON p.nummer = a.polis
                JOIN LATERAL (SELECT x.formule, x.begin FROM be.polis_formule x WHERE x.polis = p.nummer
                              ORDER BY x.begin DESC LIMIT 1) f ON true
                WHERE a.verzekerde = ? ORDER BY a.nummer
                """, row -> {
                    LocalDate from = Rows.knownDay(row, "begin");
                    @Nullable LocalDate to = Rows.day(row, "einde");
                    return new Membership(new SamplePolicy(row.getString("nummer"), row.getString("tak"), row.getString("formule"), from,
                            to, null, 0), 0, member, from, to);
                }, member);
        return new BeHistory(patient, covers.stream()
                .filter(cover -> cover.to() == null || cover.to().isAfter(Household.TODAY.minusYears(2)))
                .filter(cover -> cover.from().isBefore(Household.TODAY.minusDays(30))).toList());
    }

    /// Lets `care` go on behind the stays and ceilings that are there. The ceilings are written anew with what is used then.
    void takeOver(Connection connection, BeCare care) throws SQLException {
        Rows.list(connection, "DELETE FROM be.jaarplafond WHERE verzekerde = ? RETURNING formule, begin, plafond, verbruikt", row -> {
            care.remember(patient.number(), row.getString("formule"), Rows.knownDay(row, "begin").getYear(),
                    Rows.cents(row, "plafond"), Rows.cents(row, "verbruikt"));
            return true;
        }, patient.number());
        Rows.list(connection, "SELECT van, coalesce(tot, van) AS tot FROM be.opname WHERE verzekerde = ?", row -> {
            care.remember(Rows.knownDay(row, "van"), Rows.knownDay(row, "tot"));
            return true;
        }, patient.number());
    }
}
