package io.guichet.testing;

import io.guichet.platform.ui.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Background work that is done when the test says so: to see what a view model shows meanwhile.
public final class HeldBackground implements Background {

    private final List<Held> held = new ArrayList<>();

    @Override
    public <T> Running run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Held entry = new Held(() -> new ImmediateBackground().run(work, done, failed));
        held.add(entry);
        return () -> {
            entry.cancelled = true;
            held.remove(entry);
        };
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }

    /// How many pieces of work wait.
    public int size() {
        return held.size();
    }

    /// Does the oldest waiting work.
    public void doNext() {
        held.removeFirst().work.run();
    }

    /// Takes the oldest waiting work out of its turn: it is slow, what came after it is done first.
    public Runnable takeNext() {
        return held.removeFirst().work;
    }

    /// Does all waiting work, also what comes meanwhile.
    public void doAll() {
        while (!held.isEmpty()) {
            doNext();
        }
    }

    private static final class Held {
        private final Runnable work;
        private boolean cancelled;

        private Held(Runnable work) {
            this.work = () -> {
                if (!cancelled) {
                    work.run();
                }
            };
        }
    }
}
