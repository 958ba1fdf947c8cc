package io.guichet.country.fr;

import static io.guichet.country.fr.FrenchContract.CHILD;
import static io.guichet.country.fr.FrenchContract.CONTRACT;
import static io.guichet.country.fr.FrenchContract.DAY;
import static io.guichet.country.fr.FrenchContract.HEAD;
import static io.guichet.country.fr.FrenchContract.OWN;
import static io.guichet.country.fr.FrenchContract.OWNER;
import static io.guichet.country.fr.FrenchContract.PARTNER;
import static io.guichet.country.fr.FrenchContract.SINGLE;
import static io.guichet.country.fr.FrenchContract.member;
import static io.guichet.country.fr.FrenchContract.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.contract.PossibleDuplicate.Why;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.country.contract.Product;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FrContractsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final FrenchContract FRENCH = new FrenchContract(DATABASE);
    private final ContractRecords contracts = FRENCH.contracts();

    @BeforeAll
    static void write() throws SQLException {
        FRENCH.write();
    }

    private static Database care() {
        return DATABASE.as("care.fr");
    }

    private Optional<ContractFile> find(String contract) {
        return care().read(work -> contracts.find(work, contract, DAY));
    }

    private List<Product> products(LocalDate day) {
        return care().read(work -> contracts.products(work, day));
    }

    private List<Guarantee> guarantees(LocalDate day) {
        return care().read(work -> contracts.guarantees(work, CONTRACT, day));
    }

    private List<PossibleDuplicate> duplicates(AmendmentOrder order) {
        return care().read(work -> contracts.duplicates(work, order));
    }

    private List<TouchedClaim> touched(Set<FileRef> members) {
        return care().read(work -> contracts.touchedClaims(work, members, DAY));
    }

    @Test
    void aContractIsReadAsOfADay() {
        ContractFile file = care().read(work -> contracts.find(work, CONTRACT, DAY).orElseThrow());
        assertThat(file.product()).isEqualTo("Santé Entreprise, Base");
        assertThat(file.holderName()).isEqualTo("Maison Neuve");
        assertThat(file.state()).isEqualTo(ContractState.RUNNING);
        assertThat(file.people()).isEqualTo(4);
        assertThat(file.values().get("fr.contract.share")).contains("60");
        assertThat(file.groups().stream().flatMap(group -> group.fields().stream()).map(field -> field.key()))
                .containsAll(file.values().asMap().keySet());
        ContractFile own = care().read(work -> contracts.find(work, OWN, LocalDate.of(2020, 1, 1)).orElseThrow());
        assertThat(own.state()).isEqualTo(ContractState.COMING);
        assertThat(own.holder()).isNull();
        assertThat(own.holderName()).isEqualTo("Agnès Vidal");
        assertThat(own.product()).isEqualTo("Santé Indépendants Madelin, Équilibre");
        assertThat(find("1")).isEmpty();
        assertThat(find("none")).isEmpty();
    }

    @Test
    void statesFollowTheDay() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2026, 12, 31);
        assertThat(FrContracts.state(from, from, to, null)).isEqualTo(ContractState.RUNNING);
        assertThat(FrContracts.state(to, from, to, to)).isEqualTo(ContractState.SUSPENDED);
        assertThat(FrContracts.state(to.plusDays(1), from, to, to)).isEqualTo(ContractState.ENDED);
        assertThat(FrContracts.state(from.minusDays(1), from, to, null)).isEqualTo(ContractState.COMING);
    }

    @Test
    void productsAndGuaranteesAreThoseOfTheDay() {
        List<Product> products = products(DAY);
        assertThat(products).extracting(Product::code).contains("SANTE", "HCR", "MADELIN", "EXPERTS", "LIBRE");
        assertThat(products).allMatch(Product::sample);
        assertThat(products).filteredOn(product -> product.code().equals("SANTE")).extracting(Product::options)
                .containsExactly(List.of("OPTION1", "OPTION2", "OPTION3"));
        assertThat(products(LocalDate.of(2010, 1, 1))).isEmpty();
        List<Guarantee> guarantees = guarantees(DAY);
        assertThat(guarantees).hasSizeGreaterThan(20).extracting(Guarantee::code).contains("GENERALISTE", "PROTHESE_DENTAIRE");
        assertThat(guarantees).filteredOn(each -> each.code().equals("PROTHESE_DENTAIRE")).extracting(each -> each.level().key())
                .containsExactly("fr.guarantee.atMostYearly");
        assertThat(guarantees(LocalDate.of(2019, 1, 1))).isEmpty();
    }

    @Test
    void peopleComeByFamilyPageByPage() {
        Page<CoveredPerson> all = care().read(work -> contracts.people(work, CONTRACT, DAY, "", null, 10));
        assertThat(all.rows()).extracting(CoveredPerson::name)
                .containsExactly("Karim Besson", "Élise Marchand", "Paul Marchand", "Inès Marchand");
        assertThat(all.rows()).extracting(CoveredPerson::head).containsExactly(true, true, false, false);
        Page<CoveredPerson> first = care().read(work -> contracts.people(work, CONTRACT, DAY, "", null, 2));
        assertThat(first.more()).isTrue();
        Page<CoveredPerson> second = care().read(work -> contracts.people(work, CONTRACT, DAY, "", first.rows().getLast().place(), 2));
        assertThat(second.more()).isFalse();
        assertThat(second.rows()).isEqualTo(all.rows().subList(2, 4));
        assertThat(care().read(work -> contracts.people(work, CONTRACT, DAY, "ines", null, 5)).rows())
                .extracting(CoveredPerson::name).containsExactly("Inès Marchand");
        assertThat(care().read(work -> contracts.people(work, CONTRACT, DAY, "%", null, 5)).rows()).isEmpty();
    }

    @Test
    void thePremiumIsExplained() {
        List<PremiumLine> lines = care().read(work -> contracts.premium(work, CONTRACT, DAY));
        // Marchand 31.80 + 36.50 + 19.40 = 87.70, tax 11.64; Besson 31.80, tax 4.22; the employer twice 60 % of 36.02 = 21.61
        assertThat(amount(lines, Kind.NET)).isEqualTo(8770 + 3180);
        assertThat(amount(lines, Kind.TAX)).isEqualTo(1164 + 422);
        assertThat(amount(lines, Kind.TOTAL)).isEqualTo(amount(lines, Kind.NET) + amount(lines, Kind.TAX));
        assertThat(amount(lines, Kind.EMPLOYER_SHARE)).isEqualTo(2 * 2161);
        assertThat(amount(lines, Kind.MEMBER_SHARE)).isEqualTo(amount(lines, Kind.TOTAL) - 2 * 2161);
        // 51 in 2026: 53.60 × 1.42 = 76.112 → 76.11; tax 10.0998 → 10.10
        List<PremiumLine> own = care().read(work -> contracts.premium(work, OWN, DAY));
        assertThat(amount(own, Kind.TOTAL)).isEqualTo(7611 + 1010);
        assertThat(own).extracting(PremiumLine::kind).doesNotContain(Kind.EMPLOYER_SHARE);
        assertThat(amount(care().read(work -> contracts.premium(work, CONTRACT, LocalDate.of(2019, 12, 31))), Kind.TOTAL)).isZero();
    }

    private static long amount(List<PremiumLine> lines, Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).map(PremiumLine::amount).reduce(Money.ZERO, Money::plus).minor();
    }

    @Test
    void aNewcomerIsEnrolledWithTheFamily() {
        AmendmentOrder order = order(CONTRACT, "enrol", DAY, 0, "fr.amendment.enrol.role", "ENFANT", "fr.amendment.enrol.head",
                Long.toString(HEAD), "fr.member.birthName", "Marchand", "fr.member.firstNames", "Zoé", "fr.member.sex", "F",
                "fr.member.birthDate", "2026-05-30", "fr.member.city", "Lyon");
        FRENCH.tried(order, tried -> {
            assertThat(tried.result().problems()).isEmpty();
            assertThat(tried.result().members()).hasSize(1);
            String number = tried.result().members().iterator().next().reference();
            assertThat(tried.query("SELECT assure FROM fr.affiliation WHERE personne = " + number)).containsExactly(Long.toString(HEAD));
            assertThat(tried.query("SELECT lien FROM fr.ayant_droit WHERE personne = " + number)).containsExactly("ENFANT");
            assertThat(amount(contracts.premium(tried.work(), CONTRACT, DAY), Kind.NET)).isEqualTo(8770 + 1940 + 3180);
            List<Fact> facts = contracts.facts(tried.work(), order, tried.result().members());
            assertThat(facts).extracting(Fact::key).contains("fr.contract.product", "fr.cover.role", "fr.cover.from");
            return true;
        });
    }

    @Test
    void anEmployeeIsEnrolledWithALevelOfTheirOwn() {
        FRENCH.person(190000011, "Nouvelle", "Recrue", "1999-09-09", "F");
        AmendmentOrder order = order(CONTRACT, "enrol", DAY, 190000011, "fr.amendment.enrol.role", "ASSURE",
                "fr.amendment.enrol.college", "CADRE", "fr.amendment.enrol.level", "OPTION2");
        FRENCH.tried(order, tried -> {
            assertThat(tried.result().problems()).isEmpty();
            assertThat(amount(contracts.premium(tried.work(), CONTRACT, DAY), Kind.NET)).isEqualTo(8770 + 3180 + 5490);
            return true;
        });
    }

    @Test
    void whatIsWrongWithANewcomerIsSaidAtItsField() {
        assertThat(FRENCH.problems(order(CONTRACT, "enrol", LocalDate.of(2019, 5, 1), 0, "fr.amendment.enrol.role", "ASSURE")))
                .containsExactly("effective: fr.error.beforeContract");
        assertThat(FRENCH.problems(order(CONTRACT, "enrol", DAY, 0, "fr.amendment.enrol.role", "ASSURE")))
                .contains("fr.member.birthName: country.error.required", "fr.member.birthDate: country.error.required");
        assertThat(FRENCH.problems(order(CONTRACT, "enrol", DAY, HEAD, "fr.amendment.enrol.role", "ASSURE")))
                .containsExactly("subject: fr.error.alreadyCovered");
        assertThat(FRENCH.problems(order(CONTRACT, "enrol", DAY, OWNER, "fr.amendment.enrol.role", "CONJOINT")))
                .containsExactly("fr.amendment.enrol.head: fr.error.headMissing");
        assertThat(FRENCH.problems(order(CONTRACT, "enrol", DAY, OWNER, "fr.amendment.enrol.role", "CONJOINT",
                "fr.amendment.enrol.head", "12"))).containsExactly("fr.amendment.enrol.head: fr.error.headNotCovered");
        assertThat(FRENCH.problems(order(OWN, "enrol", DAY, SINGLE, "fr.amendment.enrol.role", "ASSURE")))
                .containsExactly("fr.amendment.enrol.role: fr.error.notTheOwner");
        assertThat(FRENCH.problems(order(CONTRACT, "enrol", DAY, OWNER, "fr.amendment.enrol.role", "ASSURE",
                "fr.amendment.enrol.end", "2026-05-01"))).containsExactly("fr.amendment.enrol.end: fr.error.endsBeforeItBegins");
        assertThat(FRENCH.problems(order("1", "enrol", DAY, HEAD))).containsExactly("subject: fr.error.noContract");
    }

    @Test
    void nobodyIsEnrolledTwiceUnderTwoNumbers() {
        DATABASE.run("INSERT INTO fr.personne (numero, nir, cle_nir, nom_naissance, prenoms, date_naissance, sexe) VALUES "
                + "(190000021, '2951099126111', 93, 'Double', 'Anne', '1995-10-03', 'F')");
        AmendmentOrder same = order(CONTRACT, "enrol", DAY, 0, "fr.amendment.enrol.role", "ASSURE", "fr.member.birthName", "Autre",
                "fr.member.firstNames", "Anne", "fr.member.sex", "F", "fr.member.birthDate", "1995-10-03", "fr.member.nir",
                "295109912611193");
        assertThat(FRENCH.problems(same)).containsExactly("fr.member.nir: fr.error.nirTaken");
        assertThat(duplicates(same)).singleElement().satisfies(found -> {
            assertThat(found.why()).isEqualTo(Why.NATIONAL_ID);
            assertThat(found.member()).isEqualTo(member(190000021));
        });
        AmendmentOrder alike = order(CONTRACT, "enrol", DAY, 0, "fr.amendment.enrol.role", "ASSURE", "fr.member.birthName", "DOUBLÉ",
                "fr.member.firstNames", "anne", "fr.member.sex", "F", "fr.member.birthDate", "1995-10-03");
        assertThat(FRENCH.problems(alike)).containsExactly("subject: fr.error.possiblyKnown");
        assertThat(duplicates(alike)).extracting(found -> found.why())
                .containsExactly(Why.NAME_AND_BIRTH);
        AmendmentOrder stranger = new AmendmentOrder(CONTRACT, "enrol", DAY, null, alike.values(), true);
        assertThat(FRENCH.problems(stranger)).isEmpty();
    }

    @Test
    void withTheHeadTheFamilyLeaves() {
        FRENCH.tried(order(CONTRACT, "terminate", DAY, HEAD, "fr.amendment.terminate.reason", "DEPART"), tried -> {
            assertThat(tried.result().members()).containsExactlyInAnyOrder(member(HEAD), member(PARTNER), member(CHILD));
            assertThat(tried.query("SELECT DISTINCT fin FROM fr.affiliation WHERE assure = " + HEAD)).containsExactly("2026-05-31");
            assertThat(contracts.people(tried.work(), CONTRACT, DAY, "", null, 10).rows()).extracting(CoveredPerson::name)
                    .containsExactly("Karim Besson");
            return true;
        });
        FRENCH.tried(order(CONTRACT, "terminate", DAY, CHILD, "fr.amendment.terminate.reason", "LIMITE_AGE"), tried -> {
            assertThat(tried.result().members()).containsExactly(member(CHILD));
            return true;
        });
        assertThat(FRENCH.problems(order(CONTRACT, "terminate", DAY, OWNER, "fr.amendment.terminate.reason", "DEPART")))
                .containsExactly("subject: fr.error.notCovered");
        assertThat(FRENCH.problems(order(CONTRACT, "terminate", LocalDate.of(2020, 1, 1), SINGLE)))
                .containsExactly("subject: fr.error.notCovered");
    }

    @Test
    void everyKindIsKnownToTheDatabaseAndDescribed() {
        assertThat(DATABASE.query("SELECT code FROM contract.amendment_kind WHERE country = 'FR'"))
                .containsExactlyInAnyOrderElementsOf(contracts.amendments().stream().map(AmendmentKind::code).toList());
        for (AmendmentKind kind : contracts.amendments()) {
            assertThat(DATABASE.query("SELECT array_to_string(documents, ',') FROM contract.amendment_kind WHERE country = 'FR' "
                    + "AND code = ?", kind.code())).as(kind.code()).containsExactly(String.join(",", kind.documents()));
        }
    }

    /// With `psql`, in the name of a change that asks for no document.
    @Test
    void whatAsksForADocumentIsNotWrittenByWhatDoesNot() {
        for (String[] attempt : new String[][] {
                {"dates", "UPDATE fr.formule SET structure = 'FAMILLE', version = version + 1 WHERE contrat = 49000001"},
                {"formula", "UPDATE fr.formule SET part_employeur = 10000, version = version + 1 WHERE contrat = 49000001"},
                {"terminate", "UPDATE fr.affiliation SET portabilite = '2026-06-01', fin = '2026-12-31', motif_fin = 'DEPART', version = version + 1 WHERE personne = " + SINGLE},
                {"enrol", "INSERT INTO fr.affiliation (contrat, personne, assure, qualite, dispense, debut) VALUES (49000001, " + OWNER
                        + ", " + OWNER + ", 'ASSURE', 'CDD', '2026-06-01')"}}) {
            assertThatThrownBy(() -> care().write(work -> work.sql(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("INSERT INTO contract.amendment (country, contract, kind, effective) VALUES ('FR', '49000001', '"
                            + attempt[0] + "', '2026-06-01')");
                    statement.execute("SELECT contract.begin(max(number), false) FROM contract.amendment");
                    return statement.execute(attempt[1]);
                }
            }))).as(attempt[1]).hasMessageContaining("does not write this");
        }
    }

    @Test
    void touchedClaimsAreKeysDaysAndStates() {
        DATABASE.run("INSERT INTO fr.decompte (numero, personne, recu, debut_soins, etat) VALUES (202600000001, ?, '2026-06-20', "
                + "'2026-06-10', 'RECU'), (202600000002, ?, '2026-05-20', '2026-05-10', 'RECU')", SINGLE, SINGLE);
        assertThat(touched(Set.of(member(SINGLE)))).singleElement()
                .satisfies(claim -> assertThat(claim.number()).isEqualTo("202600000001"));
        assertThat(touched(Set.of())).isEmpty();
    }
}
