package io.guichet.shell.ui;

import io.guichet.shell.Settings;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts a window where it stood, unless that place is no longer on any screen.
final class WindowPlaces {

    private WindowPlaces() {
    }

    static void apply(Stage stage, Settings.@Nullable WindowPlace place) {
        if (place == null || place.width() < stage.getMinWidth() || place.height() < stage.getMinHeight()) {
            return;
        }
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        if (!Screen.getScreensForRectangle(place.x(), place.y(), place.width(), 40).isEmpty()) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
    }

    static Settings.WindowPlace of(Stage stage) {
        return new Settings.WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                stage.isMaximized());
    }
}
