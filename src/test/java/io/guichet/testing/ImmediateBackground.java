package io.guichet.testing;

import io.guichet.platform.ui.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Background work that is done before `run` returns: for view models, without toolkit.
public final class ImmediateBackground implements Background {

    @Override
    public <T> Running run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception failure) {
            failed.accept(failure);
            return () -> { };
        }
        done.accept(result);
        return () -> { };
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }
}
