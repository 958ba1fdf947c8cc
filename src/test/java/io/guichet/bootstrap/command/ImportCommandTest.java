package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.Intake;
import io.guichet.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of claims on their way from the command line to the worklist.
class ImportCommandTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void seed() throws Exception {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(connection, new SampleRequest(12, 12, 9), (step, done) -> { });
            connection.commit();
        }
    }

    private static String nir() {
        return DATABASE.query("SELECT nir || lpad(cle_nir::text, 2, '0') FROM fr.personne WHERE nir IS NOT NULL ORDER BY numero LIMIT 1").getFirst();
    }

    private int run(String user, String country, Path file, String... more) {
        out.reset();
        err.reset();
        Countries countries = Countries.load();
        Texts texts = Texts.of(TextFolders.of(countries));
        texts.use(Locale.ENGLISH);
        Terminal terminal = new Terminal(texts, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of("GUICHET_PASSWORD", user));
        List<String> all = new ArrayList<>(List.of("import", "claims", "--country", country, file.toString(), "--json"));
        all.addAll(List.of("--home", home.toString(), "--url", DATABASE.address().url(), "--user", user));
        all.addAll(List.of(more));
        return GuichetCommand.run(options -> 99, new CommandContext(terminal, countries), all.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static String wide(String text) {
        return String.format("%-128s", text);
    }

    private Path file(String... records) throws IOException {
        return Files.writeString(home.resolve("retour.txt"), String.join("\n", records) + "\n");
    }

    private static String claim(int number, String nir) {
        return wide(String.format("10D%014d%-15s20261014", number, nir));
    }

    private static String act(String code, int charged, int paid) {
        return wide(String.format("20%-25s20261012        01           1O %010d%010d%05d%010d%010d%010d", code, charged, charged, 7000, paid,
                0, charged - paid));
    }

    @Test
    void badRowsAreToldAndGoodOnesKeptOnce() throws Exception {
        String nir = DATABASE.query("SELECT nir || lpad(cle_nir::text, 2, '0') FROM fr.personne WHERE nir IS NOT NULL ORDER BY numero LIMIT 1")
                .getFirst();
        Path file = file(wide("00000101750000120261015"), claim(1, nir), act("G", 3000, 1900), claim(2, nir), act("XYZ", 3000, 1900),
                claim(3, "185017512345605"), act("G", 3000, 1900), wide("9900000003"));

        assertThat(run("operations", "FR", file)).as(err.toString(StandardCharsets.UTF_8)).isZero();

        assertThat(json().fieldNames()).toIterable().containsExactly("accepted", "rejected", "duplicates");
        assertThat(json().get("accepted").asInt()).isEqualTo(1);
        assertThat(json().get("duplicates").asInt()).isZero();
        assertThat(json().get("rejected").findValues("line")).extracting(JsonNode::asInt).containsExactly(5, 6);
        assertThat(DATABASE.query("SELECT count(*) FROM fr.decompte WHERE origine LIKE 'amo:%:D0000000000000_'")).containsExactly("1");
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.work w JOIN fr.decompte d ON d.numero::text = w.claim "
                + "WHERE w.country = 'FR' AND d.origine LIKE 'amo:%:D0000000000000_'")).containsExactly("1");

        assertThat(run("operations", "FR", file)).isZero();
        assertThat(json().get("accepted").asInt()).isZero();
        assertThat(json().get("duplicates").asInt()).isEqualTo(1);
        assertThat(DATABASE.query("SELECT count(*) FROM fr.decompte WHERE origine LIKE 'amo:%:D0000000000000_'")).containsExactly("1");
    }

    @Test
    void whatIsNoFileIsRefused() throws Exception {
        assertThat(run("operations", "FR", home.resolve("nothing.txt"))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nothing.txt");
        assertThat(run("operations", "FR", file("hello"))).isEqualTo(1);
        assertThat(json().get("rejected").size()).isEqualTo(1);
        assertThat(run("operations", "XX", file("hello"))).isEqualTo(1);
    }

    @Test
    void theFormatIsChosenByItsName() throws Exception {
        assertThat(run("operations", "FR", file("hello"), "--format", "noemie")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("noemie").contains("retourAmo");
        assertThat(run("operations", "FR", file("hello"), "--format", "RETOURAMO")).isEqualTo(1);
        assertThat(json().get("rejected").size()).isEqualTo(1);
    }

    /// However many rows are bad, all are told, and what was good before and between them is there.
    @Test
    void everyOneOfThousandsOfBadRowsIsTold() throws Exception {
        String nir = nir();
        List<String> records = new ArrayList<>(List.of(wide("00000101750000120261015")));
        for (int i = 0; i < 6_000; i++) {
            records.add(claim(70_000 + i, i % 1_500 == 0 ? nir : "185017512345605"));
            records.add(act("G", 3000, 1900));
        }
        records.add(wide("9900006000"));
        assertThat(run("operations", "FR", file(records.toArray(String[]::new)))).isZero();
        assertThat(json().get("accepted").asInt()).isEqualTo(4);
        assertThat(json().get("rejected")).hasSize(5_996);
        assertThat(json().get("rejected").get(5_995).get("line").asInt()).isEqualTo(2 * 5_999 + 2);
    }

    /// Two people start the same file at once: each claim is taken once.
    @ParameterizedTest
    @ValueSource(strings = {"FR", "BE"})
    void oneFileImportedTwiceAtOnceIsTakenOnce(String code) throws Exception {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        long claims;
        try (Connection connection = DATABASE.connect()) {
            claims = Countries.load().all().stream().filter(country -> country.code().value().equals(code)).findFirst().orElseThrow().sample()
                    .writeClaimFile(connection, made, 400, 5);
        }
        Path file = Files.write(home.resolve("twice.txt"), made.toByteArray());
        List<String> origins = new CopyOnWriteArrayList<>();
        Callable<long[]> importing = () -> {
            Countries countries = Countries.load();
            Database database = DATABASE.as("operations");
            origins.add(database.origin());
            Country asked = countries.all().stream().filter(country -> country.code().value().equals(code)).findFirst().orElseThrow();
            ClaimImport reading = new ClaimImport(database, Components.over(database, countries, Clock.systemDefaultZone()).intake(), asked.code(),
                    asked.claims().orElseThrow().files().getFirst(), (line, reason) -> {
                        throw new AssertionError(line + " " + reason);
                    });
            reading.read(file);
            return new long[] {reading.accepted(), reading.duplicates()};
        };
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<long[]>> done = both.invokeAll(List.of(importing, importing));
            long accepted = done.get(0).get()[0] + done.get(1).get()[0];
            long duplicates = done.get(0).get()[1] + done.get(1).get()[1];
            assertThat(accepted).isEqualTo(claims);
            assertThat(duplicates).isEqualTo(claims);
        }
        // once more: nothing is written, not even that files were opened
        List<String> before = DATABASE.query("SELECT (SELECT count(*) FROM audit.trail) + (SELECT count(*) FROM audit.opening)");
        assertThat(importing.call()).containsExactly(0, claims);
        assertThat(DATABASE.query("SELECT (SELECT count(*) FROM audit.trail) + (SELECT count(*) FROM audit.opening)")).isEqualTo(before);
        assertThat(DATABASE.query("SELECT o.reference FROM audit.open_now o WHERE o.origin = ANY (string_to_array(?, ' '))", String.join(" ", origins)))
                .as("files that are left open").isEmpty();
    }

    /// A file that was taken when its claims were known by file and line is known, now that they are known by what they say.
    @Test
    void whatWasTakenUnderAFormerOriginIsKnown() throws Exception {
        Country spain = Countries.load().all().stream().filter(country -> country.code().value().equals("ES")).findFirst().orElseThrow();
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (Connection connection = DATABASE.connect()) {
            spain.sample().writeClaimFile(connection, made, 30, 77);
        }
        ClaimFileReader reader = spain.claims().orElseThrow().files().getFirst();
        List<FileClaim> claims = new ArrayList<>();
        reader.read(new ByteArrayInputStream(made.toByteArray()), "file:before", new ClaimFileReader.Rows() {
            @Override
            public void claim(FileClaim claim) {
                claims.add(claim);
            }

            @Override
            public void problem(int line, UserMessage reason) {
                throw new AssertionError(line + " " + reason);
            }
        });
        Database database = DATABASE.as("operations");
        Map<String, String> members = database.read(work -> reader.members(work, claims.stream().map(FileClaim::person).toList()));
        List<ClaimIntake> now = claims.stream().map(claim -> claim.of(Objects.requireNonNull(members.get(claim.person())))).toList();
        Intake intake = Components.over(database, Countries.load(), Clock.systemDefaultZone()).intake();

        intake.receiveAll(spain.code(), now.stream().map(each -> new ClaimIntake(each.member(), each.claim(), each.lines(),
                Objects.requireNonNull(each.formerly()))).toList());

        assertThat(intake.receiveAll(spain.code(), now)).isNotEmpty().allMatch(outcome -> outcome instanceof Outcome.Done<?>(Intake.Arrived arrived)
                && arrived.known());
    }

    @Test
    void whoDecidesNothingImportsNothing() throws Exception {
        String nir = DATABASE.query("SELECT nir || lpad(cle_nir::text, 2, '0') FROM fr.personne WHERE nir IS NOT NULL ORDER BY numero LIMIT 1")
                .getFirst();
        assertThat(run("care", "FR", file(wide("00000101750000120261015"), claim(9, nir), act("G", 3000, 1900), wide("9900000001")))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
    }
}
