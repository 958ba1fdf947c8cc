package io.guichet.country.fr;

import io.guichet.country.fr.Change.Membership;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Changes of where somebody lives and where they are paid. Neither is dated: they hold from when they are written.
final class FrParticulars {

    private FrParticulars() {
    }

    static void address(Change change) throws SQLException {
        Optional<Membership> found = begin(change);
        if (change.value("fr.member.postcode").filter(typed -> !typed.matches("[0-9]{5}")).isPresent()) {
            change.wrong("fr.member.postcode", "fr.error.postcode");
        }
        if (found.isEmpty() || change.isWrong()) {
            return;
        }
        boolean family = change.value("fr.amendment.address.family").filter("true"::equals).isPresent();
        List<Long> people = family ? change.family(found.get().head(), change.effective()).stream().map(Membership::person)
                .distinct().toList() : List.of(found.get().person());
        for (long person : people) {
            long version = raise(change.connection(), person);
            Rows.write(change.connection(), """
                    INSERT INTO fr.coordonnees (personne, adresse, complement, code_postal, commune, version)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (personne) DO UPDATE SET adresse = excluded.adresse, complement = excluded.complement,
                        code_postal = excluded.code_postal, commune = excluded.commune, version = excluded.version
                    """, person, change.value("fr.member.address").orElse(null), change.value("fr.member.addressMore").orElse(null),
                    change.value("fr.member.postcode").orElse(null), change.value("fr.member.city").orElse(null), version);
            change.touched(person);
        }
    }

    static void bank(Change change) throws SQLException {
        Optional<Membership> found = begin(change);
        if (found.isEmpty() || change.isWrong()) {
            return;
        }
        long person = found.get().person();
        long version = raise(change.connection(), person);
        Rows.write(change.connection(), """
                INSERT INTO fr.compte_bancaire (personne, titulaire, iban, version) VALUES (?, ?, ?, ?)
                ON CONFLICT (personne) DO UPDATE SET titulaire = excluded.titulaire, iban = excluded.iban, version = excluded.version
                """, person, change.value("fr.member.accountHolder").orElse(null), change.value("fr.member.iban").orElse(null), version);
        change.touched(person);
    }

    private static Optional<Membership> begin(Change change) throws SQLException {
        if (change.effective().isAfter(change.today())) {
            change.wrong(Change.EFFECTIVE, "fr.error.notAhead");
        }
        return change.covered(change.effective());
    }

    /// A file has one version, whichever of its rows is written.
    private static long raise(Connection connection, long person) throws SQLException {
        return Rows.first(connection, "UPDATE fr.personne SET version = version + 1 WHERE numero = ? RETURNING version",
                row -> row.getLong(1), person).orElseThrow();
    }
}
