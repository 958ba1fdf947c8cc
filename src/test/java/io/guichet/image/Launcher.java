package io.guichet.image;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The image's launcher, called with an environment that holds nothing but what a test says.
final class Launcher {

    private static final long MINUTES = 4;

    private final Path program;
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();

    private Launcher(Path program, Path home) {
        this.program = program;
        this.home = home;
        environment.put("GUICHET_HOME", home.toString());
    }

    /// The launcher of the image that this build made, with a data folder of its own.
    static Launcher withHome(String name) throws IOException {
        Path home = Path.of(Objects.requireNonNull(System.getProperty("guichet.test.home"))).resolve("image").resolve(name);
        return new Launcher(program(image()), home);
    }

    /// The root of the image that this build made.
    static Path image() {
        return Path.of(Objects.requireNonNull(System.getProperty("guichet.image"), "started by Maven only"));
    }

    private static Path program(Path image) {
        return image.resolve(System.getProperty("os.name").startsWith("Windows") ? "guichet.exe" : "bin/guichet");
    }

    Launcher of(Path image) {
        Launcher other = new Launcher(program(image), home);
        other.environment.putAll(environment);
        return other;
    }

    Launcher with(String variable, String value) {
        Launcher other = new Launcher(program, home);
        other.environment.putAll(environment);
        other.environment.put(variable, value);
        return other;
    }

    Path home() {
        return home;
    }

    /// Runs one command to its end, in the folder of the operating system's root.
    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        Files.createDirectories(home.getParent());
        Path out = Files.createTempFile(home.getParent(), "out", ".txt");
        Path err = Files.createTempFile(home.getParent(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.getRoot().toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(line + " did not end within " + MINUTES + " minutes; it said\n"
                    + Files.readString(out) + Files.readString(err));
        }
        Result result = new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    /// What a command left.
    record Result(int status, String out, String err) {

        /// Standard output, which must be exactly one JSON document.
        JsonNode json() {
            try {
                JsonNode answer = JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                        .build().readTree(out);
                if (answer.isMissingNode()) {
                    throw new AssertionError("nothing on standard output, and on standard error <" + err + ">");
                }
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException("not one JSON document: <" + out + "> and on standard error <" + err + ">", e);
            }
        }
    }
}
