package io.guichet.house.broken.first.ui;

import javafx.application.Platform;
import javafx.stage.Stage;

/// Breaks: does the platform's work by itself.
public final class WaitingController {
    void ask(Stage stage) {
        Platform.runLater(() -> { });
        stage.showAndWait();
    }
}
