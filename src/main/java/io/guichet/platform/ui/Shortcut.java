package io.guichet.platform.ui;

import java.util.Objects;
import javafx.scene.input.KeyCombination;

/// A key and what it does.
///
/// @param keys    the combination
/// @param textKey key of the text that says what it does
/// @param action  what it does, run on the JavaFX thread
public record Shortcut(KeyCombination keys, String textKey, Runnable action) {

    public Shortcut {
        Objects.requireNonNull(keys);
        Objects.requireNonNull(textKey);
        Objects.requireNonNull(action);
    }
}
