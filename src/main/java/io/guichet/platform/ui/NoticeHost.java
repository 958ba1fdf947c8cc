package io.guichet.platform.ui;

import io.guichet.platform.i18n.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Notices in the lower right corner of a window, the newest at the bottom.
public final class NoticeHost extends VBox implements Notices {

    /// How long a notice stays that asks for nothing.
    public static final Duration STAY = Duration.seconds(6);

    private static final int MOST = 4;

    private final Texts texts;

    public NoticeHost(Texts texts) {
        this.texts = texts;
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setFillWidth(false);
    }

    @Override
    public void tell(Notice notice) {
        FontIcon icon = Icons.of(switch (notice.level()) {
            case INFO -> Feather.INFO;
            case SUCCESS -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_CIRCLE;
        });
        Label text = new Label(texts.get(notice.text()));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(icon, text);
        box.getStyleClass().addAll("notice", notice.level().name().toLowerCase(java.util.Locale.ROOT));
        Action action = notice.action();
        if (action != null) {
            Button button = new Button(texts.get(action.label()));
            button.getStyleClass().add("flat");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(pressed -> {
                getChildren().remove(box);
                action.run().run();
            });
            box.getChildren().add(button);
        }
        Button close = Icons.button(Feather.X, texts.get("platform.ui.notice.close"));
        close.setOnAction(pressed -> getChildren().remove(box));
        close.setFocusTraversable(false);
        box.getChildren().add(close);
        if (isPassing(notice)) {
            // Whoever does the same again and again is told of the last time.
            getChildren().removeIf(shown -> Boolean.TRUE.equals(shown.getUserData()));
            box.setUserData(true);
        }
        getChildren().add(box);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        if (isPassing(notice)) {
            PauseTransition stay = new PauseTransition(STAY);
            stay.setOnFinished(passed -> getChildren().remove(box));
            stay.play();
        }
    }

    private static boolean isPassing(Notice notice) {
        return notice.level() == Level.INFO || notice.level() == Level.SUCCESS;
    }
}
