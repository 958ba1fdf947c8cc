package io.guichet.reimbursement.ui.claim;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A button that shows its key.
final class KeyedButton {

    private KeyedButton() {
    }

    /// @param text what it does; may change
    /// @param key  as it is written on keyboards of the language in use
    static Button of(String id, ObservableValue<String> text, String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        Button button = new Button("", cap);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.textProperty().bind(text);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass().add("keyed-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
