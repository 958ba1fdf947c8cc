package io.guichet.platform.ui;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell that is never cut, nor is what stands above it: its column becomes as wide as the widest that was seen. For
/// dates, numbers and amounts; what is told in words may be cut.
///
/// @param <R> what a row is about
public final class WholeCell<R> extends TableCell<R, String> {

    /// What the style sheet leaves at both sides, and a little for rounding.
    private static final double SIDES = 18;

    public WholeCell() {
        fontProperty().subscribe(this::makeRoom);
    }

    /// Keeps a column as wide as a label in it that has an icon, and as what stands above it.
    public static void keepRoomFor(@Nullable TableColumn<?, ?> column, Label label) {
        // Only once it is laid out it is known how large its icon is.
        label.layoutBoundsProperty().subscribe(() -> {
            widen(column, label.prefWidth(-1));
            makeRoomForTitle(column, label.getFont());
        });
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        makeRoom();
    }

    private void makeRoom() {
        if (getText() != null && !getText().isEmpty()) {
            widen(getTableColumn(), width(getText(), getFont()));
        }
        makeRoomForTitle(getTableColumn(), getFont());
    }

    /// Titles are written a little smaller than cells, in the same face.
    private static void makeRoomForTitle(@Nullable TableColumn<?, ?> column, Font ofCells) {
        if (column != null && column.getText() != null) {
            widen(column, width(column.getText(), ofCells));
        }
    }

    private static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private static void widen(@Nullable TableColumn<?, ?> column, double content) {
        double needed = Math.ceil(content) + SIDES;
        if (column != null && column.getMinWidth() < needed) {
            column.setMinWidth(needed);
        }
    }
}
