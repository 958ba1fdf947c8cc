package io.guichet.bootstrap.tour;

import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FxBackground;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Background work that knows whether any is under way: a picture is taken when all is there.
final class CountingBackground implements Background {

    private final Background work = new FxBackground();
    private final AtomicInteger underWay = new AtomicInteger();

    boolean isIdle() {
        return underWay.get() == 0;
    }

    @Override
    public <T> Running run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        underWay.incrementAndGet();
        AtomicBoolean ended = new AtomicBoolean();
        Running running = work.run(task, result -> {
            try {
                done.accept(result);
            } finally {
                end(ended);
            }
        }, failure -> {
            try {
                failed.accept(failure);
            } finally {
                end(ended);
            }
        });
        return () -> {
            running.cancel();
            end(ended);
        };
    }

    @Override
    public void onScreen(Runnable action) {
        work.onScreen(action);
    }

    private void end(AtomicBoolean ended) {
        if (ended.compareAndSet(false, true)) {
            underWay.decrementAndGet();
        }
    }
}
