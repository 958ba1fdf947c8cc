package io.guichet.bootstrap.command;

import static io.guichet.testing.TestTerminal.guichet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.testing.TestTerminal.Result;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The published cases of every country, through the command that others rely on: the countries keep them with their tests, as
/// `xx.json` and `xx.expected.json`.
class AdjudicateExamplesTest {

    private static final String EXPECTED = ".expected.json";
    private static final List<String> PARTS = List.of("publicPaid", "insurerPaid", "memberPays");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(EXPECTED)).sorted().toList();
        }
    }

    private static String country(Path expected) {
        String name = expected.getFileName().toString();
        return name.substring(0, name.length() - EXPECTED.length());
    }

    @Test
    void everyCountryWithRulesHasExamples() throws IOException {
        List<String> ruled = Countries.load().all().stream().filter(each -> each.adjudication().isPresent()).map(Country::code)
                .map(code -> code.folder()).toList();
        assertThat(examples()).extracting(AdjudicateExamplesTest::country).containsAll(ruled);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyPublishedAmountComesOut(Path expected) throws IOException {
        String country = country(expected);
        Result result = guichet("adjudicate", "--country", country, "--in", expected.resolveSibling(country + ".json").toString(),
                "--json");
        assertThat(result.status()).as(result.err()).isZero();
        JsonNode cases = new ObjectMapper().readTree(expected.toFile());
        JsonNode claims = result.json().at("/claims");
        assertThat(claims).hasSize(cases.size());
        for (JsonNode claim : claims) {
            JsonNode wanted = cases.path(claim.at("/ref").asText());
            JsonNode lines = claim.at("/lines");
            assertThat(lines).as(claim.at("/ref").asText()).hasSize(wanted.size());
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < lines.size(); i++) {
                for (String part : PARTS) {
                    assertThat(lines.get(i).path(part)).as(claim.at("/ref").asText() + " " + i + " " + part).isEqualTo(wanted.get(i).path(part));
                    sum = sum.add(new BigDecimal(lines.get(i).path(part).asText()));
                }
                assertThat(lines.get(i).at("/steps")).isNotEmpty();
            }
            assertThat(claim.at("/totals/charged").asText()).isEqualTo(sum.toPlainString());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everySentenceIsThereInEveryLanguage(Path expected) {
        String country = country(expected);
        for (String language : List.of("en", "fr", "nl", "de", "es")) {
            Result result = guichet("adjudicate", "--country", country, "--in", expected.resolveSibling(country + ".json").toString(),
                    "--locale", language, "--json");
            assertThat(result.status()).as(result.err()).isZero();
            assertThat(result.json().findValuesAsText("text")).isNotEmpty()
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "''", ".step."));
        }
    }
}
