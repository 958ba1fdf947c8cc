package io.guichet.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guichet.kernel.ProductVersion;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;

/// The launcher as an administrator's script calls it: exit status, standard output, standard error.
class LauncherIT {

    private static final String VALID_IBAN = "FR1420041010050500013M02606";

    @Test
    void tellsItsVersion() throws Exception {
        Launcher.Result result = Launcher.withHome("launcher").run("--version");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains(ProductVersion.running().text());
    }

    @Test
    void needsNoJavaOfTheMachine() throws Exception {
        Launcher.Result result = Launcher.withHome("launcher")
                .with("JAVA_HOME", "/nowhere").with("PATH", "/nowhere").with("CLASSPATH", "/nowhere")
                .run("validate", "iban", VALID_IBAN);

        assertThat(result.status()).as(result.err()).isZero();
    }

    @Test
    void writesNothingButJsonToStandardOutput() throws Exception {
        Launcher.Result result = Launcher.withHome("launcher").run("validate", "--json", "iban", VALID_IBAN);

        JsonNode answer = result.json();
        assertThat(answer).hasSize(1);
        assertThat(answer.get(0).get("valid").booleanValue()).isTrue();
        assertThat(answer.get(0).get("normalized").textValue()).isEqualTo(VALID_IBAN);
        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void endsWithOneWhenAnIdentifierIsRefused() throws Exception {
        Launcher.Result result = Launcher.withHome("launcher")
                .run("validate", "--json", "iban", VALID_IBAN, "FR1420041010050500013M02607");

        assertThat(result.status()).isEqualTo(1);
        JsonNode answer = result.json();
        assertThat(answer).hasSize(2);
        assertThat(answer.get(1).get("valid").booleanValue()).isFalse();
        assertThat(answer.get(1).get("reason").textValue()).isEqualTo("checksum");
    }

    @Test
    void endsWithTwoWhenCalledWrongly() throws Exception {
        Launcher.Result result = Launcher.withHome("launcher").run("validate", "--jsno", "iban", VALID_IBAN);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("--jsno").doesNotContain("Exception");
    }

    @Test
    void saysOneSentenceWhenThereIsNoDisplay() throws Exception {
        Launcher launcher = Launcher.withHome("no-display");

        Launcher.Result result = launcher.run();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().strip()).isNotEmpty().doesNotContain("Exception").doesNotContain("\n");
        assertThat(launcher.home().resolve("database")).as("no server was started for a window that cannot open").doesNotExist();
    }

    /// Java takes the class cache of this build; in this mode it would refuse to start with one that does not fit.
    @Test
    void startsWithTheClassCache() throws Exception {
        Launcher.Result result = Launcher.withHome("launcher")
                .with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").run("validate", "--json", "iban", VALID_IBAN);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.json()).hasSize(1);
    }

    @Test
    void startsWithoutTheClassCacheAndFromAnotherFolder() throws Exception {
        Path copy = Files.createTempDirectory(Files.createDirectories(Launcher.withHome("moved").home()), "image")
                .resolve("a folder with spaces");
        copyLinked(Launcher.image(), copy);
        Files.delete(copy.resolve("lib/app/guichet.aot"));
        Launcher launcher = Launcher.withHome("launcher").of(copy);

        Launcher.Result missing = launcher.run("validate", "--json", "iban", VALID_IBAN);
        Files.writeString(copy.resolve("lib/app/guichet.aot"), "this is no class cache");
        Launcher.Result damaged = launcher.run("validate", "--json", "iban", VALID_IBAN);

        assertThat(missing.json()).hasSize(1);
        assertThat(missing.err()).isEmpty();
        assertThat(damaged.json()).hasSize(1);
        assertThat(damaged.err()).isEmpty();
    }

    /// The image is some 200 MB: its files are linked, not copied.
    private static void copyLinked(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.createLink(to.resolve(from.relativize(file)), file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
