package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.country.fr.sql.Rows;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Money;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// French sample histories agree with themselves: what bulk loads are not checked for row by row is checked here.
class FrHistoriesTest {

    private static final int MEMBERS = 4_000;
    private static final int CLAIMS = 9_000;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static Map<Integer, String> moved = Map.of();
    private static String busy = "";
    private static final SamplePopulation SAMPLE = new France().sample();

    @BeforeAll
    static void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            SAMPLE.write(connection, new SampleRequest(MEMBERS, CLAIMS, 11), members -> { });
            moved = SAMPLE.writeMovers(connection, List.of(mover(4, "FR", "BE"), mover(7, "ES", "FR"), mover(9, "ES", "BE")), 11);
            busy = Rows.first(connection, "SELECT min(personne) FROM fr.affiliation WHERE fin IS NULL AND dispense IS NULL",
                    row -> row.getString(1)).orElseThrow();
            assertThat(SAMPLE.writeClaims(connection, busy, 300, 5)).isEqualTo(300);
            connection.commit();
        }
    }

    private static Mover mover(int id, String from, String to) {
        return new Mover(id, new CountryCode(from), new CountryCode(to), LocalDate.of(2024, 9, 1), true, "Alma", "Reyes",
                LocalDate.of(1988, 4, 2), "alma.reyes" + id + "@example.org");
    }

    private static void none(String sql) {
        assertThat(DATABASE.query(sql)).as(sql).isEmpty();
    }

    private static long count(String sql) {
        return Long.parseLong(DATABASE.query(sql).getFirst());
    }

    @Test
    void nothingIsOdd() {
        none("SELECT contrat FROM fr.cotisation WHERE assures = 0 LIMIT 5");
        none("SELECT numero FROM fr.decompte WHERE etat IN ('RECU', 'EN_COURS') AND recu < '2026-07-01' LIMIT 5");
        none("""
                SELECT a.numero FROM fr.affiliation a JOIN fr.personne p ON p.numero = a.personne JOIN fr.contrat c ON c.numero = a.contrat
                WHERE a.qualite = 'ASSURE' AND c.fin IS NULL AND age(a.debut, p.date_naissance) < interval '18 years' LIMIT 5""");
    }

    @Test
    void statementsAreTheSumOfTheirActs() {
        none("""
                SELECT d.numero FROM fr.decompte d LEFT JOIN LATERAL (SELECT count(*) AS n, sum(depense) AS depense, sum(amo) AS amo,
                    sum(amc) AS amc, sum(reste) AS reste, min(jour) AS jour FROM fr.acte a WHERE a.decompte = d.numero) s ON true
                WHERE (d.nombre_actes, d.depense, d.amo, d.amc, d.reste, d.debut_soins) IS DISTINCT FROM
                      (s.n, s.depense, s.amo, s.amc, s.reste, s.jour) LIMIT 5""");
        none("SELECT a.decompte FROM fr.acte a JOIN fr.decompte d ON d.numero = a.decompte WHERE d.etat IN ('RECU', 'EN_COURS', 'REJETE') "
                + "AND a.amc > 0 LIMIT 5");
        assertThat(count("SELECT count(*) FROM fr.decompte WHERE amc > 0")).isGreaterThan(CLAIMS * 7L / 10);
        assertThat(count("SELECT count(DISTINCT etat) FROM fr.decompte")).isEqualTo(5);
        assertThat(count("SELECT count(DISTINCT code) FROM fr.acte")).isGreaterThan(15);
    }

    @Test
    void careIsWithinACover() {
        none("""
                SELECT d.numero FROM fr.decompte d WHERE NOT EXISTS (SELECT FROM fr.affiliation a JOIN fr.contrat k ON k.numero = a.contrat
                    WHERE a.personne = d.personne AND a.dispense IS NULL AND d.debut_soins BETWEEN a.debut AND coalesce(a.fin, d.debut_soins)
                      AND d.debut_soins <= coalesce(k.fin, d.debut_soins)) LIMIT 5""");
        none("SELECT a.numero FROM fr.affiliation a JOIN fr.contrat k ON k.numero = a.contrat WHERE a.debut < k.effet "
                + "OR k.fin IS NOT NULL AND coalesce(a.fin, 'infinity') > k.fin LIMIT 5");
        none("SELECT a.numero FROM fr.affiliation a JOIN fr.personne p ON p.numero = a.personne WHERE a.debut < p.date_naissance LIMIT 5");
        none("SELECT debut_soins FROM fr.decompte WHERE recu > '2026-10-31' OR paye_le > '2026-10-31' LIMIT 5");
    }

    @Test
    void familiesAreCoveredWithTheirHead() {
        none("""
                SELECT a.numero FROM fr.affiliation a WHERE a.qualite <> 'ASSURE' AND NOT EXISTS (SELECT FROM fr.affiliation h
                    WHERE h.contrat = a.contrat AND h.personne = a.assure AND h.qualite = 'ASSURE' AND h.dispense IS NULL
                      AND h.debut <= a.debut AND coalesce(h.fin, 'infinity') >= coalesce(a.fin, 'infinity')) LIMIT 5""");
        none("""
                SELECT a.numero FROM fr.affiliation a WHERE a.qualite <> 'ASSURE' AND NOT EXISTS (SELECT FROM fr.ayant_droit d
                    WHERE d.assure = a.assure AND d.personne = a.personne) LIMIT 5""");
        none("SELECT c.numero FROM fr.choix_option c JOIN fr.formule f ON f.contrat = c.contrat AND f.fin IS NULL "
                + "WHERE c.produit <> f.produit OR c.option <= f.option AND f.option <> 'BASE' LIMIT 5");
    }

    @Test
    void countersAreWhatAcceptedClaimsUsed() {
        none("""
                SELECT n.numero FROM fr.compteur n
                WHERE n.code = 'MEDECINE_DOUCE' AND n.utilise <> (SELECT count(*) FROM fr.acte a JOIN fr.decompte d ON d.numero = a.decompte
                    WHERE d.personne = n.personne AND a.code = 'OSTEO' AND a.amc > 0 AND a.jour BETWEEN n.debut AND n.fin) LIMIT 5""");
        none("""
                SELECT n.numero FROM fr.compteur n
                WHERE n.code = 'PROTHESE_DENTAIRE' AND n.utilise <> (SELECT sum(a.amc) FROM fr.acte a JOIN fr.decompte d ON d.numero = a.decompte
                    WHERE d.personne = n.personne AND a.code = 'COUR' AND a.panier <> 'SANS_RESTE' AND a.jour BETWEEN n.debut AND n.fin) LIMIT 5""");
        none("""
                SELECT d.personne FROM fr.acte a JOIN fr.decompte d ON d.numero = a.decompte
                WHERE a.code LIKE 'OPT_FRAME%' AND d.amc > 0 AND NOT EXISTS (SELECT FROM fr.compteur n WHERE n.personne = d.personne
                    AND n.code = 'OPTIQUE' AND n.debut = a.jour) LIMIT 5""");
        assertThat(count("SELECT count(DISTINCT code) FROM fr.compteur")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void premiumsAreThoseOfTheDay() {
        var contracts = new France().contracts().orElseThrow();
        List<String> charged = DATABASE.query("SELECT contrat || ' ' || mois || ' ' || ht || ' ' || tsa || ' ' || part_employeur || ' ' "
                + "|| part_assure FROM fr.cotisation c ORDER BY md5(contrat || mois::text) LIMIT 250");
        assertThat(charged).hasSize(250);
        DATABASE.asSuperuser().read(work -> {
            for (String row : charged) {
                String[] parts = row.split(" ");
                List<PremiumLine> lines = contracts.premium(work, parts[0], LocalDate.parse(parts[1]));
                assertThat(List.of(sum(lines, Kind.NET), sum(lines, Kind.TAX), sum(lines, Kind.EMPLOYER_SHARE), sum(lines, Kind.MEMBER_SHARE)))
                        .as(row).containsExactly(Long.valueOf(parts[2]), Long.valueOf(parts[3]), Long.valueOf(parts[4]), Long.valueOf(parts[5]));
            }
            return true;
        });
    }

    private static long sum(List<PremiumLine> lines, Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).map(PremiumLine::amount).reduce(Money.ZERO, Money::plus).minor();
    }

    @Test
    void companiesAreAsTheyAre() {
        none("SELECT e.siren FROM fr.entreprise e JOIN fr.etablissement t ON t.entreprise = e.siren GROUP BY e.siren, e.effectif "
                + "HAVING sum(t.effectif) <> e.effectif OR count(*) FILTER (WHERE t.siege) <> 1 LIMIT 5");
        none("SELECT e.siren FROM fr.entreprise e JOIN fr.contrat_collectif c ON c.entreprise = e.siren JOIN fr.formule f ON f.contrat = c.numero "
                + "WHERE (e.idcc = '1979') <> (f.produit = 'HCR') LIMIT 5");
        long all = count("SELECT count(*) FROM fr.entreprise");
        assertThat(count("SELECT count(*) FROM fr.entreprise WHERE effectif < 6") * 100 / all).isBetween(45L, 75L);
        assertThat(count("SELECT count(*) FROM fr.etablissement WHERE alsace_moselle")).isPositive();
    }

    @Test
    void thereIsAPast() {
        assertThat(count("SELECT count(*) FROM (SELECT personne FROM fr.affiliation GROUP BY personne HAVING count(DISTINCT contrat) > 1) p"))
                .isGreaterThan(MEMBERS / 40);
        for (String some : List.of("fr.affiliation WHERE portabilite IS NOT NULL", "fr.affiliation WHERE dispense IS NOT NULL",
                "fr.contrat WHERE fin IS NOT NULL", "fr.contrat WHERE suspendu_depuis IS NOT NULL", "fr.contrat_individuel",
                "fr.formule WHERE fin IS NOT NULL", "fr.choix_option WHERE fin IS NOT NULL", "fr.cotisation WHERE paye_le IS NULL")) {
            assertThat(count("SELECT count(*) FROM " + some)).as(some).isPositive();
        }
        assertThat(DATABASE.query("SELECT DISTINCT produit FROM fr.formule")).contains("SANTE", "HCR", "MADELIN");
    }

    @Test
    void whoMovedEndsOrBeginsThatDay() {
        assertThat(moved).containsOnlyKeys(4, 7);
        assertThat(DATABASE.query("SELECT fin FROM fr.affiliation WHERE personne = ?", Long.valueOf(moved.get(4)))).containsExactly("2024-08-31");
        assertThat(DATABASE.query("SELECT debut::text || coalesce(fin::text, '') FROM fr.affiliation WHERE personne = ?",
                Long.valueOf(moved.get(7)))).containsExactly("2024-09-01");
        assertThat(DATABASE.query("SELECT courriel FROM fr.coordonnees WHERE personne = ?", Long.valueOf(moved.get(7))))
                .containsExactly("alma.reyes7@example.org");
    }

    @Test
    void aLongHistoryIsPublishedStatementByStatement() {
        assertThat(count("SELECT count(*) FROM fr.decompte WHERE personne = " + busy)).isGreaterThanOrEqualTo(300);
        assertThat(DATABASE.query("SELECT reference FROM directory.entry WHERE kind = 'claim' AND country = 'FR' EXCEPT "
                + "SELECT numero::text FROM fr.decompte")).isEmpty();
        assertThat(count("SELECT count(*) FROM directory.entry WHERE kind = 'claim' AND country = 'FR'"))
                .isEqualTo(count("SELECT count(*) FROM fr.decompte"));
    }

    @Test
    void contractsAreListedWithWhoTookThemOut() {
        assertThat(count("SELECT count(*) FROM contract.entry WHERE country = 'FR'")).isEqualTo(count("SELECT count(*) FROM fr.contrat"));
        assertThat(count("SELECT count(*) FROM directory.entry WHERE kind = 'contract' AND country = 'FR'"))
                .isEqualTo(count("SELECT count(*) FROM fr.contrat"));
        none("SELECT reference FROM contract.entry e JOIN fr.contrat k ON k.numero::text = e.reference WHERE (k.genre = 'INDIVIDUEL') <> "
                + "(e.holder IS NULL) LIMIT 5");
    }
}
