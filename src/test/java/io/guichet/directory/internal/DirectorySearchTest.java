package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.bootstrap.Components;
import io.guichet.country.Countries;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.CancellableReads;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySearchTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final FileRef ELODIE = member("FR", "100");

    @BeforeAll
    static void publish() {
        publish("FR", "member", "100", "Élodie Garcia", "Lyon", "Élodie Marie Garcia Dupont", "1987-03-14",
                "national_id", "2 87 03 69 126 111 93", "email", "Elodie.Garcia@example.org",
                "phone", "+33612345678", "iban", "FR14 2004 1010 0505 0001 3M02 606",
                "contract", "CTR-2026-0017", "claim", "2026/004182", "company", "404 833 048");
        publish("FR", "member", "101", "Paul Garciandia", "Nice", "Paul Garciandia", "1950-01-02");
        publish("FR", "member", "102", "Jean-Pierre d’Artagnan", "Pau", "Jean-Pierre d’Artagnan", "1961-12-31");
        publish("BE", "member", "B1", "Piet Van den Berghe", "Gent", "Piet Van den Berghe", "1987-03-14",
                "phone", "+32470123456");
        publish("BE", "member", "V000004271", "Ans Peeters", "Gent", "Ans Peeters", "1971-02-03");
        publish("ES", "member", "01a18f41-8c00-72c3-a261-13f8a0ee8c3f", "Eva Ruiz", "Vigo", "Eva Ruiz", "1971-02-03");
        publish("BE", "member", "B8", "Wim Aerts", "Gent", "Aerts Wim Quinten", "1981-02-03");
        publish("BE", "member", "B9", "Quirine Zoute", "Gent", "Zoute Quirine", "1982-02-03");
        publish("BE", "member", "B2", "Anna Weiß", "Eupen", "Anna Weiß", "1999-09-09");
        publish("ES", "member", "e-1", "María García López", "Madrid", "María García López", "1990-05-06",
                "phone", "+34612999888", "national_id", "54362315K");
        publish("FR", "company", "404833048", "Studio 54 Conseil", "Paris", "Studio 54 Conseil", null,
                "company", "404833048");
        publish("FR", "company", "612004829", "Six Douze", "Rouen", "Six Douze", null, "company", "612004829");
        publish("FR", "claim", "2026004182", "2026004182", "Élodie Garcia", "", null, "claim", "2026004182");
        publish("FR", "contract", "CTR-2026-0017", "CTR-2026-0017", "Studio 54 Conseil", "", null,
                "contract", "CTR-2026-0017");
    }

    private static void publish(String country, String kind, String reference, String label, String detail, String names,
                                @org.jspecify.annotations.Nullable String birth, String... keys) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < keys.length; i += 2) {
            list.append(i == 0 ? "" : ", ").append("ROW('").append(keys[i]).append("', '").append(keys[i + 1])
                    .append("')::directory.published_key");
        }
        DATABASE.run("SELECT directory.publish(ARRAY[ROW(?, ?, ?, ?, ?, ?, ?::date, ARRAY[" + list
                + "]::directory.published_key[])::directory.published_entry])",
                country, kind, reference, label, detail, names, birth);
    }

    private static FileRef member(String country, String reference) {
        return new FileRef(new CountryCode(country), FileKind.MEMBER, reference);
    }

    private static Directory as(String account) {
        return Components.over(DATABASE.as(account), Countries.load(), Clock.systemDefaultZone()).directory();
    }

    private static final class Care {
        static final Directory DIRECTORY = as("care");
    }

    private static List<SearchRow> search(Directory directory, String text) {
        return directory.search(new SearchRequest(text, Locale.FRENCH, Set.of(), Set.of(), 20)).rows();
    }

    private static List<FileRef> found(String text) {
        return search(Care.DIRECTORY, text).stream().map(SearchRow::ref).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élodie Garcia", "garcia elodie", "GARCIA", "gar elo", "e g", "dupont", "elodie dupont",
            "gracia elodie", "elodie garsia", "élodi garcai", "arci elodie", "Marie Garcia",
            "14/03/1987 garcia", "garcia 14.03.87", "14 mars 1987", "14031987", "garsia 14/03/1987",
            "elodie.garcia@example.org", "ELODIE.GARCIA@", "elodie.garcia",
            "0612345678", "06 12 34 56 78", "+33 6 12 34 56 78", "+33(0)612345678", "0033 6.12.34.56.78", "612345678",
            "06 12 34", "5678", "garcia 06 12 34 56 78",
            "2 87 03 69 126 111 93", "287036912611193", "2870369126111", "2-87-03-69",
            "FR14 2004 1010 0505 0001 3M02 606", "fr1420041010050500013m02606", "FR14 2004 10", "2606",
            "CTR-2026-0017", "ctr 2026 0017", "CTR20260017", "2026-004182", "2026 004182", "2026/004182", "404 833 048"})
    void findsAMemberByAnyTextThatNamesIt(String text) {
        assertThat(found(text)).contains(ELODIE);
    }

    @ParameterizedTest
    @CsvSource({"vandenberghe, B1", "van den berghe piet, B1", "denberghe, B1", "jeanpierre, 102", "dartagnan, 102",
            "d'artagnan jean, 102", "artagnan, 102", "weiss, B2", "Weiß, B2", "0470/12.34.56, B1", "0032470123456, B1",
            "612 999 888, e-1", "lopez garcia maria, e-1", "54362315-k, e-1", "54362315 K, e-1"})
    void findsMembersOfAnyCountry(String text, String reference) {
        assertThat(found(text)).extracting(FileRef::reference).contains(reference);
    }

    @ParameterizedTest
    @CsvSource({"V000004271, V000004271", "v 000 004 271, V000004271",
            "01a18f41-8c00-72c3-a261-13f8a0ee8c3f, 01a18f41-8c00-72c3-a261-13f8a0ee8c3f"})
    void findsAMemberByTheNumberOfTheFile(String text, String reference) {
        SearchRow row = search(Care.DIRECTORY, text).getFirst();
        assertThat(row.ref().reference()).isEqualTo(reference);
        assertThat(row.because()).isEqualTo(io.guichet.kernel.UserMessage.of("directory.search.because.member", reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 12", "06 1", "06.12", "06-12-3", "+33 6 12", "+336", "0033 612", "06 12 34 5"})
    void whatLooksLikeAPhoneNumberFindsItsOwnerFirst(String text) {
        assertThat(found(text)).first().isEqualTo(ELODIE);
    }

    @Test
    void aNumberWrittenOtherwiseMayBeAnyIdentifier() {
        FileRef company = new FileRef(new CountryCode("FR"), FileKind.COMPANY, "612004829");
        assertThat(found("612")).first().isEqualTo(company);
        assertThat(found("612 004 829")).first().isEqualTo(company);
        assertThat(found("06 12")).as("below the members").contains(company);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "zzzzqqq", "garcia zzzzqqq", "99999999999", "01/01/2001", "%", "_", "\\", "' OR 1=1 --",
            "nobody@example.org", "piet 0612345678"})
    void findsNothingWhereNothingIs(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void bestMatchFirst() {
        assertThat(found("garcia")).as("whole word before beginning")
                .containsSubsequence(ELODIE, member("FR", "101"))
                .containsSubsequence(member("ES", "e-1"), member("FR", "101"));
        assertThat(found("2026004182")).as("the claim, then its member")
                .startsWith(new FileRef(new CountryCode("FR"), FileKind.CLAIM, "2026004182"), ELODIE);
        assertThat(found("404833048")).as("the company, then its member")
                .startsWith(new FileRef(new CountryCode("FR"), FileKind.COMPANY, "404833048"), ELODIE);
        assertThat(found("studio 54").getFirst().kind()).isEqualTo(FileKind.COMPANY);
        assertThat(found("qui")).as("what the label shows before what it does not")
                .containsExactly(member("BE", "B9"), member("BE", "B8"));
        assertThat(found("garcia")).as("the same each time").isEqualTo(found("garcia"));
    }

    @Test
    void tellsWhyWhenTheLabelDoesNot() {
        SearchRow byName = search(Care.DIRECTORY, "gar elo").getFirst();
        assertThat(byName.hits()).containsExactly(new SearchRow.Hit(0, 3), new SearchRow.Hit(7, 10));
        assertThat(byName.because()).isNull();
        assertThat(byName.birthDate()).isEqualTo(LocalDate.of(1987, 3, 14));
        assertThat(search(Care.DIRECTORY, "FR1420041010050500013M02606").getFirst().because())
                .isEqualTo(UserMessage.of("directory.search.because.iban", "2606"));
        assertThat(search(Care.DIRECTORY, "0612345678").getFirst().because())
                .isEqualTo(UserMessage.of("directory.search.because.phone", "5678"));
        assertThat(search(Care.DIRECTORY, "287036912611193").getFirst().because())
                .isEqualTo(UserMessage.of("directory.search.because.nationalId"));
        SearchRow contract = search(Care.DIRECTORY, "ctr 2026 0017").getFirst();
        assertThat(contract.hits()).containsExactly(new SearchRow.Hit(0, 13));
        assertThat(contract.because()).isNull();
    }

    @Test
    void narrowsToCountriesAndKinds() {
        assertThat(Care.DIRECTORY.search(new SearchRequest("garcia", Locale.FRENCH, Set.of(new CountryCode("ES")),
                Set.of(), 20)).rows()).extracting(row -> row.ref().country().value()).containsOnly("ES");
        assertThat(Care.DIRECTORY.search(new SearchRequest("404833048", Locale.FRENCH, Set.of(),
                Set.of(FileKind.MEMBER), 20)).rows()).extracting(SearchRow::ref).containsExactly(ELODIE);
        assertThat(Care.DIRECTORY.search(new SearchRequest("garcia", Locale.FRENCH, Set.of(), Set.of(), 1)).rows())
                .hasSize(1);
    }

    @Test
    void whatARoleMayNotSeeDoesNotExist() {
        assertThat(search(as("care.fr"), "garcia")).isNotEmpty()
                .allSatisfy(row -> assertThat(row.ref().country().value()).isEqualTo("FR"));
        assertThat(search(as("care.es"), "0612345678")).isEmpty();
        Directory sales = as("sales");
        assertThat(search(sales, "garcia")).isEmpty();
        assertThat(search(sales, "2026004182")).isEmpty();
        assertThat(search(sales, "404833048")).extracting(row -> row.ref().kind()).containsExactly(FileKind.COMPANY);
        assertThat(search(as("admin"), "garcia")).isEmpty();
        assertThat(search(as("auditor"), "garcia")).isNotEmpty();
    }

    @Test
    void theTableItselfShowsNoMoreThanTheSearch() {
        assertThat(countries("care.fr")).containsExactly("FR");
        assertThat(countries("admin")).isEmpty();
        Database care = DATABASE.as("care");
        for (String refused : List.of("SELECT keys FROM directory.entry", "SELECT * FROM directory.entry_key",
                "SELECT * FROM directory.entry_word", "DELETE FROM directory.entry",
                "SELECT directory.publish('{}')", "SELECT directory.withdraw('FR', 'member', '{100}')")) {
            assertThatThrownBy(() -> care.write(work -> work.sql(connection ->
                    connection.createStatement().execute(refused)))).as(refused)
                    .isInstanceOfSatisfying(DatabaseFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.DENIED));
        }
    }

    private static List<String> countries(String account) {
        return DATABASE.as(account).read(work -> work.sql(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT array_agg(DISTINCT country) FROM directory.entry")) {
                row.next();
                java.sql.Array found = row.getArray(1);
                return found == null ? List.of() : List.of((String[]) found.getArray());
            }
        }));
    }

    @Test
    void namesFilesAgain() {
        FileRef spain = member("ES", "e-1");
        List<FileRef> asked = List.of(spain, member("FR", "nobody"), ELODIE);
        assertThat(Care.DIRECTORY.rows(asked)).extracting(SearchRow::ref).containsExactly(spain, ELODIE);
        assertThat(as("care.fr").rows(asked)).extracting(SearchRow::ref).containsExactly(ELODIE);
        assertThat(Care.DIRECTORY.rows(List.of())).isEmpty();
    }

    @Test
    void followsWhatIsPublishedAndWithdrawn() {
        publish("FR", "member", "200", "Ugo Vecchio", "", "Ugo Vecchio", "1970-07-07", "phone", "+33699000001");
        assertThat(found("vecchio")).containsExactly(member("FR", "200"));
        publish("FR", "member", "200", "Ugo Nuovo", "", "Ugo Nuovo", "1970-07-07", "phone", "+33699000002");
        assertThat(found("vecchio")).isEmpty();
        assertThat(found("0699000001")).isEmpty();
        assertThat(found("nuovo")).containsExactly(member("FR", "200"));
        assertThat(found("0699000002")).containsExactly(member("FR", "200"));
        DATABASE.run("SELECT directory.withdraw('FR', 'member', ARRAY['200'])");
        assertThat(found("nuovo")).isEmpty();
        assertThat(found("0699000002")).isEmpty();
        assertThat(DATABASE.query("""
                SELECT (SELECT count(*) FROM directory.entry_word w WHERE NOT EXISTS
                            (SELECT FROM directory.entry e WHERE e.id = w.entry))
                     + (SELECT count(*) FROM directory.entry_key k WHERE NOT EXISTS
                            (SELECT FROM directory.entry e WHERE e.id = k.entry))""")).containsExactly("0");
    }

    @Test
    void saysHowLongTheServerTook() {
        assertThat(Care.DIRECTORY.search(new SearchRequest("zzzz", Locale.FRENCH, Set.of(), Set.of(), 20))
                .databaseTime()).isPositive().isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anInterruptedReadEndsAtOnceAndKeepsItsConnection() throws Exception {
        Database database = DATABASE.as("care");
        CancellableReads reads = new CancellableReads(database);
        CompletableFuture<DatabaseFailure.Kind> ended = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                reads.read(work -> work.sql(connection -> connection.createStatement().execute("SELECT pg_sleep(600)")));
                ended.completeExceptionally(new AssertionError("it slept"));
            } catch (DatabaseFailure failure) {
                ended.complete(failure.kind());
            }
        });
        awaitSleepers(1);
        asking.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(DatabaseFailure.Kind.CANCELLED);
        awaitSleepers(0);
        assertThat(search(Care.DIRECTORY, "garcia")).isNotEmpty();
    }

    private static void awaitSleepers(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!DATABASE.query("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'")
                .equals(List.of(Integer.toString(count)))) {
            assertThat(System.nanoTime()).as("waiting for " + count).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
