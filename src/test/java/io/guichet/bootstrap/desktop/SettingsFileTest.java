package io.guichet.bootstrap.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.platform.ui.Theme;
import io.guichet.shell.Settings;
import io.guichet.shell.SettingsStore.LastSignIn;
import io.guichet.shell.SettingsStore.NotKept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void twoWindowsKeepEachOthersSettings() {
        SettingsFile first = file();
        SettingsFile second = file();
        assertThat(first.of("care")).isEqualTo(Settings.DEFAULT);
        assertThat(second.of("care.fr")).isEqualTo(Settings.DEFAULT);
        first.keep("care", CARE);
        first.keep(new LastSignIn("care", ""));
        second.keep("care.fr", Settings.DEFAULT);
        assertThat(file().of("care")).isEqualTo(CARE);
        assertThat(file().lastSignIn()).contains(new LastSignIn("care", ""));
        second.keep(new LastSignIn("care.fr", ""));
        assertThat(first.of("care")).isEqualTo(CARE);
        assertThat(first.lastSignIn()).contains(new LastSignIn("care.fr", ""));
    }

    @Test
    void twoWritersWaitForEachOther() throws Exception {
        int each = 50;
        Thread.Builder threads = Thread.ofPlatform();
        List<Thread> writers = Stream.of("ana", "bo").map(person -> threads.start(() -> {
            for (int i = 0; i < each; i++) {
                file().keep(person + i, CARE);
            }
        })).toList();
        for (Thread writer : writers) {
            writer.join();
        }
        for (int i = 0; i < each; i++) {
            assertThat(file().of("ana" + i)).isEqualTo(CARE);
            assertThat(file().of("bo" + i)).isEqualTo(CARE);
        }
    }

    @Test
    void whatCannotBeReadIsNotWrittenOver() throws Exception {
        Files.createDirectory(path());
        assertThat(file().of("care")).isEqualTo(Settings.DEFAULT);
        assertThatThrownBy(() -> file().keep("care", CARE)).isInstanceOf(NotKept.class);
        assertThat(path()).isDirectory();
    }

    @Test
    void readingCreatesNothing() {
        assertThat(new SettingsFile(home.resolve("none").resolve("settings.json")).lastSignIn()).isEmpty();
        assertThat(home.resolve("none")).doesNotExist();
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
