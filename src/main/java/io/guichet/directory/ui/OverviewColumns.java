package io.guichet.directory.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Blocks in one, two or three columns, as the room allows, the one with the claims the widest. Each block knows its column, so that nothing moves
/// when sections fill one after the other.
final class OverviewColumns extends HBox {

    /// A block and the columns it stands in.
    ///
    /// @param node    the block
    /// @param ofTwo   its column where there are two
    /// @param ofThree its column where there are three
    record Block(Node node, int ofTwo, int ofThree) {
    }

    private static final double TWO = 720;
    private static final double THREE = 1440;

    private static final double[][] SHARES = {{1}, {0.45, 0.55}, {0.31, 0.38, 0.31}};

    private final List<Block> blocks;
    private final int most;
    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper();
    private int columns;

    /// @param most columns at most
    OverviewColumns(List<Block> blocks, int most) {
        this.blocks = List.copyOf(blocks);
        this.most = most;
        getStyleClass().add("overview");
        arrange(Math.min(most, 2));
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                arrange(Math.min(most, width.doubleValue() < TWO ? 1 : width.doubleValue() < THREE ? 2 : 3));
            }
        });
    }

    /// Whether there are three columns.
    ReadOnlyBooleanProperty wideProperty() {
        return wide.getReadOnlyProperty();
    }

    private void arrange(int wanted) {
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        wide.set(wanted == SHARES.length);
        getChildren().forEach(column -> ((VBox) column).getChildren().clear());
        List<VBox> made = new ArrayList<>();
        for (int index = 0; index < wanted; index++) {
            VBox column = new VBox();
            column.getStyleClass().add("overview-column");
            column.prefWidthProperty().bind(widthProperty().multiply(SHARES[wanted - 1][index]));
            column.setMinWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
            made.add(column);
        }
        for (Block block : blocks) {
            int place = switch (wanted) {
                case 1 -> 0;
                case 2 -> block.ofTwo();
                default -> block.ofThree();
            };
            made.get(place).getChildren().add(block.node());
        }
        getChildren().setAll(made);
    }
}
