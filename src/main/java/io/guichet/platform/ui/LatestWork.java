package io.guichet.platform.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Answers questions that a person asks faster than the database answers (search as you type): only the newest answer
/// reaches the screen.
///
/// A request that is under way is not interrupted at once: an interrupted database call costs its connection, which is
/// dearer than the few milliseconds it still needs. Meanwhile only the newest request waits, those between are never
/// asked. One that takes longer than `PATIENCE` is cancelled as soon as a newer one comes. To be used on the JavaFX
/// thread.
public final class LatestWork {

    /// How long a request may hold back a newer one.
    public static final Duration PATIENCE = Duration.ofMillis(250);

    private final Background background;
    private final LongSupplier nanoClock;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Background.@Nullable Running running;
    private @Nullable Runnable waiting;
    private long startedAt;
    private long newest;

    public LatestWork(Background background) {
        this(background, System::nanoTime);
    }

    LatestWork(Background background, LongSupplier nanoClock) {
        this.background = background;
        this.nanoClock = nanoClock;
    }

    /// Asks; what was asked before is no longer answered.
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        long request = ++newest;
        busy.set(true);
        Runnable start = () -> start(request, work, done, failed);
        if (running == null) {
            start.run();
        } else if (nanoClock.getAsLong() - startedAt > PATIENCE.toNanos()) {
            running.cancel();
            running = null;
            waiting = null;
            start.run();
        } else {
            waiting = start;
        }
    }

    /// Forgets what was asked: no callback follows.
    public void cancel() {
        newest++;
        waiting = null;
        if (running != null) {
            running.cancel();
            running = null;
        }
        busy.set(false);
    }

    /// Whether an answer is awaited.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private <T> void start(long request, Callable<T> work, Consumer<? super T> done,
                           Consumer<? super Exception> failed) {
        startedAt = nanoClock.getAsLong();
        // Work that runs at once, in tests, ends before `run` returns: then there is nothing left to hold.
        boolean[] ended = {false};
        Background.Running started = background.run(work,
                result -> {
                    ended[0] = true;
                    ended(request, () -> done.accept(result));
                },
                failure -> {
                    ended[0] = true;
                    ended(request, () -> failed.accept(failure));
                });
        if (!ended[0]) {
            running = started;
        }
    }

    private void ended(long request, Runnable callback) {
        running = null;
        Runnable next = waiting;
        waiting = null;
        if (next != null) {
            next.run();
        } else if (request == newest) {
            busy.set(false);
            callback.run();
        }
    }
}
