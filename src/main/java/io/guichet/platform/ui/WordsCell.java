package io.guichet.platform.ui;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell of words, which may be cut where the window is narrow; then a tooltip tells them.
///
/// @param <R> what a row is about
public final class WordsCell<R> extends TableCell<R, String> {

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty ? null : words);
        setTooltip(empty || words == null || words.isEmpty() ? null : new Tooltip(words));
    }
}
