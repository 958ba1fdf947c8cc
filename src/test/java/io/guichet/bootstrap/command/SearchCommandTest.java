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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

class SearchCommandTest {

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

    private int run(String user, String... arguments) {
        Countries countries = Countries.load();
        Texts texts = Texts.of(TextFolders.of(countries));
        texts.use(Locale.FRENCH);
        Terminal terminal = new Terminal(texts, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of("GUICHET_PASSWORD", user));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString(), "--url", DATABASE.address().url(), "--user", user));
        return GuichetCommand.run(options -> 99, new CommandContext(terminal, countries), all.toArray(String[]::new));
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static String label(String country) {
        return DATABASE.query("SELECT label FROM directory.entry WHERE kind = 'member' AND country = ? ORDER BY reference LIMIT 1",
                country).getFirst();
    }

    @Test
    void printsWhatTheContractSays() throws Exception {
        assertThat(run("care", "search", label("ES"), "--json", "--limit", "3")).as(err.toString()).isZero();
        JsonNode found = json();
        assertThat(found.fieldNames()).toIterable().containsExactly("rows", "databaseMillis", "totalMillis");
        assertThat(found.get("rows").size()).isBetween(1, 3);
        assertThat(found.get("rows").get(0).fieldNames()).toIterable()
                .containsExactly("country", "kind", "reference", "label", "detail");
        assertThat(found.get("rows").get(0).get("label").asText()).isEqualTo(label("ES"));
        assertThat(found.get("totalMillis").decimalValue()).isGreaterThan(found.get("databaseMillis").decimalValue());
    }

    @Test
    void wordsNeedNoQuotes() {
        String[] words = label("FR").split(" ");
        assertThat(run("care", "search", words[words.length - 1], words[0])).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(label("FR")).contains("ms");
    }

    @Test
    void findsOnlyWhatTheRoleMaySee() throws Exception {
        assertThat(run("care.be", "search", label("FR"), "--json")).isZero();
        assertThat(json().get("rows")).allSatisfy(row -> assertThat(row.get("country").asText()).isEqualTo("BE"));
    }

    @Test
    void measuresBesideTheRawLimit() throws Exception {
        assertThat(run("care", "benchmark", "member-open", "--json")).as(err.toString()).isZero();
        JsonNode figures = json();
        assertThat(figures).extracting(figure -> figure.get("name").asText())
                .containsExactly("member-open.p50", "member-open.p95");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.fieldNames()).toIterable().containsExactly("name", "value", "unit", "limit", "ratio");
            assertThat(figure.get("value").decimalValue()).isPositive();
            assertThat(figure.get("limit").decimalValue()).isPositive();
        });
    }

    @Test
    void knowsItsBenchmarks() {
        assertThat(run("care", "benchmark", "flying")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("flying").contains("search, member-open");
        assertThat(run("care", "benchmark", "--members", "10")).as("not on a server of somebody else's").isEqualTo(1);
    }
}
