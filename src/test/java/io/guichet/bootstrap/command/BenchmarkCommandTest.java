package io.guichet.bootstrap.command;

import static io.guichet.testing.TestTerminal.guichet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guichet.country.Countries;
import io.guichet.testing.TestHome;
import io.guichet.testing.TestTerminal.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {

    @TempDir
    Path temporary;

    private TestHome home;

    @BeforeEach
    void unpack() {
        home = TestHome.unpacked(temporary);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void makesASampleOfItsOwnOnceAndPutsTheRawLimitBesideEachFigure() {
        for (int time = 0; time < 2; time++) {
            Result result = guichet("benchmark", "--members", "60", "seed", "contract-page", "--json", "--home",
                    home.path().toString());
            assertThat(result.status()).as(result.err()).isZero();
            List<JsonNode> figures = new ArrayList<>();
            result.json().forEach(figures::add);
            assertThat(figures).extracting(figure -> figure.path("name").asText()).contains("seed.rows", "seed.time",
                    "contract-page.first.p95");
            assertThat(figures).allSatisfy(figure -> {
                assertThat(figure.path("value").asDouble()).isPositive();
                assertThat(figure.path("limit").asDouble()).isNotNegative();
            });
        }
    }

    /// Of every country that writes a sample file; what was taken in stands in no sample.
    @Test
    void anImportIsMeasuredOnCopies() {
        Result result = guichet("benchmark", "import", "--members", "60", "--lines", "60", "--json", "--home", home.path().toString());
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.json()).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.path("name").asText()).matches("import\\.[a-z]{2}\\.(lines|rows|time)");
            assertThat(figure.path("value").asDouble()).isPositive();
        });
        assertThat(result.err()).doesNotContain("claims were taken");
        long files = Countries.load().all().stream().filter(country -> country.claims().isPresent()).count();
        assertThat(result.json()).hasSize((int) files * 3);
    }

    @Test
    void theRulesAreMeasuredWithoutADatabase() {
        Result result = guichet("benchmark", "adjudication", "--json", "--home", temporary.resolve("nowhere").toString());
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.json()).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.path("unit").asText()).isEqualTo("lines/s");
            assertThat(figure.path("value").asDouble()).isPositive();
            assertThat(figure.path("limit").asDouble()).isPositive();
        });
        assertThat(temporary.resolve("nowhere")).doesNotExist();
    }

    @Test
    void anUnknownNameIsRefused() {
        Result result = guichet("benchmark", "--members", "60", "speed", "--home", home.path().toString());
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("speed").contains("member-file");
    }
}
