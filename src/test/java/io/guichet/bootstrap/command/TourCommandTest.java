package io.guichet.bootstrap.command;

import static io.guichet.testing.TestTerminal.guichet;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.Guichet;
import io.guichet.testing.TestHome;
import io.guichet.testing.TestTerminal.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tour in a process of its own, as it ends the JavaFX toolkit.
class TourCommandTest {

    private static final int TAIL = 8_000;

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
    void touchesNobodysData() throws IOException, InterruptedException {
        Path out = temporary.resolve("pictures");

        assertThat(tour("--out", out.toString(), "--locales", "en")).as(this::whatItSaid).isZero();

        // The picture for which a member is saved.
        assertThat(out.resolve("en").resolve("member-conflict.png")).isNotEmptyFile();
        assertThat(home.folder().database()).as("the person's own database").doesNotExist();
        assertNothingLeft();
    }

    @Test
    void leavesNothingWhenItFails() throws IOException, InterruptedException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThat(tour("--out", file.toString(), "--locales", "en")).as(this::whatItSaid).isEqualTo(1);

        assertNothingLeft();
    }

    @Test
    void knowsNoServer() {
        assertThat(guichet("tour", "--out", "pictures", "--url", "jdbc:postgresql://db.example/guichet").status())
                .isEqualTo(2);
    }

    @Test
    void knowsItsLanguages() {
        Result italian = guichet("tour", "--out", temporary.resolve("pictures").toString(), "--locales", "it",
                "--home", home.path().toString());
        assertThat(italian.status()).isEqualTo(2);
        assertThat(italian.err()).contains("Choose among en");
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> children = Files.list(home.path())) {
            assertThat(children.map(child -> child.getFileName().toString())).noneMatch(name -> name.startsWith("tour-"));
        }
    }

    /// On the countries of the product: the one of the tests has no sample to make every picture from.
    private int tour(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", productClassPath(), Guichet.class.getName(), "tour", "--home",
                home.path().toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(temporary.resolve("tour.log").toFile()).start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(this::whatItSaid).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /// The end of what the process printed and of its log, for whom it failed on another machine.
    private String whatItSaid() {
        try (Stream<Path> logs = Files.list(home.folder().logs())) {
            StringBuilder said = new StringBuilder(tail(temporary.resolve("tour.log")));
            for (Path log : logs.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
                said.append("\n--- ").append(log.getFileName()).append('\n').append(tail(log));
            }
            return said.toString();
        } catch (IOException unreadable) {
            return "nothing can be read of what the tour said: " + unreadable;
        }
    }

    private static String tail(Path file) throws IOException {
        String all = Files.readString(file);
        return all.substring(Math.max(0, all.length() - TAIL));
    }

    private static String productClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
    }
}
