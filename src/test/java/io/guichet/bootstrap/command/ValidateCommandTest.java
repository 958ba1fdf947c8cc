package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.platform.i18n.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidateCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Locale language, String... arguments) {
        Countries countries = Countries.load();
        Texts texts = Texts.of(TextFolders.of(countries));
        texts.use(language);
        Terminal terminal = new Terminal(texts, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
        return GuichetCommand.run(options -> 99, new CommandContext(terminal, countries), arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsOneJsonDocumentWithTheFieldsOfTheContract() throws Exception {
        assertThat(run(Locale.ENGLISH, "validate", "--json", "iban", "DE89 3704 0044 0532 0130 00", "XX431234"))
                .isEqualTo(1);
        JsonNode rows = new ObjectMapper().readTree(out());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isEqualTo(new ObjectMapper().readTree("""
                {"kind": "iban", "value": "DE89 3704 0044 0532 0130 00", "valid": true,
                 "normalized": "DE89370400440532013000", "reason": null}"""));
        assertThat(rows.get(1)).isEqualTo(new ObjectMapper().readTree("""
                {"kind": "iban", "value": "XX431234", "valid": false,
                 "normalized": "XX431234", "reason": "component"}"""));
        assertThat(err()).contains("Refused: 1 of 2");
    }

    @Test
    void printsATableThatSaysWhatToDo() {
        assertThat(run(Locale.FRENCH, "validate", "bic", "AGRIFRPP882")).isZero();
        assertThat(out()).contains("Valide : AGRIFRPP882");
        assertThat(err()).isEmpty();
        assertThat(run(Locale.FRENCH, "validate", "bic", "AGRIFRPP8")).isEqualTo(1);
        assertThat(out()).contains("trop court");
    }

    @Test
    void anUnknownKindIsWrongUsageAndListsTheKinds() {
        assertThat(run(Locale.ENGLISH, "validate", "shoe.size", "42")).isEqualTo(2);
        assertThat(err()).contains("shoe.size").contains("bic, ").contains("iban").contains("sepa.creditor");
        assertThat(out()).isEmpty();
    }

    @Test
    void aMissingValueIsWrongUsage() {
        assertThat(run(Locale.ENGLISH, "validate", "iban")).isEqualTo(2);
        assertThat(err()).contains("VALUE");
        assertThat(run(Locale.ENGLISH, "validate")).isEqualTo(2);
    }

    @Test
    void everyKindOfEveryCountryIsKnown() {
        Countries countries = Countries.load();
        assertThat(countries.identifiers().all()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(kind ->
                assertThat(run(Locale.ENGLISH, "validate", kind.name(), "?")).isEqualTo(1));
    }
}
