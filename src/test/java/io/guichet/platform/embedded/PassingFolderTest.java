package io.guichet.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingFolderTest {

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
    void borrowsThePrograms() throws IOException {
        String version = new PostgresBinaries(home.folder().postgres()).version();
        Path program = Path.of(version, "bin", "initdb");
        try (PassingFolder passing = PassingFolder.within(home.folder(), "test")) {
            assertThat(passing.folder().path().getParent()).isEqualTo(home.path().toRealPath());
            assertThat(Files.isSameFile(passing.folder().postgres().resolve(program),
                    home.folder().postgres().resolve(program))).isTrue();
        }
        assertThat(home.folder().postgres().resolve(program)).exists();
        assertThat(passing()).isEmpty();
    }

    @Test
    void goesWithItsServerBesideThePersonsOwn() throws IOException {
        EmbeddedServer own = home.client();
        own.start();
        try (PassingFolder passing = PassingFolder.within(home.folder(), "test");
                EmbeddedServer server = new EmbeddedServer(passing.folder(), TestHome.FAST)) {
            server.start();
            assertThat(server.address().port()).isNotEqualTo(own.address().port());
            assertThat(passing()).hasSize(1);
        }
        assertThat(passing()).isEmpty();
        assertThat(own.status().running()).isTrue();
    }

    @Test
    void clearsWhatAKilledCommandLeftAndNothingElse() throws IOException, InterruptedException {
        PassingFolder abandoned = PassingFolder.within(home.folder(), "test");
        try (OtherProcess killed = OtherProcess.start(abandoned.folder().path())) {
            killed.port();
            killed.kill();
        }
        try (PassingFolder used = PassingFolder.within(home.folder(), "test");
                EmbeddedServer server = new EmbeddedServer(used.folder(), TestHome.FAST)) {
            assertThat(passing()).containsExactly(used.folder().path());
            server.start();
            try (PassingFolder third = PassingFolder.within(home.folder(), "test")) {
                assertThat(passing()).containsExactlyInAnyOrder(used.folder().path(), third.folder().path());
            }
        }
        assertThat(passing()).isEmpty();
    }

    private List<Path> passing() throws IOException {
        try (Stream<Path> children = Files.list(home.path().toRealPath())) {
            return children.filter(child -> child.getFileName().toString().startsWith("test-")).toList();
        }
    }
}
