package io.guichet.bootstrap.desktop;

import io.guichet.bootstrap.Composition.Shared;
import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.embedded.DataFolder;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.PgChangeFeed;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.FxBackground;
import io.guichet.platform.ui.FxTicker;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/// Opens the desktop.
public final class DesktopLauncher {

    private final Map<String, String> environment;

    public DesktopLauncher() {
        this(System.getenv());
    }

    DesktopLauncher(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// Whether there is a display to open a window on, as far as the environment tells.
    public boolean hasDisplay() {
        boolean needsServer = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && !"Headless".equals(System.getProperty("glass.platform"));
        return !needsServer || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    /// Opens the first window; returns when the last one was closed.
    ///
    /// @param home   data folder of the embedded database and of settings
    /// @param server address of a central server, or empty
    /// @return the exit status
    /// @throws UnsupportedOperationException when the display that the environment names does not answer
    public int open(DataFolder home, String server) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Platform.startup(() -> begin(home, server, ended));
        try {
            ended.get();
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the desktop did not start", failed.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static void begin(DataFolder home, String server, CompletableFuture<Void> ended) {
        try {
            Platform.setImplicitExit(false);
            Countries countries = Countries.load();
            Texts texts = Texts.of(TextFolders.of(countries));
            texts.use(Locale.getDefault());
            Shared shared = new Shared(countries, texts, new Appearance(), new FxBackground(), new FxTicker(),
                    Clock.systemDefaultZone());
            new DesktopSession(shared, new SettingsFile(home.path().resolve("settings.json")),
                    typed -> premises(typed, home, countries),
                    (database, premises) -> PgChangeFeed.open(database::address, database.credentials(),
                            premises::revive),
                    server,
                    () -> ended.complete(null)).begin();
        } catch (RuntimeException broken) {
            ended.completeExceptionally(broken);
        }
    }

    private static Premises premises(String server, DataFolder home, Countries countries) {
        Installation installation = server.isEmpty() ? Installation.embedded(home, countries)
                : Installation.central(DatabaseAddress.parse(server), countries);
        return new InstalledPremises(installation, countries);
    }
}
