package io.guichet.platform.ui;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Lays its children out in rows of equal columns, as many as fit: the eye and the tab key read from left to right. The
/// style sheet sets `-guichet-cell-width` (the least width of a column) and `-guichet-gap`.
public final class CellGrid extends Region {

    private static final StyleablePropertyFactory<CellGrid> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<CellGrid, Number> CELL_WIDTH =
            STYLES.createSizeCssMetaData("-guichet-cell-width", grid -> grid.cellWidth, 200.0);
    private static final CssMetaData<CellGrid, Number> GAP =
            STYLES.createSizeCssMetaData("-guichet-gap", grid -> grid.gap, 12.0);

    private final StyleableDoubleProperty cellWidth =
            new SimpleStyleableDoubleProperty(CELL_WIDTH, this, "cellWidth", 200.0);
    private final StyleableDoubleProperty gap = new SimpleStyleableDoubleProperty(GAP, this, "gap", 12.0);

    public CellGrid(List<? extends Node> cells) {
        getStyleClass().add("cell-grid");
        cellWidth.subscribe(this::requestLayout);
        gap.subscribe(this::requestLayout);
        getChildren().setAll(cells);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return insets() + cellWidth.get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return insets() + 2 * cellWidth.get() + gap.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        double available = (width < 0 ? prefWidth(-1) : width) - insets();
        int columns = columns(available);
        double column = column(available, columns);
        double height = getInsets().getTop() + getInsets().getBottom();
        List<Node> cells = getManagedChildren();
        for (int first = 0; first < cells.size(); first += columns) {
            height += rowHeight(cells, first, columns, column) + (first == 0 ? 0 : gap.get());
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double available = getWidth() - insets();
        int columns = columns(available);
        double column = column(available, columns);
        List<Node> cells = getManagedChildren();
        double y = getInsets().getTop();
        for (int first = 0; first < cells.size(); first += columns) {
            double height = rowHeight(cells, first, columns, column);
            for (int cell = first; cell < Math.min(first + columns, cells.size()); cell++) {
                double x = getInsets().getLeft() + (cell - first) * (column + gap.get());
                cells.get(cell).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(column), height);
            }
            y += height + gap.get();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    private int columns(double available) {
        return Math.max(1, (int) ((available + gap.get()) / (cellWidth.get() + gap.get())));
    }

    private double column(double available, int columns) {
        return Math.max(0, (available - (columns - 1) * gap.get()) / columns);
    }

    private static double rowHeight(List<Node> cells, int first, int columns, double column) {
        double height = 0;
        for (int cell = first; cell < Math.min(first + columns, cells.size()); cell++) {
            height = Math.max(height, cells.get(cell).prefHeight(column));
        }
        return height;
    }

    private double insets() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
