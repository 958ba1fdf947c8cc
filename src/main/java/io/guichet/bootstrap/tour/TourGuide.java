package io.guichet.bootstrap.tour;

import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.Composition;
import io.guichet.bootstrap.Composition.Shared;
import io.guichet.platform.ui.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/// What a stop of the tour works with.
public final class TourGuide {

    /// The size of a small screen.
    public static final double WIDTH = 1280;
    /// The size of a small screen.
    public static final double HEIGHT = 800;

    /// A busy machine is slow, and what never comes need not be known sooner.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Shared shared;
    private final CountingBackground background;
    private final Components components;
    private final StagedOverviews overviews;
    private final Composition composition;
    private final StagedFiles files;
    private final TourFrame frame;
    private final TourHand hand;
    private final Path folder;
    private final List<Path> pictures = new ArrayList<>();

    TourGuide(Shared shared, CountingBackground background, Components components, StagedOverviews overviews,
              Composition composition, StagedFiles files, Path folder) {
        this.shared = shared;
        this.background = background;
        this.components = components;
        this.overviews = overviews;
        this.composition = composition;
        this.files = files;
        Scene scene = composition.window().stage().getScene();
        this.frame = TourFrame.around(scene, WIDTH, HEIGHT);
        this.hand = new TourHand(this::awaitAtRest, scene::getRoot);
        this.folder = folder;
    }

    /// Texts, theme and all that the whole application shares.
    public Shared shared() {
        return shared;
    }

    /// The components behind the screens.
    public Components components() {
        return components;
    }

    /// What answers for members, and fails when a picture needs it.
    StagedOverviews overviews() {
        return overviews;
    }

    /// What answers when a file is asked for.
    StagedFiles files() {
        return files;
    }

    /// The main window.
    public Composition composition() {
        return composition;
    }

    /// Runs `action` on the JavaFX thread and returns its result.
    ///
    /// @throws IllegalStateException when it fails
    public <T> T get(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        background.onScreen(() -> {
            try {
                result.complete(action.call());
            } catch (Exception failed) {
                result.completeExceptionally(failed);
            }
        });
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the tour was stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the tour cannot go on: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException stuck) {
            throw new IllegalStateException("the window does not answer", stuck);
        }
    }

    /// Runs `action` on the JavaFX thread and waits until all that it began is done.
    public void act(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
        rest();
    }

    private void rest() {
        await("background work ends", background::isIdle);
    }

    private void awaitAtRest(String what, BooleanSupplier condition) {
        await(what, () -> background.isIdle() && condition.getAsBoolean());
    }

    /// Waits until `condition`, asked on the JavaFX thread, holds.
    ///
    /// @throws IllegalStateException when it does not for a minute
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the tour waits in vain: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /// Looks for a node in the main window: `#save`, `.tab-button`. On the JavaFX thread.
    public Optional<Node> find(String selector) {
        return hand.find(selector);
    }

    /// Waits until a node is in the main window: of what the server tells, nobody knows when it is shown.
    ///
    /// @throws IllegalStateException when it is not for a minute
    public void awaitThere(String selector) {
        awaitAtRest(selector + " is there", () -> find(selector).isPresent());
    }

    /// Presses a button of the main window, once it is there and enabled, and waits until all that it began is done.
    ///
    /// @throws IllegalStateException when there is no such button for a minute
    public void press(String selector) {
        hand.press(selector);
        rest();
    }

    /// Types into a field of the main window, in place of what it holds, and waits until all that it began is done.
    ///
    /// @throws IllegalStateException when there is no such field for a minute
    public void type(String selector, String text) {
        hand.type(selector, text);
        rest();
    }

    /// Takes the picture `<locale>/<name>.png` of the main window.
    public void picture(String name) {
        settle(composition.window().stage());
        write(name, get(frame::picture));
    }

    /// Takes the picture `<locale>/<name>.png` of another window.
    public void picture(String name, Window window) {
        settle(window);
        write(name, get(() -> Snapshots.of(window.getScene())));
    }

    /// The same while background work goes on.
    public void pictureMeanwhile(String name, Window window) {
        write(name, get(() -> Snapshots.of(window.getScene())));
    }

    /// Makes the main window as large as a screen.
    public void resize(double width, double height) {
        act(() -> frame.size(width, height));
    }

    private void settle(Window window) {
        rest();
        await("popups are there", () -> window.getScene().getRoot().lookupAll(".overlay-layer").stream()
                .allMatch(layer -> layer.getOpacity() >= 1));
        // What a layout pass finds out may ask for another one: two pulses and all has its place.
        pulse();
        pulse();
    }

    private void pulse() {
        AtomicBoolean passed = new AtomicBoolean();
        get(() -> {
            AnimationTimer timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    passed.set(true);
                }
            };
            timer.start();
            return true;
        });
        await("a pulse passes", passed::get);
    }

    private void write(String name, WritableImage picture) {
        Path file = folder.resolve(shared.texts().locale().getLanguage()).resolve(name + ".png");
        try {
            Snapshots.write(picture, file);
        } catch (IOException refused) {
            throw new UncheckedIOException("the picture " + file + " cannot be written", refused);
        }
        pictures.add(file);
    }

    /// The pictures taken so far.
    List<Path> pictures() {
        return List.copyOf(pictures);
    }
}
