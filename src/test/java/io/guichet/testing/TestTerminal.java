package io.guichet.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guichet.bootstrap.TextFolders;
import io.guichet.bootstrap.command.CommandContext;
import io.guichet.bootstrap.command.GuichetCommand;
import io.guichet.bootstrap.command.Terminal;
import io.guichet.country.Countries;
import io.guichet.platform.i18n.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Runs commands as a shell would, in English, and keeps what they print.
public final class TestTerminal {

    /// What a command did.
    ///
    /// @param status exit status
    /// @param out    standard output
    /// @param err    standard error
    public record Result(int status, String out, String err) {

        /// Standard output as the one JSON document it must be.
        public JsonNode json() {
            try {
                return JsonMapper.builder()
                        .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build().readTree(out);
            } catch (JsonProcessingException broken) {
                throw new AssertionError("not one JSON document: " + out + err, broken);
            }
        }
    }

    private TestTerminal() {
    }

    /// Runs `guichet arguments…`; without a command the status is that of a desktop that opens and closes: 0.
    public static Result guichet(Map<String, String> environment, String... arguments) {
        Countries countries = Countries.load();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(Texts.of(TextFolders.of(countries)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
        int status = GuichetCommand.run(options -> 0, new CommandContext(terminal, countries), arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The same with nothing in the environment.
    public static Result guichet(String... arguments) {
        return guichet(Map.of(), arguments);
    }
}
