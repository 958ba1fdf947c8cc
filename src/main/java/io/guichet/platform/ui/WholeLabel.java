package io.guichet.platform.ui;

import javafx.scene.control.Label;

/// A figure, a date or a state: never cut, whatever else on its line must make room. It is at least so wide that what
/// stands below each other in a list is aligned.
public final class WholeLabel extends Label {

    private final double ems;

    /// @param ems how wide it is at least, in parts of its size of text
    public WholeLabel(String text, double ems, String... styles) {
        super(text);
        this.ems = ems;
        getStyleClass().addAll(styles);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(super.computePrefWidth(height), snapSizeX(ems * getFont().getSize()));
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }
}
