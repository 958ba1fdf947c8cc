package io.guichet.platform.ui;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A part of a screen that is read by itself: what was read last, why reading failed last, and whether an answer is
/// awaited. What is there stays until something newer comes. To be used on the JavaFX thread.
///
/// @param <T> what is read
public final class Section<T> {

    private final LatestWork work;
    private final Supplier<Callable<T>> question;
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();

    /// @param question asked on the JavaFX thread for each reading; what it returns is run in the background
    public Section(Background background, Supplier<Callable<T>> question) {
        work = new LatestWork(background);
        this.question = question;
    }

    /// Reads, at first or again.
    public void load() {
        work.run(question.get(), found -> {
            problem.set(null);
            value.set(found);
            stale.set(false);
        }, cause -> {
            if (stale.get()) {
                value.set(null);
                stale.set(false);
            }
            problem.set(Problem.ofReading(cause));
        });
    }

    /// Reads something else: another day, another filter. What is there answers another question, so it stays only until
    /// this one is answered or cannot be.
    public void loadOther() {
        stale.set(value.get() != null);
        load();
    }

    /// What was read last, or null while nothing was.
    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public @Nullable T value() {
        return value.get();
    }

    /// Why reading failed last, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether what is there answers an older question than the one that is asked now.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// Whether an answer is awaited.
    public ReadOnlyBooleanProperty busyProperty() {
        return work.busyProperty();
    }

    /// Forgets what was read: it is about something else now.
    public void clear() {
        work.cancel();
        problem.set(null);
        value.set(null);
        stale.set(false);
    }

    /// Forgets what was asked.
    public void cancel() {
        work.cancel();
    }
}
