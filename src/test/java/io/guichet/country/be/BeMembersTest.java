package io.guichet.country.be;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.MemberContract;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeMembersTest extends MemberContract {

    BeMembersTest() {
        super(new Belgium(), new Shape("be.verzekerde", "nummer", "be.contactgegevens", "verzekerde", "be.member.name",
                "be.member.mobile", "+32470123456", "be.member.fund", "999"));
    }

    @Test
    void theNationalNumberMustAgreeWithBirthAndSex() {
        assertThat(problems("85073003328", "M", "1985-07-30")).isEmpty();
        assertThat(problems("85073003328", "X", "1985-07-30")).isEmpty();
        assertThat(problems("85073003328", "V", "1985-07-30")).containsExactly("be.error.inssSex");
        assertThat(problems("85073003328", "M", "1985-07-31")).containsExactly("be.error.inssBirthDate");
        assertThat(problems("17073003384", "M", "1917-07-30")).as("born in 2017").containsExactly("be.error.inssBirthDate");
        assertThat(problems("98472899765", "M", "1998-07-28")).as("BIS, sex known").isEmpty();
        assertThat(problems("98472899765", "V", "1998-07-28")).containsExactly("be.error.inssSex");
    }

    private static List<String> problems(String inss, String sex, String birth) {
        return new Belgium().members().check(FieldValues.of(Map.of("be.member.inss", inss, "be.member.sex", sex,
                "be.member.birthDate", birth))).stream().map(problem -> problem.message().key()).toList();
    }

    @Test
    void insurabilityCodesGoTogether() {
        assertThat(new Belgium().members().check(FieldValues.of(Map.of("be.member.ct1", "110", "be.member.ct2", "001")))).isEmpty();
        assertThat(new Belgium().members().check(FieldValues.of(Map.of("be.member.ct1", "110"))))
                .extracting(problem -> problem.message().key()).containsExactly("be.error.insurabilityPair");
        assertThat(new Belgium().members().check(FieldValues.of(Map.of("be.member.ct1", "11", "be.member.ct2", "1",
                "be.member.fund", "099", "be.member.postcode", "0999", "be.member.doctor", "54321987001"))))
                .extracting(problem -> problem.message().key()).containsExactly("be.error.postcode", "be.error.fund",
                        "be.error.insurabilityCode", "be.error.insurabilityCode", "be.error.doctor");
    }

    @Test
    void theIndexFollowsEveryTableItIsMadeOf() {
        String number = member();
        String member = "'" + number + "'";
        DATABASE.run("INSERT INTO be.werkgever (ondernemingsnummer, naam) VALUES ('0884303369', 'Oud Huis')");
        DATABASE.run("INSERT INTO be.polis (nummer, werkgever, tak, begin) VALUES ('P99999999', '0884303369', 'AMBULANT', '2020-01-01')");
        DATABASE.run("INSERT INTO be.aansluiting (polis, verzekerde, hoofd, begin, rol) VALUES ('P99999999', " + member + ", "
                + member + ", '2020-01-01', 'HOOFDVERZEKERDE')");
        DATABASE.run("INSERT INTO be.afrekening (ogm, verzekerde, polis, formule, soort, rubriek, eerste_zorg, laatste_zorg, ontvangen, "
                + "toestand) VALUES ('010806817183', " + member + ", 'P99999999', 'AMBU-BASIS', 'AMBULANT', 'HUISARTS', '2026-01-01', "
                + "'2026-01-01', '2026-01-01', 'ONTVANGEN')");
        for (String key : List.of("0884303369", "P99999999")) {
            assertThat(found(FileKind.MEMBER, key)).as(key).containsExactly(number);
        }
        assertThat(found(FileKind.MEMBER, "010806817183")).as("a claim is found by itself, not by its person").isEmpty();
        assertThat(found(FileKind.CLAIM, "010806817183")).containsExactly("010806817183");
        DATABASE.run("UPDATE be.verzekerde SET naam = 'Quaghebeur', voornamen = 'Ziggy' WHERE nummer = " + member);
        assertThat(indexed(FileKind.CLAIM, "010806817183")).containsExactly("+++010/8068/17183+++|Ziggy Quaghebeur");
        DATABASE.run("UPDATE be.werkgever SET naam = 'Nieuw Huis' WHERE ondernemingsnummer = '0884303369'");
        assertThat(indexed(FileKind.CONTRACT, "P99999999")).containsExactly("P99999999|Nieuw Huis");

        DATABASE.run("DELETE FROM be.afrekening WHERE ogm = '010806817183'");
        DATABASE.run("DELETE FROM be.aansluiting WHERE polis = 'P99999999'");
        DATABASE.run("DELETE FROM be.polis WHERE nummer = 'P99999999'");
        DATABASE.run("DELETE FROM be.werkgever WHERE ondernemingsnummer = '0884303369'");
        for (String key : List.of("0884303369", "P99999999", "010806817183")) {
            assertThat(found(FileKind.MEMBER, key)).as(key).isEmpty();
        }
        assertThat(indexed(FileKind.CLAIM, "010806817183")).isEmpty();
        assertThat(indexed(FileKind.CONTRACT, "P99999999")).isEmpty();
        assertThat(indexed(FileKind.COMPANY, "0884303369")).isEmpty();
        DATABASE.run("UPDATE be.contactgegevens SET email = 'ziggy@example.org' WHERE verzekerde = " + member);
        assertThat(found(FileKind.MEMBER, "ziggy@example.org")).containsExactly(number);
    }

    @Test
    void theDatabaseKeepsItsOwnRules() {
        String member = "'" + member() + "'";
        assertRefused(
                "UPDATE be.verzekerde SET inss = '85073003329', bis = false WHERE nummer = " + member,
                "UPDATE be.verzekerde SET inss = '85073003328', bis = true WHERE nummer = " + member,
                "UPDATE be.verzekerde SET inss = '98472899765', bis = false WHERE nummer = " + member,
                "UPDATE be.verzekerde SET inss = '8507300332' WHERE nummer = " + member,
                "UPDATE be.verzekerde SET taal = 'en' WHERE nummer = " + member,
                "UPDATE be.verzekerde SET geslacht = 'F' WHERE nummer = " + member,
                "UPDATE be.verzekerde SET geboortedatum = current_date + 1 WHERE nummer = " + member,
                "UPDATE be.verzekerde SET naam = '' WHERE nummer = " + member,
                "INSERT INTO be.verzekerde (nummer, naam, voornamen, geboortedatum, geslacht, taal) "
                        + "VALUES ('12', 'A', 'B', '2000-01-01', 'V', 'nl')",
                "INSERT INTO be.verzekerde (inss, bis, naam, voornamen, geboortedatum, geslacht, taal) SELECT inss, bis, naam, "
                        + "voornamen, geboortedatum, geslacht, taal FROM be.verzekerde WHERE inss IS NOT NULL LIMIT 1",
                "UPDATE be.contactgegevens SET postcode = '0999' WHERE verzekerde = " + member,
                "UPDATE be.contactgegevens SET gsm = '0470123456' WHERE verzekerde = " + member,
                "UPDATE be.contactgegevens SET email = 'A@EXAMPLE.ORG' WHERE verzekerde = " + member,
                "UPDATE be.bankrekening SET iban = 'BE68' WHERE verzekerde = " + member,
                "UPDATE be.mutualiteit_aansluiting SET ziekenfonds = '01' WHERE verzekerde = " + member,
                "UPDATE be.mutualiteit_aansluiting SET ct1 = NULL WHERE verzekerde = " + member,
                "UPDATE be.mutualiteit_aansluiting SET huisarts = '11234512123' WHERE verzekerde = " + member,
                "INSERT INTO be.werkgever (ondernemingsnummer, naam) VALUES ('0884303370', 'Wrong key')",
                "UPDATE be.werkgever SET paritair_comite = '99'",
                "UPDATE be.polis SET tak = 'OTHER'",
                "UPDATE be.polis SET einde = begin - 1",
                "INSERT INTO be.aansluiting (polis, verzekerde, hoofd, begin, rol) "
                        + "SELECT polis, verzekerde, hoofd, begin + 1, rol FROM be.aansluiting WHERE einde IS NULL LIMIT 1",
                "UPDATE be.aansluiting SET wachttijd_tot = begin - 1",
                "UPDATE be.aansluiting SET ononderbroken_sinds = begin + 1",
                "UPDATE be.afrekening SET toestand = 'LOST'",
                "INSERT INTO be.afrekening (ogm, verzekerde, polis, formule, soort, rubriek, eerste_zorg, laatste_zorg, ontvangen, "
                        + "toestand) SELECT '010806817180', verzekerde, polis, formule, soort, rubriek, eerste_zorg, laatste_zorg, "
                        + "ontvangen, 'ONTVANGEN' FROM be.afrekening LIMIT 1");
        assertThat(DATABASE.query("SELECT be.ogm_klopt('010806817183')")).containsExactly("t");
    }
}
