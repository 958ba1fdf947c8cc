package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Finding.Code;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.sql.Rows;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What statements have in common that they should not: an invoice number, an account that is no household's.
class FrenchClaimMarksTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ClaimRecords CLAIMS = new France().claims().orElseThrow();
    private static final String DOCTOR = Rpps.complete("1000123456");
    private static Database clerk;
    private static int entries;

    @BeforeAll
    static void write() throws SQLException {
        new FrenchContract(DATABASE).write();
        DATABASE.run("INSERT INTO fr.compte_bancaire (personne, iban) VALUES (?, 'FR7630006000011234567890189'), (?, 'FR1420041010050500013M02606')",
                FrenchContract.HEAD, FrenchContract.SINGLE);
        clerk = DATABASE.as("operations");
        for (long person : List.of(FrenchContract.HEAD, FrenchContract.PARTNER, FrenchContract.SINGLE)) {
            clerk.write(work -> work.sql(connection -> Rows.first(connection, "SELECT directory.open_file('FR', 'member', ?, 'decide')",
                    row -> row.getBoolean(1), Long.toString(person)).orElseThrow()));
        }
    }

    @BeforeEach
    void forget() {
        DATABASE.run("DELETE FROM reimbursement.fingerprint");
    }

    private static List<Code> codes(long member, String invoice, String day) {
        ClaimIntake intake = new ClaimIntake(Long.toString(member), FieldValues.of(Map.of("fr.claim.received", "2026-10-20", "fr.claim.invoice", invoice)),
                List.of(FieldValues.of(Map.of("fr.claimLine.act", "G", "fr.claimLine.careDay", day, "fr.claimLine.charged", "30.00",
                        "fr.claimLine.provider", DOCTOR, "fr.claimLine.sector", "SECTOR_1"))), "file:marks:" + ++entries);
        String claim = ((Received.Written) clerk.<Received>write(work -> CLAIMS.receive(work, intake))).claim();
        return clerk.<Assessment>write(work -> CLAIMS.assess(work, claim)).findings().stream().map(Finding::code).toList();
    }

    @Test
    void anInvoiceIsHandedInOnce() {
        assertThat(codes(FrenchContract.HEAD, "F-1", "2026-09-01")).isEmpty();
        assertThat(codes(FrenchContract.HEAD, "F-1", "2026-09-08")).containsExactly(Code.SAME_INVOICE);
        assertThat(codes(FrenchContract.SINGLE, "F-1", "2026-09-09")).as("whosever it is").containsExactly(Code.SAME_INVOICE);
        assertThat(codes(FrenchContract.SINGLE, "F-2", "2026-09-10")).isEmpty();
    }

    /// Who is covered through somebody is paid to their account; a stranger who is paid there too is looked at.
    @Test
    void anAccountIsSharedByAHouseholdOnly() {
        assertThat(codes(FrenchContract.HEAD, "H-1", "2026-08-01")).isEmpty();
        assertThat(codes(FrenchContract.PARTNER, "H-2", "2026-08-02")).as("of one household").isEmpty();
        DATABASE.run("UPDATE fr.compte_bancaire SET iban = 'FR7630006000011234567890189' WHERE personne = ?", FrenchContract.SINGLE);
        try {
            assertThat(codes(FrenchContract.SINGLE, "H-3", "2026-08-03")).containsExactly(Code.SHARED_ACCOUNT);
        } finally {
            DATABASE.run("UPDATE fr.compte_bancaire SET iban = 'FR1420041010050500013M02606' WHERE personne = ?", FrenchContract.SINGLE);
        }
    }

    /// What was loaded in bulk and is open too: what comes in is compared with it.
    @Test
    void openStatementsOfABulkLoadAreRecognised() {
        assertThat(codes(FrenchContract.HEAD, "B-1", "2026-07-01")).isEmpty();
        DATABASE.run("DELETE FROM reimbursement.fingerprint");
        DATABASE.run("SELECT fr.empreintes_ouvertes()");
        assertThat(codes(FrenchContract.HEAD, "B-1", "2026-07-02")).containsExactly(Code.SAME_INVOICE);
    }
}
