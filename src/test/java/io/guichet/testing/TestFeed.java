package io.guichet.testing;

import io.guichet.kernel.FileRef;
import io.guichet.platform.live.Change;
import io.guichet.platform.live.ChangeFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A feed that tells what a test says.
public final class TestFeed implements ChangeFeed {

    private final List<Consumer<Change>> changes = new ArrayList<>();
    private final List<Consumer<State>> states = new ArrayList<>();

    /// Tells of a change.
    public void tell(FileRef file, long version, String origin) {
        List.copyOf(changes).forEach(listener -> listener.accept(new Change(file, version, origin)));
    }

    /// Tells of the connection.
    public void tell(State state) {
        List.copyOf(states).forEach(listener -> listener.accept(state));
    }

    /// How many listen.
    public int listeners() {
        return changes.size() + states.size();
    }

    @Override
    public Subscription onChange(Consumer<Change> listener) {
        changes.add(listener);
        return () -> changes.remove(listener);
    }

    @Override
    public Subscription onState(Consumer<State> listener) {
        states.add(listener);
        listener.accept(State.CONNECTED);
        return () -> states.remove(listener);
    }

    @Override
    public void close() {
        tell(State.CLOSED);
    }
}
