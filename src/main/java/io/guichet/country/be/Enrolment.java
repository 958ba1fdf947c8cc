package io.guichet.country.be;

import io.guichet.country.MemberRecords;
import io.guichet.country.be.table.Rows;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.contract.PossibleDuplicate.Why;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Insures somebody: a member who is known, or somebody new.
final class Enrolment {

    private static final String ROLE = "be.amendment.enrol.role";
    private static final String HEAD = "be.amendment.enrol.head";
    private static final String SINCE = "be.amendment.enrol.uninterruptedSince";
    private static final String INSS = "be.member.inss";

    private static final String DUPLICATES = """
            SELECT v.nummer, v.naam, v.voornamen, v.geboortedatum, v.inss IS NOT DISTINCT FROM ?::text AND v.inss IS NOT NULL AS zelfde
            FROM be.verzekerde v
            WHERE v.inss = ?::text OR v.geboortedatum = ?::date
              AND lower(public.unaccent(v.naam)) = lower(public.unaccent(?::text))
              AND split_part(lower(public.unaccent(v.voornamen)), ' ', 1) = split_part(lower(public.unaccent(?::text)), ' ', 1)
            ORDER BY 5 DESC, v.nummer LIMIT 20
            """;

    private final CountryCode country;
    private final MemberRecords members;

    Enrolment(CountryCode country, MemberRecords members) {
        this.country = country;
        this.members = members;
    }

    /// Members who may be the newcomer; none for a member who is named.
    List<PossibleDuplicate> duplicates(Connection connection, AmendmentOrder order) throws SQLException {
        if (order.subject() != null) {
            return List.of();
        }
        String inss = order.values().get(INSS).orElse(null);
        String birth = order.values().get("be.member.birthDate").orElse(null);
        String name = order.values().get("be.member.name").orElse("");
        String firstNames = order.values().get("be.member.firstNames").orElse("");
        return Rows.list(connection, DUPLICATES, row -> new PossibleDuplicate(
                new FileRef(country, FileKind.MEMBER, row.getString("nummer")), BeFacts.name(row),
                Rows.knownDay(row, "geboortedatum"), row.getBoolean("zelfde") ? Why.NATIONAL_ID : Why.NAME_AND_BIRTH),
                inss, inss, birth, name, firstNames);
    }

    void run(Change change) throws SQLException {
        LocalDate from = change.effective();
        change.checkWithinPolicy(Change.EFFECTIVE, from);
        FileRef subject = change.order().subject();
        if (subject == null) {
            checkNewcomer(change);
        } else {
            checkKnown(change, subject.reference());
        }
        String role = change.value(ROLE).orElse("");
        if (!BeAmendmentKinds.ROLES.contains(role)) {
            change.problem(ROLE, "country.error.required");
        }
        String head = role.equals("HOOFDVERZEKERDE") ? checkNewHead(change) : checkHead(change, from);
        change.day(SINCE).filter(since -> since.isAfter(from)).ifPresent(since -> change.problem(SINCE, "be.error.sinceAhead"));
        if (!change.isFaultless()) {
            return;
        }
        String member = subject == null ? insertPerson(change) : subject.reference();
        insure(change, member, role, head == null ? member : head);
        change.touches(member);
    }

    private void checkKnown(Change change, String member) throws SQLException {
        Optional<LocalDate> birth = change.first("SELECT geboortedatum FROM be.verzekerde WHERE nummer = ?",
                row -> Rows.knownDay(row, "geboortedatum"), member);
        if (birth.isEmpty()) {
            change.problem(Change.SUBJECT, "be.error.noMember");
            return;
        }
        checkBorn(change, birth.get());
        change.checkOverlap(member, change.effective(), null, "");
    }

