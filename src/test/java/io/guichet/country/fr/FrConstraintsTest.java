package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;

/// Every constraint of the French tables is tried by SQL, and refuses.
class FrConstraintsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /// Serves references to it: a number is unique already.
    private static final List<String> UNTRIED = List.of("contrat_genre_unique");

    /// What is tried.
    ///
    /// @param table      without schema
    /// @param attempt    what is set, or a whole statement
    /// @param constraint which must refuse it
    record Trial(String table, String attempt, String constraint) {
        String sql() {
            if (attempt.startsWith("INSERT") || attempt.startsWith("UPDATE")) {
                return attempt;
            }
            int where = attempt.indexOf(" WHERE ");
            String set = where < 0 ? attempt : attempt.substring(0, where);
            String rows = where < 0 ? "" : attempt.substring(where);
            return "UPDATE fr." + table + " SET " + set + " WHERE ctid = (SELECT ctid FROM fr." + table + rows + " LIMIT 1)";
        }
    }

    @BeforeAll
    static void write() throws SQLException {
        new FrenchContract(DATABASE).write();
        String one = Siret.complete(FrenchContract.SIREN, 1);
        String two = Siret.complete(FrenchContract.SIREN, 2);
        long head = FrenchContract.HEAD;
        for (String sql : List.of(
                "UPDATE fr.personne SET nir = '2951099126111', cle_nir = 93, date_naissance = '1995-10-03', version = 2 WHERE numero = " + head,
                "INSERT INTO fr.coordonnees (personne) VALUES (" + head + ")",
                "INSERT INTO fr.compte_bancaire (personne) VALUES (" + head + ")",
                "INSERT INTO fr.rattachement_amo (personne) VALUES (" + head + ")",
                "INSERT INTO fr.etablissement (siret, entreprise, siege) VALUES ('" + one + "', '404833048', true), ('" + two + "', '404833048', false)",
                "INSERT INTO fr.choix_option (contrat, assure, produit, option, debut) VALUES (49000001, " + head + ", 'SANTE', 'OPTION1', '2021-01-01')",
                "INSERT INTO fr.ayant_droit (assure, personne, lien, debut) VALUES (" + head + ", " + (head + 1) + ", 'CONJOINT', '2020-01-01')",
                "INSERT INTO fr.cotisation VALUES (49000001, '2026-01-01', 2, 4, 1000, 133, 600, 533)",
                "WITH entete AS (INSERT INTO fr.decompte (numero, personne, recu, debut_soins, etat, premier_acte, nombre_actes, depense, amo, reste) "
                        + "VALUES (202600000001, " + head + ", '2026-01-09', '2026-01-02', 'RECU', 'G', 1, 3000, 1900, 1100) RETURNING numero) "
                        + "INSERT INTO fr.acte (decompte, rang, code, jour, depense, brss, taux, amo, amc, reste) "
                        + "SELECT numero, 1, 'G', '2026-01-02', 3000, 3000, 70, 1900, 0, 1100 FROM entete",
                "INSERT INTO fr.compteur (personne, code, unite, plafond, debut, fin) VALUES (" + head + ", 'VACCINS', 'CENTIME', 4000, "
                        + "'2026-01-01', '2026-12-31')",
                "INSERT INTO fr.mouvement (decompte, rang, compteur, quantite) SELECT 202600000001, 1, max(numero), 1 FROM fr.compteur")) {
            DATABASE.run(sql);
        }
    }

    static List<Trial> trials() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FrConstraintsTest.class.getResourceAsStream("refused.txt")), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
                String table = line.substring(0, line.indexOf('|')).strip();
                int last = line.lastIndexOf('|');
                return new Trial(table, line.substring(line.indexOf('|') + 1, last).strip(), line.substring(last + 1).strip());
            }).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("trials")
    void isRefused(Trial trial) throws SQLException {
        assertThat(refusedBy(trial.sql())).as(trial.sql()).isEqualTo(trial.constraint());
    }

    private static String refusedBy(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int rows = statement.executeUpdate(sql);
            connection.rollback();
            return "nothing: " + rows + " rows written";
        } catch (PSQLException refused) {
            return refused.getServerErrorMessage() == null ? String.valueOf(refused.getMessage())
                    : String.valueOf(refused.getServerErrorMessage().getConstraint());
        }
    }

    @Test
    void everyReferenceIsTried() throws SQLException {
        List<String> wrong = new ArrayList<>();
        List<String> references = DATABASE.query("""
                SELECT c.conname || ' ' || t.relname || ' ' || a.attname || ' ' || (a.atttypid = 'bigint'::regtype)
                FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
                WHERE c.contype = 'f' AND c.connamespace = 'fr'::regnamespace""");
        assertThat(references).hasSizeGreaterThan(20);
        for (String reference : references) {
            String[] parts = reference.split(" ");
            String set = parts[2] + " = " + (parts[3].equals("true") ? "999" : "'NOPE'");
            String rows = "";
            if (parts[1].equals("etablissement")) {
                set = "entreprise = '310188420', siret = '" + Siret.complete("310188420", 1) + "'";
            } else if (parts[1].equals("affiliation")) {
                rows = " WHERE qualite = 'CONJOINT'";
            }
            String attempt = parts[1].equals("option") ? "INSERT INTO fr.option VALUES ('NOPE', 'BASE', 'x', 0)" : set + rows;
            String found = refusedBy(new Trial(parts[1], attempt, parts[0]).sql());
            if (!found.equals(parts[0])) {
                wrong.add(reference + ": " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noConstraintIsLeftUntried() throws IOException {
        List<String> tried = Stream.concat(trials().stream().map(Trial::constraint), UNTRIED.stream()).toList();
        List<String> all = DATABASE.query("""
                SELECT conname FROM pg_constraint WHERE connamespace = 'fr'::regnamespace AND contype IN ('c', 'x', 'u', 't')
                  AND conrelid <> 'fr.flyway_schema_history'::regclass
                UNION
                SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE c.relnamespace = 'fr'::regnamespace AND i.indisunique AND NOT i.indisprimary""");
        assertThat(tried).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyTableHasAKey() {
        assertThat(DATABASE.query("""
                SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'fr'::regnamespace AND c.relkind = 'r'
                  AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)""")).isEmpty();
    }
}
