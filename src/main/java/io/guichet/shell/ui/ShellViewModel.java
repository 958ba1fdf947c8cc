package io.guichet.shell.ui;

import io.guichet.access.Rights;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What the frame of the main window shows: who, where, how the connection is, and where one can go.
public final class ShellViewModel implements AutoCloseable {

    private final Rights rights;
    private final Supplier<String> server;
    private final List<NavEntry> navigation;
    private final TabsViewModel tabs;
    private final PaletteViewModel palette;
    private final ReadOnlyObjectWrapper<ChangeFeed.State> connection =
            new ReadOnlyObjectWrapper<>(ChangeFeed.State.RECONNECTING);
    private final BooleanProperty navCollapsed = new SimpleBooleanProperty();
    private final ChangeFeed.Subscription feed;
    private boolean wasConnected;

    /// @param server what the status bar calls the database, in the language in use
    public ShellViewModel(Rights rights, Supplier<String> server, List<ScreenFactory> factories, TabsViewModel tabs,
                          PaletteViewModel palette, ChangeFeed feed, Background background) {
        this.rights = rights;
        this.server = server;
        this.tabs = tabs;
        this.palette = palette;
        this.navigation = factories.stream().flatMap(factory -> factory.navigation().stream())
                .sorted(Comparator.comparingInt(NavEntry::order)).toList();
        palette.places().offer(navigation);
        this.feed = feed.onState(state -> background.onScreen(() -> connection(state)));
    }

    public Rights rights() {
        return rights;
    }

    /// What the status bar calls the database, in the language in use.
    public String server() {
        return server.get();
    }

    /// Where this person can go.
    public List<NavEntry> navigation() {
        return navigation;
    }

    public TabsViewModel tabs() {
        return tabs;
    }

    public PaletteViewModel palette() {
        return palette;
    }

    public ReadOnlyObjectProperty<ChangeFeed.State> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /// Whether the connection ever stood: before that, it is being made, not lost.
    public boolean wasConnected() {
        return wasConnected;
    }

    /// Whether the navigation shows icons only.
    public BooleanProperty navCollapsedProperty() {
        return navCollapsed;
    }

    /// Ids of the open screens, to remember.
    public List<String> openIds() {
        return tabs.screens().stream().map(Screen::id).toList();
    }

    /// The window is gone.
    @Override
    public void close() {
        feed.cancel();
        palette.end();
        tabs.dispose();
    }

    private void connection(ChangeFeed.State state) {
        boolean back = state == ChangeFeed.State.CONNECTED && wasConnected
                && connection.get() == ChangeFeed.State.RECONNECTING;
        connection.set(state);
        if (state == ChangeFeed.State.CONNECTED) {
            wasConnected = true;
        }
        if (back) {
            tabs.refresh();
        }
    }
}
