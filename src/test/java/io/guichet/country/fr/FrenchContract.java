package io.guichet.country.fr;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.sql.Rows;
import io.guichet.country.sample.CopyLoad;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A company's contract with two families, and a self-employed person's, written by hand: what tests amend and read.
final class FrenchContract {

    static final String CONTRACT = "49000001";
    static final String OWN = "49000002";
    static final String SIREN = "404833048";
    static final long HEAD = 190000001;
    static final long PARTNER = 190000002;
    static final long CHILD = 190000003;
    static final long SINGLE = 190000004;
    static final long OWNER = 190000005;
    static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static final CountryCode FRANCE = new CountryCode("FR");
    private static final String NOBODY = "";

    private final TestDatabase database;
    private final ContractRecords contracts = new France().contracts().orElseThrow();

    FrenchContract(TestDatabase database) {
        this.database = database;
    }

    ContractRecords contracts() {
        return contracts;
    }

    /// Writes everything, products among it.
    void write() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            new CopyLoad(connection, new SampleCatalogue().read().tables()).flush();
            connection.commit();
        }
        person(HEAD, "Marchand", "Élise", "1984-03-02", "F");
        person(PARTNER, "Marchand", "Paul", "1982-07-09", "M");
        person(CHILD, "Marchand", "Inès", "2015-11-20", "F");
        person(SINGLE, "Besson", "Karim", "1991-01-30", "M");
        person(OWNER, "Vidal", "Agnès", "1975-05-05", "F");
        database.run("INSERT INTO fr.entreprise (siren, raison_sociale, idcc, effectif) VALUES (?, 'Maison Neuve', '1486', 12)", SIREN);
        database.run("INSERT INTO fr.contrat (numero, genre, effet, renouvellement) VALUES (49000001, 'COLLECTIF', '2020-01-01', 1), "
                + "(49000002, 'INDIVIDUEL', '2021-01-01', 1)");
        database.run("INSERT INTO fr.contrat_collectif (numero, entreprise) VALUES (49000001, ?)", SIREN);
        database.run("INSERT INTO fr.contrat_individuel (numero, souscripteur) VALUES (49000002, ?)", OWNER);
        database.run("INSERT INTO fr.formule (contrat, produit, option, structure, part_employeur, debut) VALUES "
                + "(49000001, 'SANTE', 'BASE', 'ISOLE', 6000, '2020-01-01'), (49000002, 'MADELIN', 'OPTION1', 'ISOLE', 0, '2021-01-01')");
        covered(HEAD, HEAD, "ASSURE");
        covered(PARTNER, HEAD, "CONJOINT");
        covered(CHILD, HEAD, "ENFANT");
        covered(SINGLE, SINGLE, "ASSURE");
        database.run("INSERT INTO fr.affiliation (contrat, personne, assure, qualite, debut) VALUES (49000002, ?, ?, 'ASSURE', '2021-01-01')",
                OWNER, OWNER);
    }

    void person(long number, String surname, String firstName, String birth, String sex) {
        database.run("INSERT INTO fr.personne (numero, nom_naissance, prenoms, date_naissance, sexe) VALUES (?, ?, ?, ?::date, ?)",
                number, surname, firstName, birth, sex);
    }

    private void covered(long person, long head, String role) {
        database.run("INSERT INTO fr.affiliation (contrat, personne, assure, qualite, debut) VALUES (49000001, ?, ?, ?, '2020-01-01')",
                person, head, role);
    }

    static FileRef member(long number) {
        return new FileRef(FRANCE, FileKind.MEMBER, Long.toString(number));
    }

    /// What is asked: pairs of field and value.
    static AmendmentOrder order(String contract, String kind, LocalDate effective, long subject, String... fields) {
        Map<String, @Nullable String> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return new AmendmentOrder(contract, kind, effective, subject == 0 ? null : member(subject), FieldValues.of(values), false);
    }

    /// Carries it out, looks, and rolls back.
    <T> T tried(AmendmentOrder order, Function<Tried, T> look) {
        List<T> seen = new ArrayList<>();
        try {
            database.asSuperuser().write(work -> {
                AmendmentResult result = contracts.apply(work, order);
                seen.add(look.apply(new Tried(work, contracts, result)));
                throw new RolledBack();
            });
        } catch (RolledBack wanted) {
            return seen.getFirst();
        }
        throw new AssertionError("not rolled back");
    }

    /// The texts of the problems.
    List<String> problems(AmendmentOrder order) {
        return tried(order, tried -> tried.result().problems().stream()
                .map(problem -> problem.field() + ": " + problem.message().key()).toList());
    }

    /// A change that is about to be undone.
    record Tried(UnitOfWork work, ContractRecords contracts, AmendmentResult result) {
        List<String> query(String sql) {
            return work.sql(connection -> Rows.list(connection, sql, row -> String.valueOf(row.getString(1))));
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        RolledBack() {
            super(NOBODY, null, false, false);
        }
    }
}
