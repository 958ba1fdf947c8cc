package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.MemberContract;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrMembersTest extends MemberContract {

    FrMembersTest() {
        super(new France(), new Shape("fr.personne", "numero", "fr.coordonnees", "personne", "fr.member.birthName",
                "fr.member.mobile", "+33612345678", "fr.member.fund", "013319999"));
    }

    @Test
    void theNirMustAgreeWithSexAndBirth() {
        assertThat(problems("295109912611193", "F", "1995-10-03")).isEmpty();
        assertThat(problems("295109912611193", "M", "1995-10-03")).containsExactly("fr.error.nirSex");
        assertThat(problems("295109912611193", "F", "1995-11-03")).containsExactly("fr.error.nirBirthDate");
        assertThat(problems("295109912611193", "F", "1994-10-03")).containsExactly("fr.error.nirBirthDate");
        assertThat(problems("295109912611193", "F", "2995-10-03")).contains("fr.error.birthDateAhead");
    }

    private static Iterable<String> problems(String nir, String sex, String birth) {
        return new France().members().check(FieldValues.of(Map.of("fr.member.nir", nir, "fr.member.sex", sex,
                "fr.member.birthDate", birth))).stream().map(FieldProblem::message).map(message -> message.key()).toList();
    }

    @Test
    void postcodeAndFundAreChecked() {
        assertThat(new France().members().check(FieldValues.of(Map.of("fr.member.postcode", "7501", "fr.member.fund", "01 751"))))
                .extracting(problem -> problem.message().key()).containsExactly("fr.error.postcode", "fr.error.fund");
    }

    @Test
    void theDatabaseKeepsItsOwnRules() {
        String member = member();
        String contract = DATABASE.query("SELECT numero FROM fr.contrat ORDER BY 1 LIMIT 1").getFirst();
        String company = DATABASE.query("SELECT siren FROM fr.entreprise ORDER BY 1 LIMIT 1").getFirst();
        assertRefused(
                "UPDATE fr.personne SET nir = '1234' WHERE numero = " + member,
                "UPDATE fr.personne SET nir = '2951099126111', cle_nir = 92 WHERE numero = " + member,
                "UPDATE fr.personne SET nir = '2951099126111', cle_nir = NULL WHERE numero = " + member,
                "UPDATE fr.personne SET date_naissance = current_date + 1 WHERE numero = " + member,
                "UPDATE fr.personne SET sexe = 'X' WHERE numero = " + member,
                "UPDATE fr.personne SET nom_naissance = ' ' WHERE numero = " + member,
                "UPDATE fr.personne SET prenoms = NULL WHERE numero = " + member,
                "UPDATE fr.personne SET langue = 'FR' WHERE numero = " + member,
                "UPDATE fr.personne SET langue = NULL WHERE numero = " + member,
                "UPDATE fr.personne SET version = 0 WHERE numero = " + member,
                "INSERT INTO fr.personne (nir, cle_nir, nom_naissance, prenoms, date_naissance, sexe) SELECT nir, cle_nir, "
                        + "nom_naissance, prenoms, date_naissance, sexe FROM fr.personne WHERE nir IS NOT NULL LIMIT 1",
                "UPDATE fr.coordonnees SET code_postal = '7501' WHERE personne = " + member,
                "UPDATE fr.coordonnees SET mobile = '0612345678' WHERE personne = " + member,
                "UPDATE fr.coordonnees SET courriel = 'Nobody@Example.org' WHERE personne = " + member,
                "UPDATE fr.coordonnees SET courriel = 'nobody' WHERE personne = " + member,
                "INSERT INTO fr.coordonnees (personne) VALUES (1)",
                "UPDATE fr.compte_bancaire SET iban = 'FR14' WHERE personne = " + member,
                "UPDATE fr.rattachement_amo SET medecin_traitant = '10001234560' WHERE personne = " + member,
                "UPDATE fr.rattachement_amo SET regime = 'OTHER' WHERE personne = " + member,
                "UPDATE fr.rattachement_amo SET caisse = '01' WHERE personne = " + member,
                "INSERT INTO fr.entreprise (siren, raison_sociale) VALUES ('404833047', 'Wrong key')",
                "UPDATE fr.entreprise SET idcc = '16' WHERE siren = '" + company + "'",
                "UPDATE fr.entreprise SET effectif = -1 WHERE siren = '" + company + "'",
                "UPDATE fr.contrat SET fin = effet - 1 WHERE numero = " + contract,
                "UPDATE fr.formule SET structure = 'TRIO' WHERE contrat = " + contract,
                "INSERT INTO fr.affiliation (contrat, personne, assure, qualite, debut) "
                        + "SELECT contrat, personne, assure, qualite, debut + 1 FROM fr.affiliation WHERE fin IS NULL LIMIT 1",
                "UPDATE fr.affiliation SET fin = debut - 1",
                "INSERT INTO fr.decompte (numero, personne, recu, debut_soins, etat) VALUES (1, " + member
                        + ", '2026-01-01', '2026-01-01', 'RECU')",
                "UPDATE fr.decompte SET etat = 'LOST'");
        assertThat(DATABASE.query("SELECT count(*) FROM fr.personne WHERE version < 1")).containsExactly("0");
    }

    @Test
    void theIndexFollowsEveryTableItIsMadeOf() {
        String member = member();
        DATABASE.run("INSERT INTO fr.decompte (numero, personne, recu, debut_soins, etat) VALUES (202699999999, " + member
                + ", '2026-01-01', '2026-01-01', 'RECU')");
        assertThat(found(FileKind.CLAIM, "202699999999")).containsExactly("202699999999");
        // a member's entry would grow with every claim, and be written anew each time
        assertThat(found(FileKind.MEMBER, "202699999999")).isEmpty();
        DATABASE.run("UPDATE fr.personne SET nom_naissance = 'Quignard', nom_usage = NULL, prenoms = 'Ysé' WHERE numero = " + member);
        assertThat(indexed(FileKind.CLAIM, "202699999999")).containsExactly("202699999999|Ysé Quignard");
        DATABASE.run("DELETE FROM fr.decompte WHERE numero = 202699999999");
        assertThat(indexed(FileKind.CLAIM, "202699999999")).isEmpty();

        DATABASE.run("UPDATE fr.compte_bancaire SET iban = 'FR1420041010050500013M02606' WHERE personne = " + member);
        assertThat(found(FileKind.MEMBER, "FR1420041010050500013M02606")).containsExactly(member);
        DATABASE.run("DELETE FROM fr.compte_bancaire WHERE personne = " + member);
        assertThat(found(FileKind.MEMBER, "FR1420041010050500013M02606")).isEmpty();

        DATABASE.run("INSERT INTO fr.entreprise (siren, raison_sociale) VALUES ('404833048', 'Vieille Maison')");
        DATABASE.run("INSERT INTO fr.contrat (numero, genre, effet, renouvellement) VALUES (49999999, 'COLLECTIF', '2020-01-01', 1)");
        DATABASE.run("INSERT INTO fr.contrat_collectif (numero, entreprise) VALUES (49999999, '404833048')");
        DATABASE.run("UPDATE fr.entreprise SET raison_sociale = 'Maison Neuve' WHERE siren = '404833048'");
        assertThat(indexed(FileKind.CONTRACT, "49999999")).containsExactly("49999999|Maison Neuve");
        DATABASE.run("INSERT INTO fr.affiliation (contrat, personne, assure, qualite, debut) VALUES (49999999, " + member + ", "
                + member + ", 'ASSURE', '2020-01-01')");
        assertThat(found(FileKind.MEMBER, "404833048")).containsExactly(member);
        assertThat(found(FileKind.MEMBER, "49999999")).containsExactly(member);
        DATABASE.run("DELETE FROM fr.affiliation WHERE contrat = 49999999");
        assertThat(found(FileKind.MEMBER, "404833048")).isEmpty();
        DATABASE.run("DELETE FROM fr.contrat_collectif WHERE numero = 49999999");
        DATABASE.run("DELETE FROM fr.contrat WHERE numero = 49999999");
        DATABASE.run("DELETE FROM fr.entreprise WHERE siren = '404833048'");
        assertThat(indexed(FileKind.CONTRACT, "49999999")).isEmpty();
        assertThat(indexed(FileKind.COMPANY, "404833048")).isEmpty();
    }

    @Test
    void theKeysOfCorsicaCountAsTheRuleSays() {
        assertThat(DATABASE.query("SELECT fr.cle_nir('253072B073004')")).containsExactly("70");
        assertThat(DATABASE.query("SELECT fr.cle_nir('253072A073004')")).containsExactly("43");
    }
}
