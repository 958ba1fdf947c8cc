package io.guichet.bootstrap.command;

import static io.guichet.testing.TestTerminal.guichet;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.TestTerminal.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only looks leaves a folder without a database as it is: a mistyped `--home` costs nobody a cluster.
class FreshFolderTest {

    @TempDir
    Path temporary;

    @Test
    void whatReadsADatabaseCreatesNone() throws Exception {
        Path none = temporary.resolve("none");
        for (String[] command : new String[][] {{"search", "dupont"}, {"benchmark"}}) {
            assertRefused(guichet(with(none, command)), none);
            assertThat(none).doesNotExist();
            Path empty = Files.createDirectory(temporary.resolve("empty-" + command[0]));
            assertRefused(guichet(with(empty, command)), empty);
            assertThat(empty).isEmptyDirectory();
        }
    }

    @Test
    void whatAsksForTheServerCreatesNone() throws Exception {
        Path none = temporary.resolve("none");
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        for (String command : new String[] {"status", "stop"}) {
            for (Path folder : new Path[] {none, empty}) {
                Result asked = guichet(with(folder, "database", command, "--json"));
                assertThat(asked.status()).as(asked.err()).isZero();
                assertThat(asked.json().path("state").asText()).isEqualTo("stopped");
            }
            assertThat(none).doesNotExist();
            assertThat(empty).isEmptyDirectory();
        }
    }

    private static void assertRefused(Result result, Path folder) {
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(folder.toString()).contains("guichet database start")
                .doesNotContain("Starting the database");
    }

    private static String[] with(Path home, String... command) {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--home";
        all[command.length + 1] = home.toString();
        return all;
    }
}
