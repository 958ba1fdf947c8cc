package io.guichet.shell.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.KeyNames;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// F1: the keys of the current screen and those that work everywhere.
final class ShortcutsSheet extends VBox {

    ShortcutsSheet(Texts texts, @Nullable Screen screen, List<Shortcut> everywhere) {
        setId("shortcuts");
        getStyleClass().addAll("popup-sheet", "shortcuts-sheet");
        Label title = new Label(texts.get("shell.shortcuts.title"));
        title.getStyleClass().add("section-title");
        HBox columns = new HBox();
        columns.getStyleClass().add("shortcuts-columns");
        if (screen != null && !screen.shortcuts().isEmpty()) {
            columns.getChildren().add(column(texts, screen.title().getValue(), screen.shortcuts()));
        }
        VBox general = column(texts, texts.get("shell.shortcuts.everywhere"), everywhere);
        general.getChildren().add(HomeController.keyLine(texts.get("shell.key.number"),
                texts.get("platform.ui.key.alt") + "+1 … 9"));
        general.getChildren().add(HomeController.keyLine(texts.get("shell.key.leave"),
                KeyNames.of(texts, new KeyCodeCombination(KeyCode.ESCAPE))));
        columns.getChildren().add(general);
        getChildren().addAll(title, columns);
        setFocusTraversable(true);
    }

    private static VBox column(Texts texts, String heading, List<Shortcut> shortcuts) {
        Label caption = new Label(heading);
        caption.getStyleClass().addAll("caption", "strong");
        VBox column = new VBox(caption);
        column.getStyleClass().add("shortcuts-column");
        shortcuts.forEach(shortcut -> column.getChildren().add(HomeController.keyLine(texts, shortcut)));
        return column;
    }
}
