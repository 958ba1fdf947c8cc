package io.guichet.bootstrap.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.platform.ui.Theme;
import io.guichet.shell.Settings;
import io.guichet.shell.SettingsStore.LastSignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Settings CARE = new Settings("fr", Theme.DARK, true, false, true,
            new Settings.WindowPlace(10, 20, 1280, 800, false), List.of("home", "member:FR:1000042"), "home",
            List.of("member:FR:1000042"));

    @TempDir
    private Path home;

    @Test
    void settingsAreKeptForEachPerson() {
        SettingsFile file = file();
        file.keep("care", CARE);
        file.keep(new LastSignIn("care", "jdbc:postgresql://db.example/guichet"));
        assertThat(file().of("care")).isEqualTo(CARE);
        assertThat(file().of("lead")).isEqualTo(Settings.DEFAULT);
        assertThat(file().lastSignIn()).contains(new LastSignIn("care", "jdbc:postgresql://db.example/guichet"));
    }

    @Test
    void aDamagedFileKeepsNobodyFromWorkAndIsSetAside() throws Exception {
        Files.writeString(path(), "{ not json");
        assertThat(file().of("care")).isEqualTo(Settings.DEFAULT);
        assertThat(path().resolveSibling("settings.json.broken")).hasContent("{ not json");
    }

    @Test
    void aFileOfAnotherVersionIsReadAsFarAsItIsKnown() throws Exception {
        Files.writeString(path(), "{\"users\":{\"care\":{\"language\":\"nl\",\"wallpaper\":\"blue\"}}}");
        assertThat(file().of("care").language()).isEqualTo("nl");
        assertThat(file().of("care").tabs()).isEmpty();
    }

    private SettingsFile file() {
        return new SettingsFile(path());
    }

    private Path path() {
        return home.resolve("settings.json");
    }
}
