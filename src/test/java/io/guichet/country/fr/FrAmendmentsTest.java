package io.guichet.country.fr;

import static io.guichet.country.fr.FrenchContract.CHILD;
import static io.guichet.country.fr.FrenchContract.CONTRACT;
import static io.guichet.country.fr.FrenchContract.DAY;
import static io.guichet.country.fr.FrenchContract.HEAD;
import static io.guichet.country.fr.FrenchContract.OWN;
import static io.guichet.country.fr.FrenchContract.OWNER;
import static io.guichet.country.fr.FrenchContract.SINGLE;
import static io.guichet.country.fr.FrenchContract.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What each kind of change does to the French tables, beside enrolling and terminating.
class FrAmendmentsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final FrenchContract FRENCH = new FrenchContract(DATABASE);

    @BeforeAll
    static void write() throws SQLException {
        FRENCH.write();
    }

    private static List<String> after(AmendmentOrder order, String sql) {
        return FRENCH.tried(order, tried -> {
            assertThat(tried.result().problems()).isEmpty();
            return tried.query(sql);
        });
    }

    @Test
    void aFamilyChoosesALevel() {
        assertThat(after(order(CONTRACT, "option", DAY, HEAD, "fr.amendment.option.level", "OPTION2"),
                "SELECT option || debut FROM fr.choix_option WHERE assure = " + HEAD)).containsExactly("OPTION22026-06-01");
        assertThat(FRENCH.problems(order(CONTRACT, "option", DAY, HEAD, "fr.amendment.option.level", "BASE")))
                .containsExactly("fr.amendment.option.level: fr.error.sameLevel");
        assertThat(FRENCH.problems(order(CONTRACT, "option", DAY, CHILD, "fr.amendment.option.level", "OPTION2")))
                .containsExactly("subject: fr.error.headOnly");
        assertThat(FRENCH.problems(order(OWN, "option", DAY, OWNER, "fr.amendment.option.level", "OPTION3")))
                .containsExactly("fr.amendment.option.level: fr.error.noSuchLevel");
    }

    @Test
    void aContractChangesProductStructureAndEnd() {
        String terms = "SELECT produit || option || structure || part_employeur || coalesce(fin::text, '') FROM fr.formule WHERE contrat = "
                + CONTRACT + " ORDER BY debut";
        assertThat(after(order(CONTRACT, "formula", DAY, 0, "fr.amendment.formula.product", "SANTE", "fr.amendment.formula.level", "OPTION1"),
                terms)).containsExactly("SANTEBASEISOLE60002026-05-31", "SANTEOPTION1ISOLE6000");
        assertThat(after(order(CONTRACT, "structure", LocalDate.of(2020, 1, 1), 0, "fr.amendment.structure.structure", "DUO",
                "fr.amendment.structure.share", "62,5"), terms)).containsExactly("SANTEBASEDUO6250");
        assertThat(FRENCH.problems(order(CONTRACT, "formula", DAY, 0, "fr.amendment.formula.product", "NOPE")))
                .containsExactly("fr.amendment.formula.product: fr.error.unknownProduct");
        assertThat(FRENCH.problems(order(CONTRACT, "structure", DAY, 0, "fr.amendment.structure.structure", "DUO",
                "fr.amendment.structure.share", "49"))).containsExactly("fr.amendment.structure.share: fr.error.share");
        assertThat(after(order(CONTRACT, "dates", DAY, 0, "fr.amendment.dates.end", "2026-12-31"),
                "SELECT fin FROM fr.contrat WHERE numero = " + CONTRACT)).containsExactly("2026-12-31");
        assertThat(FRENCH.problems(order(CONTRACT, "dates", DAY, 0, "fr.amendment.dates.end", "2019-12-31")))
                .containsExactly("fr.amendment.dates.end: fr.error.contractEndsBefore");
    }

    @Test
    void coverIsKeptDeclinedOrCorrected() {
        String covers = "SELECT coalesce(dispense, '') || debut || coalesce(fin::text, '') FROM fr.affiliation WHERE assure = " + HEAD
                + " ORDER BY personne, debut";
        assertThat(after(order(CONTRACT, "portability", DAY, HEAD, "fr.amendment.portability.months", "12"), covers))
                .containsExactly("2020-01-012027-05-31", "2020-01-012027-05-31", "2020-01-012027-05-31");
        assertThat(after(order(CONTRACT, "dispense", DAY, HEAD, "fr.amendment.dispense.reason", "CDD"), covers))
                .containsExactly("2020-01-012026-05-31", "CDD2026-06-01", "2020-01-012026-05-31", "2020-01-012026-05-31");
        assertThat(after(order(CONTRACT, "memberDates", DAY, CHILD, "fr.amendment.memberDates.from", "2021-01-01"), covers))
                .contains("2021-01-01");
        assertThat(FRENCH.problems(order(CONTRACT, "memberDates", DAY, CHILD, "fr.amendment.memberDates.to", "2019-01-01")))
                .containsExactly("fr.amendment.memberDates.to: fr.error.endsBeforeItBegins");
        assertThat(FRENCH.problems(order(OWN, "dispense", DAY, OWNER, "fr.amendment.dispense.reason", "CDD")))
                .containsExactly("subject: fr.error.companyOnly");
    }

    @Test
    void addressAndAccountAreWritten() {
        assertThat(after(order(CONTRACT, "address", DAY, HEAD, "fr.member.address", "1 rue X", "fr.member.postcode", "75011",
                "fr.member.city", "Paris", "fr.amendment.address.family", "true"),
                "SELECT count(*) FROM fr.coordonnees WHERE commune = 'Paris'")).containsExactly("3");
        assertThat(after(order(CONTRACT, "bank", DAY, SINGLE, "fr.member.iban", "FR1420041010050500013M02606"),
                "SELECT iban FROM fr.compte_bancaire WHERE personne = " + SINGLE)).containsExactly("FR1420041010050500013M02606");
        assertThat(FRENCH.problems(order(CONTRACT, "bank", LocalDate.of(2199, 1, 1), SINGLE, "fr.member.iban", "FR1420041010050500013M02606")))
                .contains("effective: fr.error.notAhead");
    }
}
