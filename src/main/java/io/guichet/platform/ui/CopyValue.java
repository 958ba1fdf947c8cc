package io.guichet.platform.ui;

import io.guichet.platform.i18n.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// A value that is copied by pressing it, or by Ctrl+C while it has the focus.
public final class CopyValue extends Button {

    private static final Duration COPIED = Duration.seconds(1.2);

    private final Texts texts;

    /// @param name what the value is, in the language in use
    public CopyValue(Texts texts, String name, String value) {
        super(value);
        this.texts = texts;
        getStyleClass().add("copy-value");
        setGraphic(Icons.of(Feather.COPY));
        setContentDisplay(ContentDisplay.RIGHT);
        setAccessibleText(texts.get("platform.ui.copy", name) + ": " + value);
        setTooltip(new Tooltip(texts.get("platform.ui.copy", name)));
        setOnAction(pressed -> copy());
        copyByKey(this);
    }

    /// The value under its name.
    public static VBox captioned(Texts texts, String name, String value) {
        return captioned(name, new CopyValue(texts, name, value));
    }

    /// The value under its name.
    public static VBox captioned(String name, CopyValue value) {
        Label caption = new Label(name);
        caption.getStyleClass().add("field-label");
        caption.setLabelFor(value);
        HBox line = new HBox(value);
        line.getStyleClass().add("fact-line");
        VBox fact = new VBox(caption, line);
        fact.getStyleClass().add("fact");
        return fact;
    }

    /// Copies the value, and says so.
    public void copy() {
        toClipboard(getText());
        setGraphic(Icons.of(Feather.CHECK));
        setAccessibleHelp(texts.get("platform.ui.error.copied"));
        PauseTransition pause = new PauseTransition(COPIED);
        pause.setOnFinished(over -> setGraphic(Icons.of(Feather.COPY)));
        pause.play();
    }

    /// Lets Ctrl+C do what pressing the button does: it copies what has the focus.
    public static void copyByKey(ButtonBase button) {
        button.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (Line.COPY.match(pressed)) {
                pressed.consume();
                button.fire();
            }
        });
    }

    /// Copies plain text.
    public static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
