package io.guichet.country.fr;

import static io.guichet.country.fr.FrenchContract.CHILD;
import static io.guichet.country.fr.FrenchContract.DAY;
import static io.guichet.country.fr.FrenchContract.HEAD;
import static io.guichet.country.fr.FrenchContract.OWNER;
import static io.guichet.country.fr.FrenchContract.PARTNER;
import static io.guichet.country.fr.FrenchContract.SINGLE;
import static io.guichet.country.fr.FrenchContract.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FrMemberCoverTest {

    private static final int LONG = 5_000;
    private static final LocalDate LATER = LocalDate.of(2026, 10, 31);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static Database care = null;
    private final MemberCover cover = new France().cover().orElseThrow();

    @BeforeAll
    static void write() throws SQLException {
        new FrenchContract(DATABASE).write();
        DATABASE.run("INSERT INTO fr.compte_bancaire (personne, iban) VALUES (?, 'FR1420041010050500013M02606')", SINGLE);
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            new France().sample().writeClaims(connection, Long.toString(SINGLE), LONG, 3);
            new France().sample().writeClaims(connection, Long.toString(HEAD), 5, 3);
            connection.commit();
        }
        DATABASE.run("INSERT INTO fr.compteur (personne, code, unite, plafond, utilise, debut, fin) VALUES "
                + "(?, 'PROTHESE_DENTAIRE', 'CENTIME', 100000, 25000, '2026-01-01', '2026-12-31'), "
                + "(?, 'OPTIQUE', 'EQUIPEMENT', 1, 1, '2025-03-01', '2027-02-28')", SINGLE, SINGLE);
        DATABASE.run("ANALYZE");
        care = DATABASE.as("care.fr");
        care.write(work -> work.sql(connection -> Rows.first(connection,
                "SELECT directory.open_file('FR', 'member', ?, 'call')", row -> row.getBoolean(1), Long.toString(SINGLE))));
    }

    private List<Cover> covers(long person, LocalDate day) {
        return care.read(work -> cover.covers(work, Long.toString(person), day));
    }

    private List<Relative> household(long person, LocalDate day) {
        return care.read(work -> cover.household(work, Long.toString(person), day));
    }

    private List<Allowance> allowances(long person, LocalDate day) {
        return care.read(work -> cover.allowances(work, Long.toString(person), day));
    }

    private Page<ClaimLine> claims(long person, HistoryRequest request) {
        return care.read(work -> cover.claims(work, Long.toString(person), request));
    }

    private Page<PaymentLine> payments(long person, HistoryRequest request) {
        return care.read(work -> cover.payments(work, Long.toString(person), request));
    }

    @Test
    void coversStandAsOfTheDay() {
        assertThat(covers(HEAD, DAY)).singleElement().satisfies(found -> {
            assertThat(found.product()).isEqualTo("Santé Entreprise, Base");
            assertThat(found.payer()).isEqualTo("Maison Neuve");
            assertThat(found.state()).isEqualTo(Cover.State.RUNNING);
            assertThat(found.role().key()).isEqualTo("fr.cover.role.ASSURE");
        });
        assertThat(covers(OWNER, DAY)).extracting(Cover::payer).containsExactly("Agnès Vidal");
        assertThat(covers(HEAD, LocalDate.of(2019, 1, 1))).extracting(Cover::state).containsExactly(Cover.State.COMING);
        assertThat(covers(1, DAY)).isEmpty();
        assertThat(care.read(work -> cover.covers(work, "nobody", DAY)).isEmpty()).isTrue();
    }

    @Test
    void whatLimitsACoverIsNoted() {
        DATABASE.run("INSERT INTO fr.personne (numero, nom_naissance, prenoms, date_naissance, sexe) VALUES "
                + "(190000031, 'Parti', 'Jean', '1990-01-01', 'M'), (190000032, 'Exempt', 'Jeanne', '1990-01-01', 'F')");
        DATABASE.run("INSERT INTO fr.affiliation (contrat, personne, assure, qualite, debut, fin, portabilite, dispense) VALUES "
                + "(49000001, 190000031, 190000031, 'ASSURE', '2022-01-01', '2026-03-31', '2025-10-01', NULL), "
                + "(49000001, 190000032, 190000032, 'ASSURE', '2022-01-01', NULL, NULL, 'CDD')");
        assertThat(covers(190000031, DAY)).extracting(Cover::state).containsExactly(Cover.State.ENDED);
        assertThat(covers(190000031, LocalDate.of(2026, 1, 1))).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(Cover.State.RUNNING);
            assertThat(found.notes()).extracting(note -> note.key()).containsExactly("fr.cover.ported");
        });
        assertThat(covers(190000032, DAY)).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(Cover.State.SUSPENDED);
            assertThat(found.notes()).extracting(note -> note.key()).containsExactly("fr.cover.exempt");
        });
        DATABASE.run("UPDATE fr.contrat SET suspendu_depuis = '2026-09-01', version = version + 1 WHERE numero = 49000002");
        assertThat(covers(OWNER, DAY)).extracting(Cover::state).containsExactly(Cover.State.RUNNING);
        assertThat(covers(OWNER, LATER)).extracting(Cover::state).containsExactly(Cover.State.SUSPENDED);
        DATABASE.run("UPDATE fr.contrat SET suspendu_depuis = NULL, version = version + 1 WHERE numero = 49000002");
    }

    @Test
    void aHouseholdIsWhoIsInsuredTogether() {
        assertThat(household(CHILD, DAY)).extracting(Relative::member).containsExactly(member(HEAD), member(PARTNER));
        assertThat(household(HEAD, DAY)).extracting(Relative::member).containsExactly(member(PARTNER), member(CHILD));
        assertThat(household(HEAD, DAY)).allMatch(Relative::covered);
        assertThat(household(HEAD, LocalDate.of(2019, 6, 1))).noneMatch(Relative::covered).hasSize(2);
        assertThat(household(SINGLE, DAY)).isEmpty();
    }

    @Test
    void allowancesAreWhatTheLevelGrantsAndTheCountersUsed() {
        List<Allowance> found = allowances(SINGLE, DAY);
        assertThat(found).filteredOn(each -> each.code().equals("PROTHESE_DENTAIRE")).singleElement()
                .satisfies(each -> assertThat(each.left()).isEqualTo(75_000));
        assertThat(found).filteredOn(each -> each.code().equals("LENTILLES")).singleElement().satisfies(each -> {
            assertThat(each.limit()).isEqualTo(10_000);
            assertThat(each.used()).isZero();
            assertThat(each.to()).isEqualTo("2026-12-31");
        });
        assertThat(found).filteredOn(each -> each.code().equals("MEDECINE_DOUCE")).extracting(Allowance::unit)
                .containsExactly(Allowance.Unit.SERVICES);
        assertThat(found).filteredOn(each -> each.code().equals("OPTIQUE")).singleElement()
                .satisfies(each -> assertThat(each.note()).isNotNull());
        // a new year begins with everything left
        assertThat(allowances(SINGLE, LocalDate.of(2027, 1, 2))).filteredOn(each -> each.code().equals("PROTHESE_DENTAIRE"))
                .extracting(Allowance::used).containsExactly(0L);
        assertThat(allowances(HEAD, DAY)).as("the file of the head is not open").isEmpty();
    }

    @Test
    void theWholeHistoryComesPageByPageNewestFirst() {
        List<ClaimLine> all = new ArrayList<>();
        Page<ClaimLine> page = claims(SINGLE, HistoryRequest.newest(LATER, 500));
        all.addAll(page.rows());
        while (page.more()) {
            page = claims(SINGLE, new HistoryRequest(LATER, page.rows().getLast().place(), 500));
            all.addAll(page.rows());
        }
        assertThat(all).hasSize(LONG).extracting(ClaimLine::number).doesNotHaveDuplicates();
        assertThat(all).extracting(ClaimLine::day).isSortedAccordingTo((a, b) -> b.compareTo(a));
        LocalDate middle = all.get(LONG / 2).day();
        assertThat(claims(SINGLE, HistoryRequest.newest(middle, 10)).rows()).allMatch(line -> !line.day().isAfter(middle));
        assertThat(claims(HEAD, HistoryRequest.newest(LATER, 10)).rows()).as("not open").isEmpty();
        Page<PaymentLine> payments = payments(SINGLE, HistoryRequest.newest(LATER, 20));
        assertThat(payments.rows()).hasSize(20).extracting(PaymentLine::accountEnd).containsOnly("2606");
        Page<PaymentLine> next = payments(SINGLE, new HistoryRequest(LATER, payments.rows().getLast().place(), 20));
        assertThat(next.rows()).doesNotContainAnyElementsOf(payments.rows());
    }

    /// A page costs a range of an index, however long the history is.
    @Test
    void aPageReadsARangeOfAnIndex() {
        for (String sql : List.of(
                "SELECT * FROM fr.decompte WHERE personne = " + SINGLE + " AND (debut_soins, numero) < ('2024-01-01', 299999999999) "
                        + "ORDER BY debut_soins DESC, numero DESC LIMIT 51",
                "SELECT * FROM fr.decompte WHERE personne = " + SINGLE + " AND paye_le IS NOT NULL AND (paye_le, numero) < ('2024-01-01', "
                        + "299999999999) ORDER BY paye_le DESC, numero DESC LIMIT 51")) {
            List<String> plan = care.read(work -> work.sql(connection -> Rows.list(connection, "EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) " + sql,
                    row -> row.getString(1))));
            String all = String.join("\n", plan);
            assertThat(all).contains("Index Scan using decompte_").contains("Index Cond: ((personne = ").doesNotContain("Sort")
                    .containsPattern("Index Scan using decompte_\\w+ on decompte.*rows=51");
        }
    }
}
