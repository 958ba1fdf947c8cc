package io.guichet.country.fr;

import io.guichet.country.fr.Change.Membership;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes somebody onto a contract: an employee or self-employed person, or one of their family; known already, or new.
final class FrEnrolment {

    private final PersonneRules rules;

    FrEnrolment(Clock clock) {
        this.rules = new PersonneRules(clock);
    }

    void enrol(Change change) throws SQLException {
        String role = change.value("fr.amendment.enrol.role").orElse("");
        boolean head = role.equals("ASSURE");
        if (!change.holds()) {
            return;
        }
        LocalDate end = end(change);
        Optional<Membership> family = head ? Optional.empty() : head(change);
        if (head) {
            change.value("fr.amendment.enrol.head").ifPresent(typed -> change.wrong("fr.amendment.enrol.head", "fr.error.headOfHead"));
            if (!change.contract().collective() && !isOwner(change)) {
                change.wrong("fr.amendment.enrol.role", "fr.error.notTheOwner");
            }
        } else if (change.value("fr.amendment.enrol.level").isPresent()) {
            change.wrong("fr.amendment.enrol.level", "fr.error.levelOfHead");
        }
        if (change.isWrong()) {
            return;
        }
        if (family.isPresent() && family.get().to() != null && (end == null || end.isAfter(family.get().to()))) {
            end = family.get().to();
        }
        Optional<Long> known = change.subject();
        long person;
        if (known.isPresent()) {
            person = known.get();
            checkKnown(change, person, end);
        } else {
            checkNew(change);
            person = change.isWrong() ? 0 : insert(change);
        }
        if (change.isWrong()) {
            return;
        }
        LocalDate birth = Rows.first(change.connection(), "SELECT date_naissance FROM fr.personne WHERE numero = ?",
                row -> row.getObject(1, LocalDate.class), person).orElseThrow();
        if (change.effective().isBefore(birth)) {
            change.wrong(Change.EFFECTIVE, "fr.error.beforeBirth", birth);
            return;
        }
        write(change, person, family.map(Membership::person).orElse(person), role, end);
    }

