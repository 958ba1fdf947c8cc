package io.guichet.platform.ui;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Grey bars where rows will be.
public final class SkeletonRows extends VBox {

    private static final double[] WIDTHS = {0.62, 0.48, 0.7, 0.55, 0.4};

    private final IntegerProperty rows = new SimpleIntegerProperty(6);

    public SkeletonRows() {
        getStyleClass().add("skeleton");
        setMouseTransparent(true);
        setFocusTraversable(false);
        rows.subscribe(wanted -> fill(wanted.intValue()));
    }

    public int getRows() {
        return rows.get();
    }

    public void setRows(int wanted) {
        rows.set(wanted);
    }

    public IntegerProperty rowsProperty() {
        return rows;
    }

    private void fill(int wanted) {
        getChildren().clear();
        for (int row = 0; row < wanted; row++) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton-bar");
            bar.maxWidthProperty().bind(widthProperty().multiply(WIDTHS[row % WIDTHS.length]));
            getChildren().add(bar);
        }
    }
}
