package io.guichet.bootstrap.desktop;

import io.guichet.bootstrap.Composition.Shared;
import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.TextFolders;
import io.guichet.bootstrap.command.CommandRefused;
import io.guichet.bootstrap.command.Desktop;
import io.guichet.bootstrap.command.ServerOptions;
import io.guichet.country.Countries;
import io.guichet.kernel.UserMessage;
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
public final class DesktopLauncher implements Desktop {

    private final Map<String, String> environment;

    public DesktopLauncher() {
        this(System.getenv());
    }

    DesktopLauncher(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// @throws CommandRefused when there is no display
    @Override
    public int open(ServerOptions options) {
        if (!hasDisplay()) {
            throw new CommandRefused(UserMessage.of("bootstrap.desktop.error.noDisplay"));
        }
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try {
            Platform.startup(() -> begin(options, ended));
        } catch (UnsupportedOperationException refused) {
            // Glass says so when the display that the environment names does not answer.
            throw new CommandRefused(UserMessage.of("bootstrap.desktop.error.noDisplay"));
        }
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

    private static void begin(ServerOptions options, CompletableFuture<Void> ended) {
        try {
            Platform.setImplicitExit(false);
            Countries countries = Countries.load();
            Texts texts = Texts.of(TextFolders.of(countries));
            texts.use(Locale.getDefault());
            Shared shared = new Shared(countries, texts, new Appearance(), new FxBackground(), new FxTicker(),
                    Clock.systemDefaultZone());
            DataFolder home = options.home();
            new DesktopSession(shared, new SettingsFile(home.path().resolve("settings.json")),
                    server -> premises(server, home, countries),
                    (database, premises) -> PgChangeFeed.open(database::address, database.credentials(),
                            premises::revive),
                    options.url().orElse(""),
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

    private boolean hasDisplay() {
        boolean needsServer = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && !"Headless".equals(System.getProperty("glass.platform"));
        return !needsServer || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }
}
