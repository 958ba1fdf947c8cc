package io.guichet.platform.ui;

import io.guichet.platform.live.Change;
import io.guichet.platform.live.ChangeFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Tells a part of a screen when it must ask the database again: something it shows changed, in this window or another, or
/// the connection is back after changes may have been missed.
public final class ChangeWatch implements AutoCloseable {

    private final List<ChangeFeed.Subscription> subscriptions = new ArrayList<>();
    private final Runnable ask;
    private boolean disconnected;
    private boolean closed;

    /// Watches until closed.
    ///
    /// @param about tells which changes matter; called on the feed's own thread
    /// @param ask   asks again; called on the JavaFX thread
    public ChangeWatch(ChangeFeed feed, Background background, Predicate<Change> about, Runnable ask) {
        this.ask = ask;
        subscriptions.add(feed.onChange(change -> {
            if (about.test(change)) {
                background.onScreen(this::askWhileOpen);
            }
        }));
        subscriptions.add(feed.onState(state -> background.onScreen(() -> now(state))));
    }

    private void now(ChangeFeed.State state) {
        boolean was = disconnected;
        disconnected = state == ChangeFeed.State.RECONNECTING;
        if (was && state == ChangeFeed.State.CONNECTED) {
            askWhileOpen();
        }
    }

    private void askWhileOpen() {
        if (!closed) {
            ask.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        subscriptions.forEach(ChangeFeed.Subscription::cancel);
        subscriptions.clear();
    }
}
