package io.guichet.platform.ui;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A line of a `LineList`. Ctrl+C copies it as text; where there is something to open, Enter or a click opens it, with
/// Ctrl or the middle button behind.
public final class Line extends HBox {

    /// Copies what has the focus, where that is no text field.
    public static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final String said;
    private final Consumer<String> copy;
    private final @Nullable Consumer<Boolean> open;

    /// @param said  the line as text: what is copied, and what a screen reader says
    /// @param copy  gets the text to copy
    /// @param open  opens what the line is about, behind or not; null when there is nothing to open
    /// @param cells what it looks like
    public Line(String said, Consumer<String> copy, @Nullable Consumer<Boolean> open, Node... cells) {
        super(cells);
        this.said = said;
        this.copy = copy;
        this.open = open;
        getStyleClass().add("line");
        if (open != null) {
            getStyleClass().add("line-opens");
        }
        setAccessibleRole(open == null ? AccessibleRole.TEXT : AccessibleRole.BUTTON);
        setAccessibleText(said.replace("\t", ", "));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// The line as text.
    public String said() {
        return said;
    }

    private void pressed(KeyEvent pressed) {
        if (COPY.match(pressed)) {
            pressed.consume();
            copy.accept(said);
        } else if (open != null && pressed.getCode() == KeyCode.ENTER) {
            pressed.consume();
            open.accept(pressed.isShortcutDown());
        }
    }

    private void clicked(MouseEvent clicked) {
        requestFocus();
        if (open != null && (clicked.getButton() == MouseButton.PRIMARY || clicked.getButton() == MouseButton.MIDDLE)) {
            open.accept(clicked.isShortcutDown() || clicked.getButton() == MouseButton.MIDDLE);
        }
    }
}
