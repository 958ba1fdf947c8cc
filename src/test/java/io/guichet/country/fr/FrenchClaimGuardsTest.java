package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/// What staff write of claims and counters without the program, the file of the member open: nothing but by a decision.
class FrenchClaimGuardsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String FORBIDDEN = "42501";
    private static final long HEAD = FrenchContract.HEAD;
    private static Database clerk;

    @BeforeAll
    static void write() throws SQLException {
        new FrenchContract(DATABASE).write();
        statement(1, "'RECU', NULL, NULL", 0);
        statement(2, "'LIQUIDE', NULL, NULL", 500);
        statement(3, "'PAYE', '2026-01-20', '0189'", 500);
        DATABASE.run("INSERT INTO fr.compteur (numero, personne, code, unite, plafond, utilise, debut, fin) VALUES (1, ?, 'VACCINS', 'CENTIME', "
                + "4000, 1000, '2026-01-01', '2026-12-31')", HEAD);
        clerk = DATABASE.as("operations");
        run("SELECT directory.open_file('FR', 'member', '" + HEAD + "', 'decide')");
    }

    private static void statement(int number, String state, int insurer) {
        DATABASE.run("WITH entete AS (INSERT INTO fr.decompte (numero, personne, recu, debut_soins, etat, paye_le, compte_fin, premier_acte, "
                + "nombre_actes, depense, amo, amc, reste) VALUES (20260000000" + number + ", " + HEAD + ", '2026-01-09', '2026-01-02', " + state
                + ", 'G', 1, 3000, 1900, " + insurer + ", 1100 - " + insurer + ") RETURNING numero) "
                + "INSERT INTO fr.acte (decompte, rang, code, jour, depense, brss, taux, amo, amc, reste) "
                + "SELECT numero, 1, 'G', '2026-01-02', 3000, 3000, 70, 1900, " + insurer + ", 1100 - " + insurer + " FROM entete");
    }

    private static void run(String sql) {
        clerk.write(work -> work.sql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        }));
    }

    private static String refusal(String sql) {
        try {
            run(sql);
            return "none";
        } catch (DatabaseFailure failure) {
            Throwable cause = failure;
            while (!(cause instanceof PSQLException) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(cause).filter(PSQLException.class::isInstance).map(found -> ((PSQLException) found).getSQLState())
                    .orElse(failure.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE fr.acte SET amc = amc + reste, reste = 0 WHERE decompte = 202600000003; UPDATE fr.decompte SET amc = amc + reste, reste = 0, "
                + "version = version + 1 WHERE numero = 202600000003",
        "UPDATE fr.decompte SET paye_le = '2026-01-10', version = version + 1 WHERE numero = 202600000003",
        "UPDATE fr.decompte SET compte_fin = '9999', version = version + 1 WHERE numero = 202600000003",
        "UPDATE fr.decompte SET compte_fin = NULL, version = version + 1 WHERE numero = 202600000003",
        "UPDATE fr.decompte SET recu = '2026-01-08', version = version + 1 WHERE numero = 202600000002",
        "UPDATE fr.acte SET motif = 'PLAFOND', etapes = '[]' WHERE decompte = 202600000003",
        "UPDATE fr.acte SET amo = amo + 100, reste = reste - 100 WHERE decompte = 202600000002; UPDATE fr.decompte SET amo = amo + 100, "
                + "reste = reste - 100, version = version + 1 WHERE numero = 202600000002",
        "UPDATE fr.acte SET amc = reste, reste = 0 WHERE decompte = 202600000001; UPDATE fr.decompte SET amc = reste, reste = 0, "
                + "version = version + 1 WHERE numero = 202600000001",
        "UPDATE fr.decompte SET amc = reste, reste = 0, version = version + 1 WHERE numero = 202600000001; DELETE FROM fr.acte WHERE decompte = "
                + "202600000001; INSERT INTO fr.acte (decompte, rang, code, jour, depense, brss, taux, amo, amc, reste) VALUES (202600000001, 1, 'G', "
                + "'2026-01-02', 3000, 3000, 70, 1900, 1100, 0)",
        "UPDATE fr.compteur SET utilise = 0, version = version + 1 WHERE numero = 1",
        "UPDATE fr.compteur SET plafond = plafond * 100, version = version + 1 WHERE numero = 1",
        "INSERT INTO fr.compteur (personne, code, unite, plafond, debut, fin) VALUES (" + HEAD + ", 'CURE', 'CENTIME', 1, '2026-01-01', '2026-12-31')",
        "INSERT INTO fr.mouvement (decompte, rang, compteur, quantite) VALUES (202600000001, 1, 1, 5)",
        "SELECT fr.mouvoir('{1}', '{" + HEAD + "}', '{VACCINS}', '{CENTIME}', '{2026-01-01}', '{2026-12-31}', '{202600000001}', '{1}', '{1}', '{1}', "
                + "'{99999999}', '{5}')"})
    void onlyADecisionWrites(String sql) {
        assertThat(refusal(sql)).as(sql).isEqualTo(FORBIDDEN);
    }

    /// Counters are the business of statements of their person, and no limit that there was is lowered.
    @Test
    void aDecisionMovesTheCountersOfItsPerson() {
        String begin = "SELECT reimbursement.take('FR', '202600000001'); SELECT reimbursement.begin('FR', '202600000001', 'PEND', '', '', '[]', NULL, NULL); ";
        String finish = "; UPDATE fr.decompte SET etat = 'EN_COURS', version = version + 1 WHERE numero = 202600000001; "
                + "SELECT reimbursement.finish('FR', '202600000001', '{}')";
        assertThat(refusal(begin + "UPDATE fr.compteur SET plafond = 3000, version = version + 1 WHERE numero = 1" + finish)).isEqualTo(FORBIDDEN);
        assertThat(refusal(begin + "UPDATE fr.decompte SET compte_fin = '9999', version = version + 1 WHERE numero = 202600000003" + finish))
                .as("another statement").isEqualTo(FORBIDDEN);
        assertThat(refusal(begin + "UPDATE fr.compteur SET utilise = utilise + 1, version = version + 1 WHERE numero = 1" + finish)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01", "2027-12-31"})
    void nothingIsReceivedBeforeItsDay(String day) {
        assertThat(refusal("SELECT fr.recevoir('{" + HEAD + "}', '{" + day + "}', '{NULL}', '{future:1}', '{1}', '{1}', '{G}', '{2026-01-02}', "
                + "'{NULL}', '{1}', '{NULL}', '{3000}', '{3000}', '{70}', '{1900}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}')"))
                .isEqualTo("23514");
    }
}
