package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.platform.i18n.Texts;
import io.guichet.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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

    private int run(String user, String country, Path file) {
        out.reset();
        err.reset();
        Countries countries = Countries.load();
        Texts texts = Texts.of(TextFolders.of(countries));
        texts.use(Locale.ENGLISH);
        Terminal terminal = new Terminal(texts, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of("GUICHET_PASSWORD", user));
        List<String> all = new ArrayList<>(List.of("import", "claims", "--country", country, file.toString(), "--json"));
        all.addAll(List.of("--home", home.toString(), "--url", DATABASE.address().url(), "--user", user));
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
        assertThat(DATABASE.query("SELECT count(*) FROM fr.decompte WHERE origine LIKE 'amo:%'")).containsExactly("1");
        assertThat(DATABASE.query("SELECT count(*) FROM reimbursement.work w JOIN fr.decompte d ON d.numero::text = w.claim "
                + "WHERE w.country = 'FR' AND d.origine LIKE 'amo:%'")).containsExactly("1");

        assertThat(run("operations", "FR", file)).isZero();
        assertThat(json().get("accepted").asInt()).isZero();
        assertThat(json().get("duplicates").asInt()).isEqualTo(1);
        assertThat(DATABASE.query("SELECT count(*) FROM fr.decompte WHERE origine LIKE 'amo:%'")).containsExactly("1");
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
    void whoDecidesNothingImportsNothing() throws Exception {
        String nir = DATABASE.query("SELECT nir || lpad(cle_nir::text, 2, '0') FROM fr.personne WHERE nir IS NOT NULL ORDER BY numero LIMIT 1")
                .getFirst();
        assertThat(run("care", "FR", file(wide("00000101750000120261015"), claim(9, nir), act("G", 3000, 1900), wide("9900000001")))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
    }
}