    private void checkNewcomer(Change change) throws SQLException {
        BeAmendmentKinds.IDENTITY.stream().filter(field -> change.value(field).isEmpty())
                .forEach(field -> change.problem(field, "country.error.required"));
        change.problems(members.check(change.order().values()));
        change.day("be.member.birthDate").ifPresent(birth -> checkBorn(change, birth));
        for (PossibleDuplicate known : change.work().sql(connection -> duplicates(connection, change.order()))) {
            if (known.why() == Why.NATIONAL_ID) {
                change.problem(INSS, "be.error.inssTaken", known.name(), known.member().reference());
            } else if (!change.order().stranger()) {
                change.problem("be.member.name", "be.error.maybeKnown", known.name(), known.member().reference());
            }
        }
    }

    private static void checkBorn(Change change, LocalDate birth) {
        if (birth.isAfter(change.effective())) {
            change.problem(Change.EFFECTIVE, "be.error.beforeBirth", birth);
        }
    }

    private static @Nullable String checkNewHead(Change change) {
        if (change.value(HEAD).isPresent()) {
            change.problem(HEAD, "be.error.headOfHead");
        }
        if (change.policy().individual()) {
            change.problem(ROLE, "be.error.individualHead");
        }
        return null;
    }

    private static @Nullable String checkHead(Change change, LocalDate from) throws SQLException {
        Optional<String> named = change.value(HEAD);
        if (named.isEmpty()) {
            change.problem(HEAD, "be.error.headMissing");
            return null;
        }
        String compact = named.get().strip().replace(".", "").replace("-", "").replace(" ", "");
        Optional<Change.Membership> head = change.head(compact, from);
        if (head.isEmpty()) {
            change.problem(HEAD, "be.error.headUnknown", from);
        }
        return head.map(Change.Membership::member).orElse(null);
    }

    private static String insertPerson(Change change) throws SQLException {
        String inss = change.value(INSS).orElse(null);
        String number = change.first("""
                INSERT INTO be.verzekerde (inss, bis, naam, voornamen, geboortedatum, geboorteplaats, geslacht, taal)
                VALUES (?, ?, ?, ?, ?::date, ?, ?, ?) RETURNING nummer
                """, row -> row.getString(1), inss, inss != null && VerzekerdeRules.isBis(inss), text(change, "name"),
                text(change, "firstNames"), text(change, "birthDate"), text(change, "birthPlace"), text(change, "sex"),
                text(change, "language")).orElseThrow();
        change.write("""
                INSERT INTO be.contactgegevens (verzekerde, straat, huisnummer, bus, postcode, gemeente, gsm, email)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, number, text(change, "street"), text(change, "houseNumber"), text(change, "box"),
                text(change, "postcode"), text(change, "city"), text(change, "mobile"), text(change, "email"));
        if (text(change, "iban") != null) {
            change.write("INSERT INTO be.bankrekening (verzekerde, iban) VALUES (?, ?)", number, text(change, "iban"));
        }
        return number;
    }

    private static @Nullable String text(Change change, String field) {
        return change.value("be.member." + field).orElse(null);
    }

    /// Who was insured elsewhere without interruption for as long as the waiting period takes does not wait again.
    private static void insure(Change change, String member, String role, String head) throws SQLException {
        LocalDate from = change.effective();
        LocalDate since = change.day(SINCE).orElse(from);
        int months = change.first("""
                SELECT w.maanden FROM be.formule_wachttijd w
                JOIN be.formule_voorwaarde v ON v.formule = w.formule AND v.begin = w.begin
                WHERE w.formule = ? AND w.rubriek = 'ALGEMEEN' AND v.begin <= ? AND (v.einde IS NULL OR v.einde >= ?)
                """, row -> row.getInt(1), change.policy().formula(), from, from).orElse(0);
        LocalDate waitingUntil = since.plusMonths(months).minusDays(1);
        change.write("""
                INSERT INTO be.aansluiting (polis, verzekerde, hoofd, begin, rol, wachttijd_tot, ononderbroken_sinds)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, change.policy().number(), member, head, from, role, waitingUntil.isBefore(from) ? null : waitingUntil, since);
    }
}
