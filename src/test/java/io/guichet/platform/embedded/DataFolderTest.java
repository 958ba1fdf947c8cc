package io.guichet.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {

    private static final Path USER = Path.of("/home/ana");

    @Test
    void followsTheOptionThenTheVariable() {
        Map<String, String> environment = Map.of("GUICHET_HOME", "/srv/guichet", "XDG_DATA_HOME", "/xdg");
        assertThat(DataFolder.choose(Path.of("/option"), environment, "Linux", USER).path()).isEqualTo(Path.of("/option"));
        assertThat(DataFolder.choose(null, environment, "Linux", USER).path()).isEqualTo(Path.of("/srv/guichet"));
    }

    @Test
    void elseIsWhereThePlatformKeepsData() {
        assertThat(DataFolder.choose(null, Map.of(), "Linux", USER).path())
                .isEqualTo(Path.of("/home/ana/.local/share/guichet"));
        assertThat(DataFolder.choose(null, Map.of("XDG_DATA_HOME", "/xdg"), "Linux", USER).path())
                .isEqualTo(Path.of("/xdg/guichet"));
        assertThat(DataFolder.choose(null, Map.of("XDG_DATA_HOME", "relative"), "Linux", USER).path())
                .isEqualTo(Path.of("/home/ana/.local/share/guichet"));
        assertThat(DataFolder.choose(null, Map.of(), "Mac OS X", USER).path())
                .isEqualTo(Path.of("/home/ana/Library/Application Support/Guichet"));
        assertThat(DataFolder.choose(null, Map.of("LOCALAPPDATA", "/local"), "Windows 11", USER).path())
                .isEqualTo(Path.of("/local/Guichet"));
        assertThat(DataFolder.choose(null, Map.of(), "Windows 11", USER).path())
                .isEqualTo(Path.of("/home/ana/AppData/Local/Guichet"));
    }

    @Test
    void namesTheArchiveOfEachPlatform() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Windows 11", "amd64")).isEqualTo("postgres-windows-x86_64.txz");
    }
}
