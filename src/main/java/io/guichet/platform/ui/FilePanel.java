package io.guichet.platform.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// A part of a file's screen that another component brings: the cases and documents of a member. It reads by itself, in
/// the background, once its node shows.
public interface FilePanel extends AutoCloseable {

    /// What stands above it, in the language in use.
    ObservableValue<String> title();

    /// Makes the view; called on the JavaFX thread, again after the language changed.
    Node createView();

    /// What a person begins with it from the head of the file, "New case"; empty when they may not, or when there is nothing
    /// to begin.
    default Optional<Begin> begins() {
        return Optional.empty();
    }

    /// Something to begin.
    ///
    /// @param text what the button says, in the language in use
    /// @param run  begins it in the panel; its first field gets the focus
    record Begin(ObservableValue<String> text, Runnable run) {
    }

    /// Asks again for what it shows.
    void refresh();

    /// Whether something typed in it is not saved.
    default ObservableValue<Boolean> unsaved() {
        return new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
    }

    /// Whether something typed in a screen or in one of its panels is not saved.
    ///
    /// @param own of the screen itself
    static ObservableValue<Boolean> unsaved(ObservableValue<Boolean> own, List<FilePanel> panels) {
        ObservableValue<Boolean> anywhere = own;
        for (FilePanel panel : panels) {
            ObservableValue<Boolean> before = anywhere;
            anywhere = before.flatMap(typed -> typed ? before : panel.unsaved());
        }
        return anywhere;
    }

    /// Called when the screen is closed.
    @Override
    void close();
}
