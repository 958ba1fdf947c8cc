package io.guichet.platform.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work that waits (database, files) away from the JavaFX thread and brings its result back to it. View models get
/// it injected; tests give one that runs at once.
public interface Background {

    /// Runs `work` on a virtual thread, then exactly one of the two callbacks on the JavaFX thread, or neither when
    /// cancelled first.
    <T> Running run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /// Runs `action` on the JavaFX thread: now when already there, else soon.
    void onScreen(Runnable action);

    /// Work under way.
    interface Running {
        /// Interrupts the work; no callback follows.
        void cancel();
    }
}
