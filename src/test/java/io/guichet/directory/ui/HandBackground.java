package io.guichet.directory.ui;

import io.guichet.platform.ui.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work at once, or holds it until the test lets it run: what happens between a question and its answer.
final class HandBackground implements Background {

    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    /// From now on work waits for `release`.
    void hold() {
        holding = true;
    }

    /// Runs what waits, and what that starts.
    void release() {
        holding = false;
        while (!held.isEmpty()) {
            held.poll().run();
        }
    }

    int waiting() {
        return held.size();
    }

    @Override
    public <T> Running run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        boolean[] cancelled = {false};
        Runnable task = () -> {
            if (cancelled[0]) {
                return;
            }
            T result;
            try {
                result = work.call();
            } catch (Exception failure) {
                failed.accept(failure);
                return;
            }
            done.accept(result);
        };
        if (holding) {
            held.add(task);
        } else {
            task.run();
        }
        return () -> cancelled[0] = true;
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }
}
