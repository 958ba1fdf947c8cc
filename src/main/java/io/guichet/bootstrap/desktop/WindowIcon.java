package io.guichet.bootstrap.desktop;

import io.guichet.platform.ui.Appearance;
import java.util.Objects;
import javafx.scene.image.Image;

/// The icon of all windows.
final class WindowIcon {

    private WindowIcon() {
    }

    static Image image() {
        return new Image(Objects.requireNonNull(Appearance.class.getResource("guichet.png")).toExternalForm(), true);
    }
}
