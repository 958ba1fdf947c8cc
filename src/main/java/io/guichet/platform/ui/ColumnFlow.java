package io.guichet.platform.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Spreads blocks of different height over as many columns as fit, each block below the shortest column. Once placed
/// a block stays in its column until the number of columns changes: a message that appears in a form does not make
/// the form jump. The style sheet sets `-guichet-cell-width` (the least width of a column) and `-guichet-gap`.
public final class ColumnFlow extends Region {

    private static final StyleablePropertyFactory<ColumnFlow> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ColumnFlow, Number> CELL_WIDTH =
            STYLES.createSizeCssMetaData("-guichet-cell-width", flow -> flow.cellWidth, 420.0);
    private static final CssMetaData<ColumnFlow, Number> GAP =
            STYLES.createSizeCssMetaData("-guichet-gap", flow -> flow.gap, 24.0);

    private final StyleableDoubleProperty cellWidth =
            new SimpleStyleableDoubleProperty(CELL_WIDTH, this, "cellWidth", 420.0);
    private final StyleableDoubleProperty gap = new SimpleStyleableDoubleProperty(GAP, this, "gap", 24.0);
    private final Map<Integer, int[]> placesByColumns = new HashMap<>();

    public ColumnFlow() {
        getStyleClass().add("column-flow");
        cellWidth.subscribe(this::requestLayout);
        gap.subscribe(this::requestLayout);
    }

    /// The blocks, in the order the eye reads them.
    public void setBlocks(List<? extends Node> blocks) {
        placesByColumns.clear();
        getChildren().setAll(blocks);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return insets() + Math.min(cellWidth.get(), 260);
    }

    @Override
    protected double computePrefWidth(double height) {
        return insets() + cellWidth.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        double available = (width < 0 ? prefWidth(-1) : width) - insets();
        int columns = columns(available);
        double[] ends = ends(getManagedChildren(), columns, column(available, columns), (block, x, y, height) -> { });
        return Arrays.stream(ends).max().orElse(0) + getInsets().getTop() + getInsets().getBottom();
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
        ends(getManagedChildren(), columns, column, (block, x, y, height) -> block.resizeRelocate(
                snapPositionX(getInsets().getLeft() + x), snapPositionY(getInsets().getTop() + y),
                snapSizeX(column), snapSizeY(height)));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    private interface Placing {
        void place(Node block, double x, double y, double height);
    }

    private double[] ends(List<Node> blocks, int columns, double column, Placing placing) {
        List<Double> heights = new ArrayList<>();
        blocks.forEach(block -> heights.add(block.prefHeight(column)));
        int[] places = placesByColumns.computeIfAbsent(columns, wanted -> shortest(heights, wanted));
        double[] ends = new double[columns];
        for (int index = 0; index < blocks.size(); index++) {
            int place = places[index];
            double y = ends[place] == 0 ? 0 : ends[place] + gap.get();
            placing.place(blocks.get(index), place * (column + gap.get()), y, heights.get(index));
            ends[place] = y + heights.get(index);
        }
        return ends;
    }

    private static int[] shortest(List<Double> heights, int columns) {
        double[] ends = new double[columns];
        int[] chosen = new int[heights.size()];
        for (int index = 0; index < heights.size(); index++) {
            int best = 0;
            for (int column = 1; column < columns; column++) {
                if (ends[column] < ends[best]) {
                    best = column;
                }
            }
            chosen[index] = best;
            ends[best] += heights.get(index);
        }
        return chosen;
    }

    private int columns(double available) {
        int fitting = (int) ((available + gap.get()) / (cellWidth.get() + gap.get()));
        return Math.max(1, Math.min(fitting, getManagedChildren().size()));
    }

    private double column(double available, int columns) {
        return Math.max(0, (available - (columns - 1) * gap.get()) / columns);
    }

    private double insets() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
