package io.guichet.platform.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Background work on virtual threads, results on the JavaFX thread.
public final class FxBackground implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(FxBackground.class);

    @Override
    public <T> Running run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("background").start(() -> {
            try {
                T result = work.call();
                deliver(cancelled, () -> done.accept(result));
            } catch (Exception failure) {
                deliver(cancelled, () -> failed.accept(failure));
            } catch (Error fatal) {
                // A broken installation (a missing class) must reach the screen too, not vanish with its thread.
                LOG.error("background work broke", fatal);
                deliver(cancelled, () -> failed.accept(new IllegalStateException(fatal)));
            }
        });
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    @Override
    public void onScreen(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    private static void deliver(AtomicBoolean cancelled, Runnable callback) {
        Platform.runLater(() -> {
            if (!cancelled.get()) {
                callback.run();
            }
        });
    }
}
