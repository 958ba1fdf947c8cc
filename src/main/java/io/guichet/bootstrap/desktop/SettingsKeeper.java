package io.guichet.bootstrap.desktop;

import io.guichet.bootstrap.Composition;
import io.guichet.bootstrap.Composition.Shared;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Screen;
import io.guichet.shell.Settings;
import io.guichet.shell.SettingsStore;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers what a person chooses while they choose it: a process that dies loses nothing of it.
final class SettingsKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeper.class);

    private final SettingsStore store;
    private final Shared shared;
    private final Composition composition;
    private final String user;
    private final LatestWork writing;
    private final Subscription following;
    private boolean told;

    SettingsKeeper(SettingsStore store, Shared shared, Composition composition, String user) {
        this.store = store;
        this.shared = shared;
        this.composition = composition;
        this.user = user;
        this.writing = new LatestWork(shared.background());
        this.following = Subscription.combine(
                shared.texts().localeProperty().subscribe((before, now) -> keep()),
                shared.appearance().themeProperty().subscribe((before, now) -> keep()),
                shared.appearance().largeTextProperty().subscribe((before, now) -> keep()),
                shared.appearance().compactRowsProperty().subscribe((before, now) -> keep()),
                composition.shell().navCollapsedProperty().subscribe((before, now) -> keep()),
                composition.tabs().selectedProperty().subscribe((before, now) -> keep()),
                composition.recent().files().subscribe(this::keep));
    }

    /// Stops; what is remembered last.
    Settings end() {
        following.unsubscribe();
        return now();
    }

    private void keep() {
        Settings now = now();
        writing.run(() -> {
            store.keep(user, now);
            return now;
        }, kept -> told = false, failure -> {
            LOG.warn("settings are not remembered", failure);
            tellOnce();
        });
    }

    /// A disk that is full is full at every change; once is enough until it was written again.
    private void tellOnce() {
        if (!told) {
            told = true;
            composition.notices().tell(new Notices.Notice(Notices.Level.WARNING,
                    UserMessage.of("bootstrap.desktop.error.settings")));
        }
    }

    private Settings now() {
        Screen selected = composition.tabs().selectedProperty().get();
        return new Settings(shared.texts().locale().toLanguageTag(), shared.appearance().themeProperty().get(),
                shared.appearance().largeTextProperty().get(), shared.appearance().compactRowsProperty().get(),
                composition.shell().navCollapsedProperty().get(), composition.window().place(),
                composition.shell().openIds(), selected == null ? "" : selected.id(), composition.recent().ids());
    }
}
