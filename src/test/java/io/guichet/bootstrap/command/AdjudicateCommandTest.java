package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.platform.i18n.Texts;
import io.guichet.testing.TestTerminal.Result;
import io.guichet.testing.Testland;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjudicateCommandTest {

    private static final String LINE = """
            {"act": "VISIT", "careDate": "2026-01-10", "charged": "30.00"}""";

    @TempDir
    Path folder;

    private static Result run(Locale language, String... arguments) {
        Countries countries = Countries.of(List.of(new Testland()));
        Texts texts = Texts.of(TextFolders.of(countries));
        texts.use(language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(texts, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
        int status = GuichetCommand.run(options -> 99, new CommandContext(terminal, countries), arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve("claims.json"), content);
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Result adjudicate(String content) {
        return run(Locale.ENGLISH, "adjudicate", "--country", "TL", "--in", file(content).toString(), "--json");
    }

    private static String claim(String ref, String... lines) {
        return """
                {"ref": "%s", "plan": {"rate": "0.80"}, "lines": [%s]}""".formatted(ref, String.join(",", lines));
    }

    private static String claims(String... claims) {
        return "{\"claims\": [" + String.join(",", claims) + "]}";
    }

    private static String with(String field, String value) {
        return LINE.replaceFirst("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": " + value.replace("\\", "\\\\"));
    }

    private static void refused(Result result, String told) {
        assertThat(result.err()).contains(told);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void printsWhatOthersRelyOnAndNothingElse() throws Exception {
        Result result = adjudicate(claims(claim("A, été", LINE)));
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.json()).isEqualTo(new ObjectMapper().readTree("""
                {"claims": [{"ref": "A, été",
                  "lines": [{"publicPaid": "14.00", "insurerPaid": "12.80", "memberPays": "3.20", "steps": [
                    {"rule": "TARIFF", "amount": "20.00", "text": "The tariff on 10/01/2026 was 20.00\u202f€."},
                    {"rule": "PUBLIC", "amount": "14.00", "text": "The public insurance pays 70% of it."},
                    {"rule": "OURS", "amount": "12.80",
                     "text": "We pay 80% of the rest, of 100,000.00\u202f€ that are left this year."}]}],
                  "totals": {"charged": "30.00", "publicPaid": "14.00", "insurerPaid": "12.80", "memberPays": "3.20"}}]}"""));
    }

    @Test
    void linesUseOfALimitWhatThoseBeforeLeft() {
        JsonNode claim = adjudicate(claims("""
                {"ref": "A", "product": "HALF", "lines": [%s, %s, %s]}""".formatted(with("charged", "200"),
                with("charged", "\"20.00\""), with("charged", "40.0")))).json().at("/claims/0");
        assertThat(claim.at("/lines")).extracting(line -> line.at("/insurerPaid").asText()).containsExactly("93.00", "3.00", "4.00");
        assertThat(claim.at("/totals/charged").asText()).isEqualTo("260.00");
        assertThat(claim.at("/totals/insurerPaid").asText()).isEqualTo("100.00");
    }

    @Test
    void theSourceOfAClaimIsTheFilesOwn() {
        Result result = adjudicate(claims("{\"ref\": \"A\", \"source\": \"a decree\", \"product\": \"HALF\", \"lines\": ["
                + LINE + "]}"));
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.json().at("/claims/0").has("source")).isFalse();
    }

    @Test
    void sentencesAreInTheLanguageAskedForElseInTheTerminals() {
        String path = file(claims(claim("A", LINE))).toString();
        String step = "/claims/0/lines/0/steps/0/text";
        assertThat(run(Locale.ENGLISH, "adjudicate", "--country", "tl", "--in", path, "--json", "--locale", "fr").json().at(step)
                .asText()).isEqualTo("Le tarif au 10/01/2026 était de 20,00\u202f€.");
        assertThat(run(Locale.FRENCH, "adjudicate", "--country", "tl", "--in", path, "--json").json().at(step).asText())
                .startsWith("Le tarif");
        assertThat(run(Locale.FRENCH, "adjudicate", "--country", "tl", "--in", path, "--json", "--locale", "en-GB").json().at(step)
                .asText()).startsWith("The tariff");
    }

    @Test
    void withoutJsonPeopleReadATable() {
        String path = file(claims(claim("First", LINE, with("charged", "10")), claim("Second", LINE))).toString();
        Result result = run(Locale.ENGLISH, "adjudicate", "--country", "TL", "--in", path);
        assertThat(result.status()).isZero();
        assertThat(result.out().lines().toList()).startsWith(
                "First",
                "             charged         public        insurer         member",
                "    1          30.00          14.00          12.80           3.20",
                "               20.00  The tariff on 10/01/2026 was 20.00\u202f€.",
                "               14.00  The public insurance pays 70% of it.")
                .contains("    =          40.00          21.00          15.20           3.80", "Second");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "charged|\"-1.00\"|claims[1].lines[0].charged: An amount of 0 or more",
            "charged|-1|claims[1].lines[0].charged: An amount",
            "charged|\"1.005\"|claims[1].lines[0].charged: An amount",
            "charged|1.005|claims[1].lines[0].charged: An amount",
            "charged|\"1,50\"|claims[1].lines[0].charged: An amount",
            "charged|\"\"|claims[1].lines[0].charged: An amount",
            "charged|\"30 €\"|claims[1].lines[0].charged: An amount",
            "charged|\"1e3\"|claims[1].lines[0].charged: An amount",
            "charged|1e999999999|claims[1].lines[0].charged: An amount",
            "charged|1e-999999999|claims[1].lines[0].charged: An amount",
            "charged|123456789012345678901234567890|claims[1].lines[0].charged: An amount",
            "charged|99999999999|claims[1].lines[0].charged: No care costs that much",
            "charged|true|claims[1].lines[0].charged: An amount",
            "charged|[1]|claims[1].lines[0].charged: An amount",
            "charged|{}|claims[1].lines[0].charged: An amount",
            "charged|null|claims[1].lines[0].charged: This is missing",
            "careDate|\"2026-02-30\"|claims[1].lines[0].careDate: A day is expected",
            "careDate|\"10/01/2026\"|claims[1].lines[0].careDate: A day is expected",
            "careDate|\"0026-01-10\"|claims[1].lines[0].careDate: A day is expected",
            "careDate|20260110|claims[1].lines[0].careDate: A day is expected",
            "act|\"MASSAGE\"|claims[1].lines[0].act: One of these is expected: VISIT, OPERATION",
            "act|\"visit\"|claims[1].lines[0].act: One of these",
            "act|7|claims[1].lines[0].act: One of these"})
    void aValueThatCannotBeIsRefusedWithItsPath(String field, String value, String told) {
        refused(adjudicate(claims(claim("A", LINE), claim("B", with(field, value)))), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"ref\":\"A\",\"product\":\"HALF\",\"lines\":[]}|claims[0].lines: A list with at least one",
            "{\"ref\":\"A\",\"product\":\"HALF\",\"lines\":{}}|claims[0].lines: A list",
            "{\"ref\":\"A\",\"product\":\"HALF\",\"lines\":[7]}|claims[0].lines[0]: An object",
            "{\"ref\":\"A\",\"product\":\"HALF\",\"lines\":[null]}|claims[0].lines[0]: An object",
            "{\"ref\":\"A\",\"product\":\"HALF\"}|claims[0].lines: This is missing",
            "{\"ref\":\"A\",\"product\":\"GOLD\",\"lines\":[{}]}|claims[0].product: One of these is expected: HALF, WHOLE",
            "{\"ref\":\"A\",\"plan\":[],\"lines\":[{}]}|claims[0].plan: An object",
            "{\"ref\":\"A\",\"plan\":{\"rate\":\"1.0000001\"},\"lines\":[{}]}|claims[0].plan.rate: A rate",
            "{\"ref\":\"A\",\"plan\":{\"rate\":\"0.8\",\"colour\":1},\"lines\":[{}]}|claims[0].plan.colour: Nobody knows this field",
            "{\"product\":\"HALF\",\"lines\":[{}]}|claims[0].ref: This is missing",
            "{\"ref\":7,\"product\":\"HALF\",\"lines\":[{}]}|claims[0].ref: A text",
            "{\"ref\":\" \",\"product\":\"HALF\",\"lines\":[{}]}|claims[0].ref: A text",
            "{\"ref\":\"A\",\"source\":1,\"product\":\"HALF\",\"lines\":[{}]}|claims[0].source: A text",
            "{\"ref\":\"A\",\"ref\":\"B\",\"product\":\"HALF\",\"lines\":[{}]}|claims[0].ref: This is there twice",
            "{\"ref\":\"A\",\"plan\":{\"rate\":1,\"rate\":1},\"lines\":[{}]}|claims[0].plan.rate: This is there twice",
            "{\"ref\":\"A\",\"product\":\"HALF\",\"lines\":[{\"act\":[{\"x\":1,\"x\":2}]}]}|claims[0].lines[0].act[0].x: This is there twice",
            "[]|claims[0]: An object", "null|claims[0]: An object", "\"A\"|claims[0]: An object"})
    void aClaimThatCannotBeIsRefusedWithItsPath(String claim, String told) {
        refused(adjudicate(claims(claim)), told);
    }

    @Test
    void unknownFieldsAreRefusedWhereverTheyAre() {
        refused(adjudicate(claims(claim("A", LINE.replace("}", ", \"colour\": null}")))),
                "claims[0].lines[0].colour: Nobody knows this field");
        refused(adjudicate(claims(claim("A", LINE).replace("\"ref\"", "\"colour\": [{}], \"ref\""))), "claims[0].colour: Nobody");
        refused(adjudicate("{\"version\": {\"a\": [1]}, \"claims\": [" + claim("A", LINE) + "]}"), "version: Nobody knows this field");
    }

    @Test
    void everyWrongClaimIsToldOnce() {
        Result result = adjudicate(claims(claim("A", with("charged", "-1")), claim("B", LINE), claim("C", with("act", "1"))));
        assertThat(result.err().lines()).hasSize(2);
        refused(result, "claims[0].lines[0].charged");
        refused(result, "claims[2].lines[0].act");
    }

    @Test
    void ofManyWrongClaimsSomeAreToldAndTheOthersCounted() {
        String[] wrong = new String[300];
        Arrays.fill(wrong, "{}");
        Result result = adjudicate(claims(wrong));
        assertThat(result.err().lines()).hasSize(101).last().isEqualTo("… and 200 more places.");
        refused(result, "claims[99].ref: This is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[]|holds no JSON object", "7|holds no JSON object", "null|holds no JSON object", "''|is empty", "'  '|is empty",
            "{}|claims: This is missing", "{\"claims\": []}|claims: A list with at least one", "{\"claims\": {}}|claims: A list",
            "{\"claims\": null}|claims: A list", "{\"claims\": [{}], \"claims\": [{}]}|claims: This is there twice",
            "{\"claims\": [|is not JSON at line 1", "{'claims': []}|is not JSON at line 1, column 2", "{\"claims\": [{]}|is not JSON",
            "{\"claims\": [NaN]}|is not JSON", "{\"claims\": [01]}|is not JSON", "claims;1|is not JSON",
            "{\"claims\": [{}]} {}|Something follows", "{\"claims\": [{}]} x|is not JSON"})
    void aFileThatIsNoneOfOursIsRefused(String content, String told) {
        refused(adjudicate(content), told);
    }

    @Test
    void whatStandsInAFileIsNeverRepeated() {
        Result result = adjudicate("{\"claims\": [{\"ref\": \"Garcia, HIV\" secret}]}");
        refused(result, "is not JSON at line 1, column ");
        assertThat(result.err()).doesNotContain("Garcia").doesNotContain("secret");
    }

    @Test
    void deepNestingIsRefused() {
        refused(adjudicate("{\"claims\": [" + "[".repeat(200_000)), "nests too deep");
        refused(adjudicate(claims("{\"ref\":" + "[".repeat(900) + "]".repeat(900) + "}")), "claims[0].ref: A text");
    }

    @Test
    void marksAtTheBeginningAreReadOver() throws Exception {
        Path marked = folder.resolve("bom.json");
        Files.writeString(marked, "\uFEFF" + claims(claim("A", LINE)));
        assertThat(run(Locale.ENGLISH, "adjudicate", "--country", "TL", "--in", marked.toString(), "--json").status()).isZero();
    }

    @Test
    void anotherEncodingIsRefused() throws Exception {
        Path latin = folder.resolve("latin.json");
        Files.write(latin, claims(claim("été", LINE)).getBytes(StandardCharsets.ISO_8859_1));
        Result result = run(Locale.ENGLISH, "adjudicate", "--country", "TL", "--in", latin.toString(), "--json");
        refused(result, "latin.json is not written in UTF-8");
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsRefused() {
        refused(run(Locale.ENGLISH, "adjudicate", "--country", "TL", "--in", folder.resolve("none.json").toString()),
                "There is no file");
        refused(run(Locale.ENGLISH, "adjudicate", "--country", "TL", "--in", folder.toString()), "is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adjudicate", "adjudicate --country TL", "adjudicate --in x.json", "adjudicate --country DE --in x.json",
            "adjudicate --country '' --in x.json", "adjudicate --country TL --in x.json --locale it",
            "adjudicate --country TL --in x.json --colour", "adjudicate --country TL --in x.json more"})
    void wrongUsageIsStatusTwo(String line) {
        Result result = run(Locale.ENGLISH, line.split(" "));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("guichet adjudicate");
    }

    @Test
    void anUnknownCountryNamesThoseWithRules() {
        assertThat(run(Locale.ENGLISH, "adjudicate", "--country", "DE", "--in", "x.json").err()).contains("DE").contains("TL");
    }

    @Test
    void manyClaimsAreWrittenInOrderAndRefusedLateWithoutOutput() throws Exception {
        String[] many = new String[20_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = claim("claim " + i, LINE);
        }
        Result result = adjudicate(claims(many));
        assertThat(result.status()).isZero();
        JsonNode claims = result.json().at("/claims");
        assertThat(claims).hasSize(many.length);
        assertThat(claims.get(19_999).at("/ref").asText()).isEqualTo("claim 19999");
        many[19_999] = claim("claim", with("charged", "1.001"));
        refused(adjudicate(claims(many)), "claims[19999].lines[0].charged");
    }
}
