package io.guichet.platform.live;

import java.util.function.Consumer;

/// What other windows changed, as it happens. Listeners are called on the feed's own thread.
public interface ChangeFeed extends AutoCloseable {

    /// State of the connection to the server.
    enum State { CONNECTED, RECONNECTING, CLOSED }

    /// Calls `listener` for each change until the subscription is cancelled.
    Subscription onChange(Consumer<Change> listener);

    /// Calls `listener` now and with each new state. After `RECONNECTING` → `CONNECTED` everything open must ask again:
    /// changes made meanwhile were not told.
    Subscription onState(Consumer<State> listener);

    @Override
    void close();

    /// Ends a registration.
    @FunctionalInterface
    interface Subscription {
        void cancel();
    }
}