    private static void write(Change change, long person, long head, String role, @Nullable LocalDate end) throws SQLException {
        Connection connection = change.connection();
        Rows.write(connection, """
                INSERT INTO fr.affiliation (contrat, personne, assure, qualite, college, debut, fin)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, change.contract().number(), person, head, role,
                person == head ? change.value("fr.amendment.enrol.college").orElse(null) : null, change.effective(), end);
        if (person != head) {
            Rows.write(connection, """
                    INSERT INTO fr.ayant_droit (assure, personne, lien, debut)
                    SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT FROM fr.ayant_droit d
                        WHERE d.assure = ? AND d.personne = ? AND (d.fin IS NULL OR d.fin >= ?))
                    """, head, person, role, change.effective(), head, person, change.effective());
        } else if (change.value("fr.amendment.enrol.level").filter(level -> !level.equals("BASE")).isPresent()) {
            FrTerms.choose(change, person, change.value("fr.amendment.enrol.level").get(), "fr.amendment.enrol.level");
        }
        change.touched(person);
    }

    private static @Nullable LocalDate end(Change change) {
        LocalDate end = change.day("fr.amendment.enrol.end").orElse(null);
        LocalDate last = change.contract().to();
        if (end != null && end.isBefore(change.effective())) {
            change.wrong("fr.amendment.enrol.end", "fr.error.endsBeforeItBegins");
        } else if (end != null && last != null && end.isAfter(last)) {
            change.wrong("fr.amendment.enrol.end", "fr.error.outsideContract", change.contract().from(), last);
        }
        return end;
    }

    private static boolean isOwner(Change change) throws SQLException {
        return change.subject().isPresent() && !Rows.list(change.connection(),
                "SELECT 1 FROM fr.contrat_individuel WHERE numero = ? AND souscripteur = ?", row -> 1,
                change.contract().number(), change.subject().get()).isEmpty();
    }

    /// The head of the family, by member number or NIR.
    private static Optional<Membership> head(Change change) throws SQLException {
        String typed = change.value("fr.amendment.enrol.head").orElse("").replace(" ", "");
        if (typed.isEmpty()) {
            change.wrong("fr.amendment.enrol.head", "fr.error.headMissing");
            return Optional.empty();
        }
        String nir = typed.substring(0, Math.min(typed.length(), Nir.WITHOUT_KEY));
        Optional<Long> person = Rows.first(change.connection(), "SELECT numero FROM fr.personne WHERE numero::text = ? OR nir = ?",
                row -> row.getLong(1), typed, nir);
        Optional<Membership> head = person.isEmpty() ? Optional.empty()
                : change.family(person.get(), change.effective()).stream()
                        .filter(each -> each.isHead() && each.dispensation() == null && !each.from().isAfter(change.effective()))
                        .findFirst();
        if (head.isEmpty()) {
            change.wrong("fr.amendment.enrol.head", "fr.error.headNotCovered", change.effective());
        }
        return head;
    }

    private static void checkKnown(Change change, long person, @Nullable LocalDate end) throws SQLException {
        if (Rows.list(change.connection(), "SELECT 1 FROM fr.personne WHERE numero = ?", row -> 1, person).isEmpty()) {
            change.wrong(Change.SUBJECT, "fr.error.noSuchMember");
            return;
        }
        Rows.first(change.connection(), """
                SELECT debut, fin FROM fr.affiliation
                WHERE contrat = ? AND personne = ? AND daterange(debut, fin, '[]') && daterange(?, ?, '[]') ORDER BY debut
                """, row -> row.getObject("debut", LocalDate.class), change.contract().number(), person, change.effective(), end)
                .ifPresent(since -> change.wrong(Change.SUBJECT, "fr.error.alreadyCovered", since));
    }

    private void checkNew(Change change) throws SQLException {
        for (String field : new String[] {"fr.member.birthName", "fr.member.firstNames", "fr.member.sex", "fr.member.birthDate"}) {
            if (change.value(field).isEmpty()) {
                change.wrong(field, "country.error.required");
            }
        }
        change.wrong(rules.check(change.order().values()));
        if (change.isWrong()) {
            return;
        }
        for (FrDuplicates.Known known : FrDuplicates.of(change.connection(), change.order().values())) {
            if (known.sameNir()) {
                change.wrong("fr.member.nir", "fr.error.nirTaken", known.name(), Long.toString(known.person()));
            } else if (!change.order().stranger()) {
                change.wrong(Change.SUBJECT, "fr.error.possiblyKnown", known.name(), Long.toString(known.person()));
            }
        }
    }

    private static long insert(Change change) throws SQLException {
        String nir = change.value("fr.member.nir").orElse(null);
        long person = Rows.first(change.connection(), """
                INSERT INTO fr.personne (nir, cle_nir, nom_naissance, nom_usage, prenoms, date_naissance, sexe, lieu_naissance, langue)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING numero
                """, row -> row.getLong(1), nir == null ? null : nir.substring(0, Nir.WITHOUT_KEY),
                nir == null ? null : Short.valueOf(nir.substring(Nir.WITHOUT_KEY)),
                change.value("fr.member.birthName").orElseThrow(), change.value("fr.member.usedName").orElse(null),
                change.value("fr.member.firstNames").orElseThrow(), change.day("fr.member.birthDate").orElseThrow(),
                change.value("fr.member.sex").orElseThrow(), change.value("fr.member.birthPlace").orElse(null),
                change.value("fr.member.language").orElse("fr")).orElseThrow();
        Rows.write(change.connection(), """
                INSERT INTO fr.coordonnees (personne, adresse, complement, code_postal, commune, telephone, mobile, courriel)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, person, change.value("fr.member.address").orElse(null), change.value("fr.member.addressMore").orElse(null),
                change.value("fr.member.postcode").orElse(null), change.value("fr.member.city").orElse(null),
                change.value("fr.member.phone").orElse(null), change.value("fr.member.mobile").orElse(null),
                change.value("fr.member.email").orElse(null));
        if (change.value("fr.member.iban").isPresent()) {
            Rows.write(change.connection(), "INSERT INTO fr.compte_bancaire (personne, titulaire, iban) VALUES (?, ?, ?)", person,
                    change.value("fr.member.accountHolder").orElse(null), change.value("fr.member.iban").get());
        }
        return person;
    }
}
