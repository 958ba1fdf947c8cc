package io.guichet.directory.ui;

import io.guichet.kernel.FileRef;
import io.guichet.platform.live.Change;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Tells an open file when it must ask the database again: another window changed it, the connection is back after
/// changes may have been missed, or the opening must be kept alive. This window's own changes are not told.
final class FileWatch implements AutoCloseable {

    /// Openings run out after fifteen minutes without a sign of life.
    static final Duration KEEP_ALIVE = Duration.ofMinutes(5);

    private final Workplace workplace;
    private final FileRef file;
    private final Consumer<Change> changed;
    private final Runnable askAgain;
    private final Runnable keepAlive;
    private final List<Runnable> ends = new ArrayList<>();
    private boolean disconnected;
    private boolean closed;

    /// @param changed   told of each change of the file
    /// @param askAgain  when the connection is back
    /// @param keepAlive while the file is open, often enough for its opening not to run out
    FileWatch(Workplace workplace, FileRef file, Consumer<Change> changed, Runnable askAgain,
              Runnable keepAlive) {
        this.workplace = workplace;
        this.file = file;
        this.changed = changed;
        this.askAgain = askAgain;
        this.keepAlive = keepAlive;
    }

    void start() {
        Background background = workplace.background();
        ChangeFeed.Subscription changes = workplace.feed().onChange(change -> {
            if (change.file().equals(file) && !change.origin().equals(workplace.origin())) {
                background.onScreen(() -> whileOpen(() -> changed.accept(change)));
            }
        });
        ChangeFeed.Subscription states = workplace.feed().onState(state ->
                background.onScreen(() -> whileOpen(() -> now(state))));
        Background.Running alive = workplace.ticker().every(KEEP_ALIVE, () -> whileOpen(keepAlive));
        ends.addAll(List.of(changes::cancel, states::cancel, alive::cancel));
    }

    private void now(ChangeFeed.State state) {
        boolean was = disconnected;
        disconnected = state == ChangeFeed.State.RECONNECTING;
        if (was && state == ChangeFeed.State.CONNECTED) {
            askAgain.run();
        }
    }

    private void whileOpen(Runnable action) {
        if (!closed) {
            action.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        ends.forEach(Runnable::run);
        ends.clear();
    }
}
