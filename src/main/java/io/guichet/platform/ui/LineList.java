package io.guichet.platform.ui;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Lines below each other, one stop of the tab key: the arrow keys go from line to line. What a line does is its own.
public final class LineList extends VBox {

    private final List<Line> lines;

    public LineList(List<Line> lines) {
        this.lines = List.copyOf(lines);
        getStyleClass().add("line-list");
        getChildren().setAll(this.lines);
        this.lines.forEach(line -> {
            line.setFocusTraversable(line == this.lines.getFirst());
            line.focusedProperty().subscribe(focused -> {
                if (focused) {
                    this.lines.forEach(each -> each.setFocusTraversable(each == line));
                }
            });
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Shows those behind the first `few` only where there is room for them.
    public LineList whereRoom(int few, ObservableBooleanValue room) {
        lines.stream().skip(few).forEach(line -> {
            line.visibleProperty().bind(room);
            line.managedProperty().bind(room);
        });
        return this;
    }

    /// Which line has the focus, -1 when none has.
    public int focusedIndex() {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).isFocused()) {
                return index;
            }
        }
        return -1;
    }

    /// Puts the focus on the line at `index`, or on the last one.
    public void focusLine(int index) {
        if (!lines.isEmpty()) {
            lines.get(Math.clamp(index, 0, last())).requestFocus();
        }
    }

    private int last() {
        return Math.max(0, (int) lines.stream().filter(Line::isVisible).count() - 1);
    }

    private void pressed(KeyEvent pressed) {
        int at = focusedIndex();
        if (at < 0 || pressed.isAltDown() || pressed.isShortcutDown()) {
            return;
        }
        int to = switch (pressed.getCode()) {
            case UP -> at - 1;
            case DOWN -> at + 1;
            case HOME -> 0;
            case END -> last();
            default -> at;
        };
        if (to != at) {
            pressed.consume();
            focusLine(to);
        }
    }
}
