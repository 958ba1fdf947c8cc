package io.guichet.country.be;

import static io.guichet.country.be.Polissen.AMBULATORY;
import static io.guichet.country.be.Polissen.CHILD;
import static io.guichet.country.be.Polissen.COLLEAGUE;
import static io.guichet.country.be.Polissen.DENTAL;
import static io.guichet.country.be.Polissen.HEAD;
import static io.guichet.country.be.Polissen.HOSPITAL;
import static io.guichet.country.be.Polissen.PARTNER;
import static io.guichet.country.be.Polissen.member;
import static io.guichet.country.be.Polissen.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.Product;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BeContractsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final String MEMBERSHIPS = """
            SELECT concat_ws(' ', polis, verzekerde, hoofd, rol, begin, einde, einde_reden, wachttijd_tot, ononderbroken_sinds)
            FROM be.aansluiting ORDER BY polis, begin, verzekerde""";

    private static Polissen policies;
    private static Database care;
    private final ContractRecords contracts = new Belgium().contracts().orElseThrow();

    @BeforeAll
    static void signIn() {
        policies = new Polissen(DATABASE);
        care = policies.care();
    }

    @BeforeEach
    void reset() throws SQLException {
        policies.reset();
    }

    private static <T> List<T> seen(Function<UnitOfWork, List<T>> query) {
        return care.read(query);
    }

    private static List<String> memberships(String policy) {
        return DATABASE.query(MEMBERSHIPS).stream().filter(row -> row.startsWith(policy)).map(row -> row.substring(10)).toList();
    }

    private static AmendmentOrder newcomer(String day, String... more) {
        List<String> values = new ArrayList<>(List.of("be.member.name", "Peeters", "be.member.firstNames", "Lotte", "be.member.sex", "V",
                "be.member.birthDate", "1998-07-28", "be.member.language", "nl", "be.member.email", "lotte@example.org",
                "be.member.city", "Gent", "role", "HOOFDVERZEKERDE"));
        values.addAll(List.of(more));
        return order(HOSPITAL, "enrol", day, null, values.toArray(String[]::new));
    }

    @Test
    void aPolicyIsWhatItIsOnADay() {
        ContractFile file = care.read(work -> contracts.find(work, HOSPITAL, DAY)).orElseThrow();
        assertThat(file.product()).isEqualTo("Hospi Eenpersoonskamer 150 %");
        assertThat(file.holderName()).isEqualTo("Drukkerij");
        assertThat(file.people()).isEqualTo(4);
        assertThat(file.state()).isEqualTo(ContractState.RUNNING);
        assertThat(care.read(work -> contracts.find(work, HOSPITAL, LocalDate.of(2019, 1, 1))).orElseThrow().state())
                .isEqualTo(ContractState.COMING);
        assertThat(care.read(work -> contracts.find(work, HOSPITAL, LocalDate.of(2024, 2, 29))).orElseThrow().people()).isEqualTo(3);
        assertThat(care.<Boolean>read(work -> contracts.find(work, "P99999999", DAY).isEmpty())).isTrue();
        assertThat(seen(work -> contracts.products(work, DAY))).extracting(Product::code)
                .contains("HOSPI-KAMER-150", "AMBU-PLUS", "TAND-PLUS").allMatch(code -> !code.startsWith("OUD"));
    }

    @Test
    void guaranteesAreThoseOfTheDay() {
        assertThat(seen(work -> contracts.guarantees(work, HOSPITAL, LocalDate.of(2024, 12, 31))))
                .anySatisfy(guarantee -> {
                    assertThat(guarantee.code()).isEqualTo("ERELOONSUPPLEMENT");
                    assertThat(guarantee.level().arguments()).as("150 % on top: 100 + 150").containsExactly(150, 250);
                })
                .anySatisfy(guarantee -> {
                    assertThat(guarantee.code()).isEqualTo("VOOR_EN_NA");
                    assertThat(guarantee.level().arguments()).containsExactly(30, 90);
                });
        assertThat(seen(work -> contracts.guarantees(work, HOSPITAL, LocalDate.of(2025, 1, 1))))
                .anySatisfy(guarantee -> assertThat(guarantee.level().arguments()).containsExactly(60, 180));
        assertThat(seen(work -> contracts.guarantees(work, DENTAL, DAY)))
                .anySatisfy(guarantee -> {
                    assertThat(guarantee.code()).isEqualTo("PLAFOND_4");
                    assertThat(guarantee.level().arguments()).containsExactly(Money.euros(160_000));
                }).anyMatch(guarantee -> guarantee.code().equals("WACHTTIJD_TANDPROTHESE"));
    }

    @Test
    void peopleStandByFamilyInTheOrderOfTheHeadsName() {
        Page<CoveredPerson> first = care.read(work -> contracts.people(work, HOSPITAL, DAY, "", null, 2));
        assertThat(first.rows()).extracting(CoveredPerson::name).containsExactly("Benoît Dubois", "Jan Maes");
        assertThat(first.more()).isTrue();
        Page<CoveredPerson> second = care.read(work -> contracts.people(work, HOSPITAL, DAY, "", first.rows().getLast().place(), 2));
        assertThat(second.rows()).extracting(CoveredPerson::name).containsExactly("Els De Smet", "Noor Maes");
        assertThat(second.more()).isFalse();
        assertThat(care.read(work -> contracts.people(work, HOSPITAL, DAY, "benoit", null, 9)).rows()).hasSize(1);
        assertThat(care.read(work -> contracts.people(work, HOSPITAL, DAY, "sme", null, 9)).rows()).hasSize(1);
        assertThat(care.read(work -> contracts.people(work, HOSPITAL, DAY, "%", null, 9)).rows()).hasSize(4);
    }

    /// By hand, June 2026: 40 and 40 years at 15.55, 11 years at 5.45, 66 years at 38.00 are 74.55 net; 9.25 % are 6.90
    /// (6.8959), 10 % are 7.46 (7.455, half up); 88.91, of which the employer bears 60 %: 53.35 (53.346).
    @Test
    void thePremiumComesFromDatedTariffs() {
        assertThat(seen(work -> contracts.premium(work, HOSPITAL, DAY))).extracting(PremiumLine::amount)
                .containsExactly(Money.euros(545), Money.euros(3110), Money.euros(3800), Money.euros(690), Money.euros(746),
                        Money.euros(8891), Money.euros(5335), Money.euros(3556));
        // 2025: 14.80 × 2 + 5.20 + 36.20
        assertThat(seen(work -> contracts.premium(work, HOSPITAL, LocalDate.of(2025, 6, 1))).stream()
                .filter(line -> line.kind() == PremiumLine.Kind.NET).mapToLong(line -> line.amount().minor()).sum()).isEqualTo(7100);
    }

    @Test
    void aNewcomerIsEnrolledAndCancellingTakesThemAwayAgain() {
        List<String> before = DATABASE.query(MEMBERSHIPS);
        AmendmentResult result = policies.apply(newcomer("2026-07-01", "be.member.inss", "98472899765", "be.member.sex", "M"));
        assertThat(result.problems()).isEmpty();
        String number = result.members().iterator().next().reference();
        assertThat(number).isEqualTo("V000000005");
        assertThat(memberships(HOSPITAL)).contains("V000000005 V000000005 HOOFDVERZEKERDE 2026-07-01 2026-09-30 2026-07-01");
        assertThat(DATABASE.query("SELECT concat_ws(' ', inss, bis, naam) FROM be.verzekerde WHERE nummer = ?", number))
                .containsExactly("98472899765 t Peeters");
        assertThat(DATABASE.query("SELECT label FROM directory.entry WHERE country = 'BE' AND reference = ?", number))
                .containsExactly("Lotte Peeters");
        policies.cancelLast();
        assertThat(DATABASE.query(MEMBERSHIPS)).isEqualTo(before);
        assertThat(DATABASE.query("SELECT nummer FROM be.verzekerde WHERE nummer = ?", number)).isEmpty();
    }

    @Test
    void whoHasSomethingOnFileSinceIsNotTakenAway() {
        AmendmentResult result = policies.apply(newcomer("2026-07-01"));
        String number = result.members().iterator().next().reference();
        DATABASE.run("""
                INSERT INTO be.afrekening (ogm, verzekerde, polis, formule, soort, rubriek, eerste_zorg, laatste_zorg, ontvangen, toestand)
                VALUES ('010806817183', ?, 'P00000003', 'AMBU-BASIS', 'AMBULANT', 'HUISARTS', '2026-07-02', '2026-07-02',
                        '2026-07-10', 'ONTVANGEN')""", number);
        assertThat(policies.cancelled()).isEqualTo("false record");
        DATABASE.run("DELETE FROM be.afrekening");
        DATABASE.run("INSERT INTO care.member_case (country, member, topic, channel, title, state) VALUES ('BE', ?, 'cover', 'PHONE', 'A card', 'OPEN')", number);
        assertThat(policies.cancelled()).isEqualTo("false case");
        DATABASE.run("DELETE FROM care.member_case");
        DATABASE.run("WITH held AS (INSERT INTO document.content (content) VALUES ('a') RETURNING id) INSERT INTO document.document "
                + "(country, kind, reference, type, name, media_type, size, sha256, content) SELECT 'BE', 'member', ?, 'letter', 'a', "
                + "'text/plain', 1, sha256('a'), id FROM held", number);
        assertThat(policies.cancelled()).isEqualTo("false document");
        DATABASE.run("UPDATE document.document SET removed_by = 'care', removed_at = now(), reason = 'another person''s'");
        // Links and marks are about the file that goes.
        DATABASE.run("SELECT directory.join_files(ROW('BE', 'member', ?)::directory.file, ROW('BE', 'member', ?)::directory.file)", number, HEAD);
        DATABASE.run("INSERT INTO directory.kept_apart VALUES ('BE', 'member', ?, 'BE', 'member', ?)", PARTNER, number);
        assertThat(policies.cancelled()).isEqualTo("true ");
        assertThat(DATABASE.query("SELECT reference FROM directory.link UNION ALL SELECT reference FROM directory.kept_apart")).isEmpty();
        assertThatThrownBy(() -> DATABASE.run("INSERT INTO care.member_case (country, member, topic, channel, title) "
                + "VALUES ('BE', ?, 'cover', 'PHONE', 'A card')", number)).hasMessageContaining("no such member");
    }

    @Test
    void whoWasInsuredElsewhereDoesNotWaitAgain() {
        assertThat(policies.problems(newcomer("2026-07-01", "uninterruptedSince", "2026-05-01"))).isEmpty();
        assertThat(memberships(HOSPITAL)).contains("V000000005 V000000005 HOOFDVERZEKERDE 2026-07-01 2026-07-31 2026-05-01");
        assertThat(policies.problems(order(AMBULATORY, "enrol", "2026-07-01", "V000000005", "role", "HOOFDVERZEKERDE",
                "uninterruptedSince", "2020-01-01"))).isEmpty();
        assertThat(memberships(AMBULATORY)).contains("V000000005 V000000005 HOOFDVERZEKERDE 2026-07-01 2020-01-01");
    }

    @Test
    void aDependantJoinsTheFamilyOfTheHead() {
        assertThat(policies.problems(newcomer("2026-07-01", "role", "KIND", "head", "85.07.30-033.28"))).isEmpty();
        assertThat(memberships(HOSPITAL)).contains("V000000005 V000000001 KIND 2026-07-01 2026-09-30 2026-07-01");
    }

    @Test
    void whatCannotBeIsSaidAtItsField() {
        assertThat(policies.problems(newcomer("2019-12-31"))).containsExactly("effective be.error.beforePolicy");
        assertThat(policies.problems(newcomer("2026-07-01", "be.member.birthDate", "2026-07-02"))).contains("effective be.error.beforeBirth");
        assertThat(policies.problems(newcomer("2026-07-01", "be.member.birthDate", "2099-07-02"))).contains("be.member.birthDate be.error.birthDateAhead");
        assertThat(policies.problems(newcomer("2026-07-01", "be.member.inss", "85073003328", "be.member.birthDate", "1985-07-30",
                "be.member.sex", "M"))).containsExactly("be.member.inss be.error.inssTaken");
        assertThat(policies.problems(newcomer("2026-07-01", "role", "PARTNER"))).containsExactly("be.amendment.enrol.head be.error.headMissing");
        assertThat(policies.problems(newcomer("2026-07-01", "role", "PARTNER", "head", CHILD))).containsExactly("be.amendment.enrol.head be.error.headUnknown");
        assertThat(policies.problems(newcomer("2026-07-01", "head", HEAD))).containsExactly("be.amendment.enrol.head be.error.headOfHead");
        assertThat(policies.problems(newcomer("2026-07-01", "uninterruptedSince", "2026-07-02"))).containsExactly(
                "be.amendment.enrol.uninterruptedSince be.error.sinceAhead");
        assertThat(policies.problems(newcomer("2026-07-01", "be.member.name", " ", "be.member.postcode", "12"))).containsExactly(
                "be.member.name country.error.required", "be.member.postcode be.error.postcode");
        assertThat(policies.problems(order(HOSPITAL, "enrol", "2026-07-01", HEAD, "role", "HOOFDVERZEKERDE"))).containsExactly("effective be.error.overlapOpen");
        assertThat(policies.problems(order(HOSPITAL, "enrol", "2026-07-01", "V999999999", "role", "HOOFDVERZEKERDE"))).containsExactly("subject be.error.noMember");
        AmendmentOrder nowhere = order("P99999999", "dates", "2026-07-01", null, "open", "true");
        assertThat(care.write(work -> contracts.apply(work, nowhere)).problems()).extracting(problem -> problem.message().key())
                .containsExactly("be.error.noPolicy");
        assertThat(policies.problems(order(HOSPITAL, "option", "2026-07-01", null, "product", "NIETS"))).containsExactly("be.amendment.option.product be.error.unknownProduct");
        assertThat(policies.problems(order(HOSPITAL, "option", "2026-07-01", null, "product", "TAND-PLUS", "employerShare", "101")))
                .containsExactly("be.amendment.option.product be.error.otherBranch", "be.amendment.option.employerShare be.error.share");
        assertThat(policies.problems(order(DENTAL, "terminate", "2026-07-01", COLLEAGUE, "reason", "UIT_DIENST"))).containsExactly("subject be.error.notCovered");
        assertThat(policies.problems(order(HOSPITAL, "terminate", "2020-01-01", HEAD, "reason", "UIT_DIENST"))).containsExactly("effective be.error.beforeStart");
        assertThat(policies.problems(order(HOSPITAL, "address", "2099-01-01", HEAD, "be.member.street", "Markt"))).containsExactly("effective be.error.notAhead");
        assertThat(DATABASE.query("SELECT count(*) FROM contract.effect")).containsExactly("0");
    }

    @Test
    void possibleDuplicatesAreOfferedAndNeverMerged() {
        AmendmentOrder same = newcomer("2026-07-01", "be.member.name", "DUBOIS", "be.member.firstNames", "Benoit", "be.member.birthDate", "1960-03-03",
                "be.member.sex", "M");
        assertThat(seen(work -> contracts.duplicates(work, same))).containsExactly(new PossibleDuplicate(member(COLLEAGUE), "Benoît Dubois",
                LocalDate.of(1960, 3, 3), PossibleDuplicate.Why.NAME_AND_BIRTH));
        assertThat(policies.problems(same)).containsExactly("be.member.name be.error.maybeKnown");
        assertThat(policies.problems(new AmendmentOrder(same.contract(), same.kind(), same.effective(), null, same.values(), true))).isEmpty();
    }

    @Test
    void whenTheHeadLeavesTheFamilyDoes() {
        List<String> before = DATABASE.query(MEMBERSHIPS);
        AmendmentResult left = policies.apply(order(HOSPITAL, "terminate", "2026-07-01", HEAD, "reason", "UIT_DIENST"));
        assertThat(left.members()).containsExactlyInAnyOrder(member(HEAD), member(PARTNER), member(CHILD));
        assertThat(memberships(HOSPITAL)).filteredOn(row -> row.contains("2026-06-30 UIT_DIENST")).hasSize(3);
        assertThat(policies.problems(order(HOSPITAL, "terminate", "2026-08-01", HEAD, "reason", "UIT_DIENST"))).containsExactly("effective be.error.endedAlready");
        policies.cancelLast();
        assertThat(DATABASE.query(MEMBERSHIPS)).isEqualTo(before);
        assertThat(policies.apply(order(HOSPITAL, "terminate", "2026-07-01", PARTNER, "reason", "SCHEIDING")).members()).containsExactly(member(PARTNER));
    }

    @Test
    void anotherFormulaHoldsFromItsDay() {
        AmendmentOrder change = order(HOSPITAL, "option", "2026-07-01", null, "product", "HOSPI-KAMER-200", "employerShare", "50,5");
        List<Fact> before = care.read(work -> contracts.facts(work, change, Set.of()));
        List<Fact> after = policies.rehearse(change, work -> {
            assertThat(contracts.apply(work, change).problems()).isEmpty();
            return contracts.facts(work, change, Set.of());
        });
        assertThat(before).extracting(Fact::value).contains("Hospi Eenpersoonskamer 150 %", "60.00");
        assertThat(after).extracting(Fact::value).contains("Hospi Eenpersoonskamer 200 %", "50.50");
        assertThat(policies.problems(change)).isEmpty();
        assertThat(DATABASE.query("SELECT concat_ws(' ', begin, einde, formule) FROM be.polis_formule WHERE polis = ? ORDER BY begin", HOSPITAL))
                .containsExactly("2020-01-01 2026-06-30 HOSPI-KAMER-150", "2026-07-01 HOSPI-KAMER-200");
        assertThat(care.read(work -> contracts.find(work, HOSPITAL, LocalDate.of(2026, 6, 30))).orElseThrow().product()).contains("150");
        assertThat(DATABASE.query("SELECT product FROM contract.entry WHERE reference = ?", HOSPITAL)).containsExactly("HOSPI-KAMER-200");
        policies.cancelLast();
        assertThat(DATABASE.query("SELECT concat_ws(' ', begin, einde, formule) FROM be.polis_formule WHERE polis = ?", HOSPITAL))
                .containsExactly("2020-01-01 HOSPI-KAMER-150");
        assertThat(DATABASE.query("SELECT product FROM contract.entry WHERE reference = ?", HOSPITAL)).containsExactly("HOSPI-KAMER-150");
    }

    @Test
    void aPolicyEndsAndGoesOnWithItsPeople() {
        assertThat(policies.problems(order(HOSPITAL, "dates", "2026-07-01", null, "end", "2026-06-29"))).containsExactly("be.amendment.dates.end be.error.endBeforeEffective");
        assertThat(policies.problems(order(HOSPITAL, "dates", "2026-07-01", null, "end", "2026-07-31", "open", "true"))).containsExactly("be.amendment.dates.end be.error.endOrOpen");
        assertThat(policies.problems(order(HOSPITAL, "dates", "2026-07-01", null, "end", "2026-07-31"))).isEmpty();
        assertThat(care.read(work -> contracts.find(work, HOSPITAL, LocalDate.of(2026, 8, 1))).orElseThrow().people()).isZero();
        assertThat(policies.problems(newcomer("2026-08-01"))).containsExactly("effective be.error.afterPolicy");
        assertThat(policies.problems(order(HOSPITAL, "dates", "2026-07-01", null, "open", "true"))).isEmpty();
        assertThat(care.read(work -> contracts.find(work, HOSPITAL, LocalDate.of(2026, 8, 1))).orElseThrow().people()).isEqualTo(4);
    }

    @Test
    void datesOfAMemberAreCorrected() {
        assertThat(policies.problems(order(HOSPITAL, "memberDates", "2026-07-01", COLLEAGUE, "from", "2024-01-01", "to", "2026-12-31"))).isEmpty();
        assertThat(memberships(HOSPITAL)).contains(COLLEAGUE + " " + COLLEAGUE + " HOOFDVERZEKERDE 2024-01-01 2026-12-31 2024-01-01");
        assertThat(policies.problems(order(HOSPITAL, "memberDates", "2026-07-01", COLLEAGUE, "open", "true"))).isEmpty();
        assertThat(policies.problems(order(HOSPITAL, "memberDates", "2026-07-01", COLLEAGUE, "from", "2025-01-01", "to", "2024-12-31")))
                .containsExactly("be.amendment.memberDates.to be.error.endBeforeStart");
        assertThat(policies.problems(order(HOSPITAL, "memberDates", "2026-07-01", HEAD, "to", "2025-12-31")))
                .containsExactly("subject be.error.familyOutside", "subject be.error.familyOutside");
        assertThat(policies.problems(order(HOSPITAL, "memberDates", "2026-07-01", HEAD, "from", "2019-12-31"))).containsExactly(
                "be.amendment.memberDates.from be.error.beforePolicy");
    }

    @Test
    void anAddressAndAnAccountAreSavedAsInTheMemberFile() {
        String fields = "SELECT concat_ws(' ', straat, huisnummer, c.version = v.version) FROM be.contactgegevens c JOIN be.verzekerde v ON "
                + "v.nummer = c.verzekerde ORDER BY v.nummer";
        assertThat(policies.apply(order(HOSPITAL, "address", "2026-07-01", HEAD, "be.member.street", "Markt", "be.member.houseNumber", "7",
                "family", "true")).members()).hasSize(3);
        assertThat(DATABASE.query(fields)).containsExactly("Markt 7 t", "Markt 7 t", "Markt 7 t", "Kerkstraat 1 t");
        policies.cancelLast();
        assertThat(DATABASE.query(fields)).allMatch(row -> row.startsWith("Kerkstraat 1"));
        assertThat(policies.problems(order(HOSPITAL, "bank", "2026-07-01", HEAD, "be.member.iban", "BE32123456789002"))).isEmpty();
        assertThat(DATABASE.query("SELECT iban FROM be.bankrekening")).containsExactly("BE32123456789002");
    }

    @Test
    void afterTwoUninterruptedYearsACoverIsContinuedIndividually() {
        assertThat(policies.problems(order(HOSPITAL, "continuation", "2026-02-28", COLLEAGUE))).containsExactly("effective be.error.twoYears");
        List<String> before = DATABASE.query(MEMBERSHIPS);
        AmendmentOrder leave = order(HOSPITAL, "continuation", "2026-07-01", HEAD, "family", "true");
        assertThat(policies.apply(leave).members()).containsExactlyInAnyOrder(member(HEAD), member(PARTNER), member(CHILD));
        assertThat(memberships(HOSPITAL)).filteredOn(row -> row.contains("2026-06-30 VOORTZETTING")).hasSize(3);
        assertThat(memberships("P00000004")).as("no waiting, uninterrupted since long ago").containsExactly(
                "V000000001 V000000001 HOOFDVERZEKERDE 2026-07-01 2020-01-01", "V000000002 V000000001 PARTNER 2026-07-01 2020-01-01",
                "V000000003 V000000001 KIND 2026-07-01 2020-01-01");
        ContractFile own = care.read(work -> contracts.find(work, "P00000004", LocalDate.of(2026, 7, 1))).orElseThrow();
        assertThat(own.holder()).isNull();
        assertThat(own.holderName()).isEqualTo("Jan Maes");
        assertThat(DATABASE.query("SELECT concat_ws(' ', holder_name, product) FROM contract.entry WHERE reference = 'P00000004'"))
                .containsExactly("Jan Maes HOSPI-KAMER-150");
        assertThat(seen(work -> contracts.facts(work, leave, Set.of(member(HEAD))))).extracting(Fact::value).contains("P00000004");
        policies.cancelLast();
        assertThat(DATABASE.query(MEMBERSHIPS)).isEqualTo(before);
        assertThat(DATABASE.query("SELECT nummer FROM be.polis WHERE soort = 'INDIVIDUEEL'")).isEmpty();
    }

    /// Two clerks enrol the same person at once: the second waits for the first, then reads the same sentence as if it had
    /// come later.
    @Test
    void salesSeeWhatCompaniesHaveAndNoPolicyOfAPerson() {
        DATABASE.run("INSERT INTO be.polis (nummer, tak, soort, verzekeringnemer, voortzetting_van, begin, vervalmaand) VALUES "
                + "('P00000009', 'HOSPITALISATIE', 'INDIVIDUEEL', ?, 'P00000001', '2026-01-01', 1)", HEAD);
        DATABASE.run("INSERT INTO be.polis_formule (polis, begin, tak, formule) VALUES ('P00000009', '2026-01-01', 'HOSPITALISATIE', 'HOSPI-KAMER-150')");
        for (String table : List.of("nummer FROM be.polis", "polis FROM be.polis_formule")) {
            String all = "SELECT string_agg(DISTINCT " + table.replace(" FROM", ", ' ') FROM");
            assertThat(answer("sales", all)).isEqualTo("P00000001 P00000002 P00000003");
            assertThat(answer("care.be", all)).isEqualTo("P00000001 P00000002 P00000003 P00000009");
        }
        assertThatThrownBy(() -> answer("sales", "SELECT count(*) FROM be.premie")).hasMessageContaining("permission denied");
    }

    private static String answer(String account, String sql) {
        return DATABASE.as(account).read(work -> work.sql(connection -> {
            try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }));
    }

    @Test
    void aRaceEndsInTheSameSentence() throws Exception {
        try (Connection first = DATABASE.connect()) {
            first.setAutoCommit(false);
            first.createStatement().execute("INSERT INTO be.aansluiting (polis, verzekerde, hoofd, rol, begin) VALUES ('P00000003', '"
                    + COLLEAGUE + "', '" + COLLEAGUE + "', 'HOOFDVERZEKERDE', '2026-07-01')");
            CompletableFuture<List<String>> second = CompletableFuture.supplyAsync(() ->
                    policies.problems(order(AMBULATORY, "enrol", "2026-08-01", COLLEAGUE, "role", "HOOFDVERZEKERDE")));
            while (!second.isDone() && DATABASE.query("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND "
                    + "datname = current_database()").isEmpty()) {
                Thread.onSpinWait();
            }
            first.commit();
            assertThat(second.get()).containsExactly("effective be.error.overlapRace");
        }
    }

    @Test
    void touchedClaimsAreKnownWithoutOpeningAFile() {
        DATABASE.run("""
                INSERT INTO be.afrekening (ogm, verzekerde, polis, formule, soort, rubriek, eerste_zorg, laatste_zorg, ontvangen, toestand)
                VALUES ('010806817183', 'V000000001', 'P00000003', 'AMBU-BASIS', 'AMBULANT', 'HUISARTS', '2026-07-02', '2026-07-02',
                        '2026-07-10', 'ONTVANGEN')""");
        assertThat(seen(work -> contracts.touchedClaims(work, Set.of(member(HEAD)), LocalDate.of(2026, 7, 1)))).singleElement()
                .satisfies(claim -> assertThat(claim.number()).isEqualTo("+++010/8068/17183+++"));
        assertThat(seen(work -> contracts.touchedClaims(work, Set.of(member(HEAD)), LocalDate.of(2026, 7, 3)))).isEmpty();
        assertThat(seen(work -> contracts.touchedClaims(work, Set.of(member(PARTNER)), DAY))).isEmpty();
    }

    @Test
    void everyKindIsKnownToTheDatabase() {
        assertThat(DATABASE.query("SELECT code FROM contract.amendment_kind WHERE country = 'BE'"))
                .containsExactlyInAnyOrderElementsOf(contracts.amendments().stream().map(AmendmentKind::code).toList());
        assertThat(contracts.amendments()).filteredOn(AmendmentKind::bulk).extracting(AmendmentKind::code).containsExactly("enrol", "terminate");
    }
}
