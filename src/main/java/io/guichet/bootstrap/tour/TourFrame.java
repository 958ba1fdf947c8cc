package io.guichet.bootstrap.tour;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/// Holds what a window shows at any size: the headless platform's screen is 1000 x 1000 and cannot be made larger, but a
/// picture of a node can.
final class TourFrame extends Pane {

    private final Parent content;
    private double width;
    private double height;

    private TourFrame(Parent content, double width, double height) {
        this.content = content;
        this.width = width;
        this.height = height;
        getChildren().add(content);
    }

    /// Puts the content of `scene` in a frame.
    static TourFrame around(Scene scene, double width, double height) {
        Parent content = scene.getRoot();
        scene.setRoot(new Pane());
        TourFrame frame = new TourFrame(content, width, height);
        scene.setRoot(frame);
        return frame;
    }

    void size(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        requestLayout();
    }

    WritableImage picture() {
        applyCss();
        layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, 0, width, height));
        return content.snapshot(parameters, null);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, width, height);
    }
}
