package io.guichet.directory.ui;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell that is never cut: its column becomes as wide as the widest that was seen. For dates, numbers and amounts; what
/// is told in words may be cut.
///
/// @param <R> what a row is about
final class WholeCell<R> extends TableCell<R, String> {

    /// What the style sheet leaves at both sides, and a little for rounding.
    private static final double SIDES = 18;

    WholeCell() {
        fontProperty().subscribe(this::makeRoom);
    }

    /// How wide a column must be for a label with an icon.
    static void makeRoomFor(@Nullable TableColumn<?, ?> column, Label label) {
        widen(column, width(label) + label.getGraphicTextGap() + Math.max(0, label.getGraphic().prefWidth(-1)));
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        makeRoom();
    }

    private void makeRoom() {
        if (getText() != null && !getText().isEmpty()) {
            Text text = new Text(getText());
            text.setFont(getFont());
            widen(getTableColumn(), text.getLayoutBounds().getWidth());
        }
    }

    private static double width(Label label) {
        Text text = new Text(label.getText());
        text.setFont(label.getFont());
        return text.getLayoutBounds().getWidth();
    }

    private static void widen(@Nullable TableColumn<?, ?> column, double content) {
        double needed = Math.ceil(content) + SIDES;
        if (column != null && column.getMinWidth() < needed) {
            column.setMinWidth(needed);
        }
    }
}
