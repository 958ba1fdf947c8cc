package io.guichet.reimbursement.ui.run;

import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Problem;
import io.guichet.reimbursement.Runs;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One thing at a time that takes long: how far it is, how to stop it, and what went wrong with it.
final class RunWork {

    /// What is being done.
    enum Doing { NOTHING, SELECTING, READING, REHEARSING, CARRYING_OUT, TAKING_BACK, WRITING }

    /// Below that nobody sees a difference.
    private static final double STEP = 0.005;

    private final Background background;
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(Doing.NOTHING);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Followed followed;

    RunWork(Background background) {
        this.background = background;
    }

    ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /// The share that is done, 0 to 1.
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// Whether it was asked to stop, and has not yet.
    ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    boolean idle() {
        return doing.get() == Doing.NOTHING;
    }

    void fail(@Nullable Problem told) {
        problem.set(told);
    }

    /// Begins; does nothing while something else is being done.
    ///
    /// @param work   is given what follows it
    /// @param failed what follows when it fails, after the problem is told; nothing when it was stopped
    <T> void run(Doing what, Function<Runs.Progress, T> work, LongConsumer began, Consumer<? super T> done, Consumer<Exception> failed) {
        if (!idle()) {
            return;
        }
        problem.set(null);
        share.set(0);
        stopping.set(false);
        doing.set(what);
        Followed now = new Followed(began);
        followed = now;
        Callable<T> task = () -> work.apply(now);
        background.run(task, result -> {
            end();
            done.accept(result);
        }, cause -> {
            end();
            if (!(cause instanceof CancellationException)) {
                problem.set(Problem.of(cause));
                failed.accept(cause);
            }
        });
    }

    <T> void run(Doing what, Callable<T> work, Consumer<? super T> done) {
        run(what, progress -> {
            try {
                return work.call();
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }, run -> { }, done, failure -> { });
    }

    /// Asks what is being done to stop as soon as it can.
    void stop() {
        if (followed != null) {
            followed.stopped = true;
            stopping.set(true);
        }
    }

    private void end() {
        followed = null;
        stopping.set(false);
        doing.set(Doing.NOTHING);
    }

    private final class Followed implements Runs.Progress {

        private final LongConsumer began;
        private volatile boolean stopped;
        private double told;

        private Followed(LongConsumer began) {
            this.began = began;
        }

        @Override
        public void done(double now) {
            if (now - told >= STEP || now >= 1) {
                told = now;
                background.onScreen(() -> share.set(Math.min(1, now)));
            }
        }

        @Override
        public void began(long run) {
            background.onScreen(() -> began.accept(run));
        }

        @Override
        public boolean stopped() {
            return stopped;
        }
    }
}
