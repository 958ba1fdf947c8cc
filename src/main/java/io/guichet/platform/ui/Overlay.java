package io.guichet.platform.ui;

import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The layer over a window where palettes, questions and sheets stand. What has the focus below gets it back.
public final class Overlay extends StackPane {

    /// Where a popup stands.
    public enum Place {
        /// In the middle.
        CENTER,
        /// Near the upper edge, as a palette.
        TOP
    }

    /// Something shown over the window.
    public interface Popup {
        /// Takes it away; does nothing when it is gone already.
        void close();
    }

    /// Of all motion, the only one: how long a popup takes to appear.
    public static final Duration FADE = Duration.millis(120);

    public Overlay() {
        getStyleClass().add("overlay");
        setPickOnBounds(false);
        setVisible(false);
    }

    /// Shows `content`; Esc and a click beside it close it and run `left`.
    public Popup show(Region content, Place place, Runnable left) {
        Scene scene = getScene();
        @Nullable Node focusBefore = scene == null ? null : scene.getFocusOwner();
        StackPane layer = new StackPane(content);
        layer.getStyleClass().add("overlay-layer");
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(content, place == Place.TOP ? Pos.TOP_CENTER : Pos.CENTER);
        layer.getStyleClass().add(place == Place.TOP ? "overlay-top" : "overlay-center");
        getChildren().add(layer);
        setVisible(true);
        fadeIn(layer);

        Popup popup = () -> {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            boolean here = focused == null || isWithin(focused, layer);
            if (getChildren().remove(layer)) {
                setVisible(!getChildren().isEmpty());
                // What was done here may have put the focus where it goes on: into a file that was opened.
                if (here && focusBefore != null && focusBefore.getScene() == getScene()) {
                    focusBefore.requestFocus();
                }
            }
        };
        layer.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                pressed.consume();
                popup.close();
                left.run();
            }
        });
        layer.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed -> {
            if (pressed.getTarget() == layer) {
                pressed.consume();
                popup.close();
                left.run();
            }
        });
        return popup;
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    private static void fadeIn(Node node) {
        // At once, not with the first frame: until then the popup would be there, and gone again.
        node.setOpacity(0);
        FadeTransition fade = new FadeTransition(FADE, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }
}
