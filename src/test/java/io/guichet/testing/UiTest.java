package io.guichet.testing;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Base of the tests that need a window. They run on JavaFX's own headless platform, whose screen is 1000 x 1000: stay
/// within it where the mouse is used.
public abstract class UiTest {

    private static boolean toolkitRuns;
    private static @Nullable Appearance appearance;

    protected final FxRobot robot = new FxRobot();

    @BeforeAll
    static void startToolkit() throws Exception {
        synchronized (UiTest.class) {
            if (!toolkitRuns) {
                CompletableFuture<Void> started = new CompletableFuture<>();
                Platform.startup(() -> started.complete(null));
                started.get(30, TimeUnit.SECONDS);
                Platform.setImplicitExit(false);
                appearance = fx(Appearance::new);
                toolkitRuns = true;
            }
        }
    }

    @AfterEach
    void closeWindows() {
        fx(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                // The tests of this process share one appearance: it would hold every scene, with all its pictures, to the end.
                if (window.getScene() != null) {
                    appearance().release(window.getScene());
                }
                window.hide();
                // Buffers of a window are as large as its scene, and outlive it as long as it has one.
                if (window instanceof Stage stage) {
                    stage.setScene(null);
                }
            }
            return null;
        });
    }

    /// The appearance that all tests of this process share.
    protected static Appearance appearance() {
        if (appearance == null) {
            throw new IllegalStateException("the toolkit has not started");
        }
        return appearance;
    }

    /// Texts of these folders below `i18n/`, in English.
    protected static Texts texts(String... folders) {
        return Texts.of(List.of(folders));
    }

    /// Shows what `view` makes in a window of 980 x 760 and returns it.
    protected <P extends Parent> P show(Callable<P> view) {
        return show(view, 980, 760);
    }

    /// Shows what `view` makes in a window and returns it.
    protected <P extends Parent> P show(Callable<P> view, double width, double height) {
        P shown = fx(() -> {
            P root = view.call();
            Scene scene = new Scene(root, width, height);
            appearance().dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            return root;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return shown;
    }

    /// The node with that `fx:id`.
    protected <N extends Node> N find(String id, Class<N> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    /// Runs `action` on the JavaFX thread, waits for it and returns its result.
    protected static <T> T fx(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        try {
            return result.get(30, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed.getMessage(), failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /// Runs `action` on the JavaFX thread and waits until its consequences are through.
    protected static void onScreen(Runnable action) {
        fx(() -> {
            action.run();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until `condition`, asked on the JavaFX thread, holds; fails after thirty seconds: a busy machine is slow, and
    /// what never comes need not be known sooner.
    protected static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after thirty seconds: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /// Writes what the newest window shows to `target/screens/<name>.png`, for people to look at.
    protected static Path screenshot(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage picture = fx(() -> Snapshots.of(Window.getWindows().getLast().getScene()));
        Path file = Path.of("target", "screens", name + ".png");
        Snapshots.write(picture, file);
        return file;
    }
}
