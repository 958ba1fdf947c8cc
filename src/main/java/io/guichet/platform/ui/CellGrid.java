package io.guichet.platform.ui;

import java.util.ArrayList;
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

    private static final Object WIDE = new Object();
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

    /// Gives a cell two columns where there are as many: for what is long.
    public static void setWide(Node cell) {
        cell.getProperties().put(WIDE, true);
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
        return place(available, (cell, x, y, cellWidth, height) -> { })
                + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth() - insets(), (cell, x, y, width, height) -> cell.resizeRelocate(
                snapPositionX(getInsets().getLeft() + x), snapPositionY(getInsets().getTop() + y),
                snapSizeX(width), height));
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

    private interface Placing {
        void place(Node cell, double x, double y, double width, double height);
    }

    /// Places the cells row by row.
    ///
    /// @return the height of all rows
    private double place(double available, Placing placing) {
        int columns = columns(available);
        double column = column(available, columns);
        double y = 0;
        List<Node> row = new ArrayList<>();
        int used = 0;
        for (Node cell : getManagedChildren()) {
            int span = span(cell, columns);
            if (used + span > columns) {
                y += placeRow(row, columns, column, y, placing) + gap.get();
                row.clear();
                used = 0;
            }
            row.add(cell);
            used += span;
        }
        return row.isEmpty() ? 0 : y + placeRow(row, columns, column, y, placing);
    }

    private double placeRow(List<Node> row, int columns, double column, double y, Placing placing) {
        double height = 0;
        for (Node cell : row) {
            height = Math.max(height, cell.prefHeight(width(cell, columns, column)));
        }
        double x = 0;
        for (Node cell : row) {
            double width = width(cell, columns, column);
            placing.place(cell, x, y, width, height);
            x += width + gap.get();
        }
        return height;
    }

    private double width(Node cell, int columns, double column) {
        int span = span(cell, columns);
        return span * column + (span - 1) * gap.get();
    }

    private static int span(Node cell, int columns) {
        return cell.hasProperties() && cell.getProperties().containsKey(WIDE) ? Math.min(2, columns) : 1;
    }

    private double insets() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
