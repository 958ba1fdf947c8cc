package io.guichet.bootstrap.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What a command talks to: standard output for its result and nothing else, standard error for everything said beside
/// it, the environment and the console for what it must know.
public final class Terminal {

    private static final int GAP = 2;

    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    public Terminal(Texts texts, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.texts = texts;
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /// The terminal of this process. JSON is UTF-8 whatever the console is set to.
    static Terminal ofProcess(Texts texts) {
        return new Terminal(texts, new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err,
                System.getenv());
    }

    public Texts texts() {
        return texts;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// Prints the one document of a command with `--json`: records, maps and lists, or whatever gives its parts one
    /// after the other. Decimals are printed as the text they
    /// are given as; money is a string already.
    public void json(Object document) {
        try {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .build().writeValue(out, document);
            out.println();
        } catch (IOException mistake) {
            throw new IllegalStateException("cannot be written as JSON: " + document.getClass(), mistake);
        }
    }

    /// Prints a line of a command's result.
    public void line(String text) {
        out.println(text);
    }

    /// Prints a table, columns as wide as they need.
    public void table(List<String> head, List<List<String>> rows) {
        int[] widths = head.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        row(head, widths);
        rows.forEach(row -> row(row, widths));
    }

    private void row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).repeat(' ', widths[i] - cells.get(i).length() + GAP);
        }
        out.println(line.toString().stripTrailing());
    }

    /// Says something beside the result.
    public void say(UserMessage message) {
        err.println(texts.get(message));
    }

    /// The environment variable, or empty text.
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /// The password: `$GUICHET_PASSWORD`, else asked for on the console.
    ///
    /// @throws CommandRefused when there is neither
    public char[] password(String user) {
        String given = variable("GUICHET_PASSWORD");
        if (!given.isEmpty()) {
            return given.toCharArray();
        }
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("%s ", texts.get("bootstrap.command.password", user));
            if (typed != null && typed.length > 0) {
                return typed;
            }
        }
        throw new CommandRefused(UserMessage.of("bootstrap.error.noPassword", user));
    }
}
