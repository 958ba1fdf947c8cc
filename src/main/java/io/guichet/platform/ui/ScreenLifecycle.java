package io.guichet.platform.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Ties subscriptions to the time a view is shown: they start when it enters a window, end when it leaves, and start
/// again with the current value when it returns. A view that was thrown away holds nothing back.
public final class ScreenLifecycle {

    private final List<Supplier<Subscription>> starts = new ArrayList<>();
    private Subscription running = Subscription.EMPTY;
    private boolean shown;

    private ScreenLifecycle() {
    }

    /// The lifecycle of a view.
    public static ScreenLifecycle of(Node view) {
        return of(view.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false));
    }

    /// A lifecycle that follows `showing`.
    public static ScreenLifecycle of(ObservableValue<Boolean> showing) {
        ScreenLifecycle lifecycle = new ScreenLifecycle();
        showing.subscribe(lifecycle::shown);
        return lifecycle;
    }

    /// Starts something whenever the view is shown; what it returns ends it.
    public void whileShown(Supplier<Subscription> start) {
        starts.add(start);
        if (shown) {
            running = running.and(start.get());
        }
    }

    /// Gives `listener` the value whenever the view is shown, and each change while it is.
    public <T extends @Nullable Object> void follow(ObservableValue<T> value, Consumer<? super T> listener) {
        whileShown(() -> value.subscribe(listener));
    }

    /// Runs `listener` whenever the view is shown, and after each change of any of `observables` while it is: lists,
    /// maps and values alike.
    public void follow(Runnable listener, Observable... observables) {
        whileShown(() -> {
            InvalidationListener invalidated = changed -> listener.run();
            for (Observable observable : observables) {
                observable.addListener(invalidated);
            }
            listener.run();
            return () -> {
                for (Observable observable : observables) {
                    observable.removeListener(invalidated);
                }
            };
        });
    }

    private void shown(boolean now) {
        if (now == shown) {
            return;
        }
        shown = now;
        if (now) {
            running = Subscription.combine(starts.stream().map(Supplier::get).toArray(Subscription[]::new));
        } else {
            running.unsubscribe();
            running = Subscription.EMPTY;
        }
    }
}
