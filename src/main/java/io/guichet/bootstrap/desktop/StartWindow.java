package io.guichet.bootstrap.desktop;

import io.guichet.bootstrap.Composition.Shared;
import io.guichet.platform.ui.FxmlViews;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The window that is there at once: progress, first questions, sign-in.
public final class StartWindow {

    private static final double WIDTH = 880;
    private static final double HEIGHT = 640;

    private final Stage stage;
    private final Shared shared;
    private final FxmlViews views;
    private final StartViewModel start;
    private final SignInViewModel entrance;
    private final List<String> servers;
    private final Scene scene;
    private final Subscription language;

    /// @param servers addresses that were used before
    public StartWindow(Stage stage, Shared shared, StartViewModel start, SignInViewModel entrance,
                       List<String> servers) {
        this.stage = stage;
        this.shared = shared;
        this.views = new FxmlViews(shared.texts());
        this.start = start;
        this.entrance = entrance;
        this.servers = List.copyOf(servers);
        this.scene = new Scene(view(), WIDTH, HEIGHT);
        shared.appearance().dress(scene);
        language = shared.texts().localeProperty().subscribe((before, now) -> scene.setRoot(view()));
        stage.setTitle("Guichet");
        stage.setMinWidth(760);
        stage.setMinHeight(560);
        stage.setScene(scene);
    }

    /// Shows it.
    public void show() {
        stage.show();
    }

    /// Takes it away.
    public void hide() {
        language.unsubscribe();
        shared.appearance().release(scene);
        stage.hide();
    }

    private Parent view() {
        return views.view("bootstrap/start").with(StartController.class, () -> new StartController(start, entrance,
                shared.countries(), shared.texts(), shared.appearance(), servers)).load();
    }
}
