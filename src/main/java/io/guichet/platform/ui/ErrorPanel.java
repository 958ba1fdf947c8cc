package io.guichet.platform.ui;

import io.guichet.platform.i18n.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A problem, said where its cause is. Takes no room while there is none.
public final class ErrorPanel extends HBox {

    private @Nullable Problem problem;

    public ErrorPanel() {
        getStyleClass().add("error-panel");
        hide();
    }

    /// Shows a problem; null takes it away.
    ///
    /// @param retry what the button "Try again" does, or null for no such button
    public void show(Texts texts, @Nullable Problem shown, @Nullable Runnable retry) {
        problem = shown;
        getChildren().clear();
        if (shown == null) {
            hide();
            return;
        }
        Label sentence = new Label(texts.get(shown.sentence()));
        VBox words = new VBox(sentence);
        if (shown.kept() != null) {
            words.getChildren().add(new Label(texts.get(shown.kept())));
        }
        if (shown.advice() != null) {
            words.getChildren().add(new Label(texts.get(shown.advice())));
        }
        words.getChildren().forEach(line -> {
            Label label = (Label) line;
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        });
        words.getChildren().add(foot(texts, shown, retry));
        words.getStyleClass().add("error-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE), words);
        setAccessibleText(sentence.getText());
        setVisible(true);
        setManaged(true);
    }

    /// What is shown, or null.
    public @Nullable Problem problem() {
        return problem;
    }

    private static HBox foot(Texts texts, Problem shown, @Nullable Runnable retry) {
        HBox foot = new HBox();
        foot.getStyleClass().add("error-foot");
        if (retry != null) {
            Button again = new Button(texts.get("platform.ui.error.retry"), Icons.of(Feather.REFRESH_CW));
            again.setId("error-retry");
            again.setOnAction(pressed -> retry.run());
            foot.getChildren().add(again);
        }
        if (!shown.details().isEmpty()) {
            Button copy = new Button(texts.get("platform.ui.error.copy"), Icons.of(Feather.COPY));
            copy.setId("error-copy");
            copy.getStyleClass().add("flat");
            copy.setOnAction(pressed -> {
                ClipboardContent content = new ClipboardContent();
                content.putString("[" + shown.code() + "] " + texts.get(shown.sentence()) + "\n" + shown.details());
                Clipboard.getSystemClipboard().setContent(content);
                copy.setText(texts.get("platform.ui.error.copied"));
            });
            foot.getChildren().add(copy);
        }
        Label code = new Label("[" + shown.code() + "]");
        code.getStyleClass().add("caption");
        foot.getChildren().add(code);
        return foot;
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }
}
