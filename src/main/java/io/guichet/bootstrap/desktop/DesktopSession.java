package io.guichet.bootstrap.desktop;

import io.guichet.access.Rights;
import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.Composition;
import io.guichet.bootstrap.Composition.Shared;
import io.guichet.platform.database.Database;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Problem;
import io.guichet.shell.Settings;
import io.guichet.shell.SettingsStore;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desktop from its first window to its last. Everything here runs on the JavaFX thread; what waits is handed to the
/// background.
public final class DesktopSession {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopSession.class);

    private final Shared shared;
    private final SettingsStore settings;
    private final Premises.Source source;
    private final Feeds feeds;
    private final Runnable ended;
    private final StartViewModel start;
    private final SignInViewModel entrance;
    private @Nullable StartWindow startWindow;
    private @Nullable SignedIn signedIn;

    /// Opens the feed of somebody who signed in; waits for the server.
    @FunctionalInterface
    public interface Feeds {
        ChangeFeed open(Database database, Premises premises);
    }

    /// One person at work.
    private record SignedIn(Composition composition, Database database, ChangeFeed feed, SettingsKeeper keeper) {
    }

    /// @param source where premises are found
    /// @param server address named on the command line, empty for none
    /// @param ended  what follows the last window
    public DesktopSession(Shared shared, SettingsStore settings, Premises.Source source, Feeds feeds, String server,
                          Runnable ended) {
        this.shared = shared;
        this.settings = settings;
        this.source = source;
        this.feeds = feeds;
        this.ended = ended;
        this.start = new StartViewModel(source, shared.background());
        this.entrance = new SignInViewModel(start.premisesProperty()::get, shared.background(), this::entered);
        Optional<SettingsStore.LastSignIn> last = settings.lastSignIn();
        last.ifPresent(signIn -> {
            entrance.userProperty().set(signIn.user());
            like(settings.of(signIn.user()));
        });
        start.serverProperty().set(server.isEmpty() ? last.map(SettingsStore.LastSignIn::server).orElse("") : server);
    }

    /// Shows the start window and begins.
    public void begin() {
        showStart();
        start.begin();
    }

    private void showStart() {
        List<String> servers = Stream.of(start.serverProperty().get(),
                        settings.lastSignIn().map(SettingsStore.LastSignIn::server).orElse(""))
                .filter(address -> !address.isEmpty()).distinct().toList();
        Stage stage = stage();
        startWindow = new StartWindow(stage, shared, start, entrance, servers);
        stage.setOnCloseRequest(asked -> end());
        startWindow.show();
    }

    private record Ready(Database database, Components components, Rights rights, ChangeFeed feed, Settings settings) {
    }

    private void entered(Database database) {
        Premises premises = Objects.requireNonNull(start.premisesProperty().get());
        String server = start.serverProperty().get();
        shared.background().run(() -> {
            Components components = Components.over(database, shared.countries(), shared.clock());
            Rights rights = components.access().rights();
            keepSignIn(new SettingsStore.LastSignIn(rights.user(), server));
            return new Ready(database, components, rights, feeds.open(database, premises),
                    settings.of(rights.user()));
        }, ready -> showMain(ready, premises), failure -> {
            database.close();
            entrance.refused(Problem.of(failure));
        });
    }

    private void showMain(Ready ready, Premises premises) {
        entrance.welcomed();
        like(ready.settings());
        Supplier<String> place = premises.isEmbedded()
                ? () -> shared.texts().get("bootstrap.desktop.server.here") : premises::place;
        Composition composition = Composition.of(shared,
                new Composition.Person(ready.database(), ready.components(), ready.rights(), ready.feed(), place),
                ready.settings(), stage(), this::signOut);
        composition.window().show(composition.shell(), ready.settings().place(), this::end);
        composition.tabs().restore(ready.settings().tabs(), ready.settings().selectedTab());
        SettingsKeeper keeper = new SettingsKeeper(settings, shared, composition, ready.rights().user());
        signedIn = new SignedIn(composition, ready.database(), ready.feed(), keeper);
        if (startWindow != null) {
            startWindow.hide();
            startWindow = null;
        }
        shared.background().run(() -> {
            premises.warmUp(ready.database());
            return true;
        }, warm -> { }, failure -> LOG.warn("the first file will take longer", failure));
    }

    private void signOut() {
        leave(() -> { });
        showStart();
    }

    private void end() {
        if (startWindow != null) {
            startWindow.hide();
            startWindow = null;
        }
        Premises premises = start.premisesProperty().get();
        leave(() -> shared.background().run(() -> {
            if (premises != null) {
                premises.close();
            }
            return true;
        }, closed -> ended.run(), failure -> {
            LOG.warn("the database could not be left in order", failure);
            ended.run();
        }));
    }

    /// Takes the main window away, remembers it, and lets go of the database; then `next`.
    private void leave(Runnable next) {
        SignedIn now = signedIn;
        signedIn = null;
        if (now == null) {
            next.run();
            return;
        }
        Settings last = now.keeper().end();
        String user = now.composition().shell().rights().user();
        now.composition().window().hide();
        now.composition().shell().close();
        shared.background().run(() -> {
            try {
                settings.keep(user, last);
            } finally {
                now.feed().close();
                now.database().close();
            }
            return true;
        }, closed -> next.run(), failure -> {
            LOG.warn("the main window could not be closed in order", failure);
            next.run();
        });
    }

    private void keepSignIn(SettingsStore.LastSignIn signIn) {
        try {
            settings.keep(signIn);
        } catch (SettingsStore.NotKept full) {
            // Nobody is kept from work by a full disk; the window says so when it cannot keep its own settings.
            LOG.warn("the sign-in is not remembered", full);
        }
    }

    private void like(Settings liked) {
        if (!liked.language().isEmpty()) {
            shared.texts().use(Locale.forLanguageTag(liked.language()));
        }
        shared.appearance().themeProperty().set(liked.theme());
        shared.appearance().largeTextProperty().set(liked.largeText());
        shared.appearance().compactRowsProperty().set(liked.compactRows());
    }

    private static Stage stage() {
        Stage stage = new Stage();
        stage.getIcons().add(WindowIcon.image());
        return stage;
    }
}
