package io.guichet.shell.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.HashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The navigation at the left: what this person may use, as icons with words or as icons alone.
public final class NavPane extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Map<String, Button> byScreen = new HashMap<>();
    private final Texts texts;
    private final Label name = new Label();
    private final Button collapse = new Button();

    public NavPane(ShellViewModel shell, Texts texts) {
        this.texts = texts;
        getStyleClass().add("nav");
        Label mark = new Label("G");
        mark.getStyleClass().add("brand-mark");
        name.setText("Guichet");
        name.getStyleClass().add("brand-name");
        HBox brand = new HBox(mark, name);
        brand.getStyleClass().add("brand");
        getChildren().add(brand);
        for (NavEntry entry : shell.navigation()) {
            getChildren().add(button(shell, entry));
        }
        Region room = new Region();
        setVgrow(room, Priority.ALWAYS);
        collapse.setId("nav-collapse");
        collapse.getStyleClass().addAll("nav-entry", "flat");
        collapse.setMaxWidth(Double.MAX_VALUE);
        collapse.setOnAction(pressed -> shell.navCollapsedProperty().set(!shell.navCollapsedProperty().get()));
        getChildren().addAll(room, collapse);
        ScreenLifecycle lifecycle = ScreenLifecycle.of(this);
        lifecycle.follow(shell.navCollapsedProperty(), this::collapsed);
        lifecycle.follow(shell.tabs().selectedProperty(), this::selected);
    }

    private Button button(ShellViewModel shell, NavEntry entry) {
        String words = texts.get(entry.textKey());
        Button button = new Button(words, Icons.of(entry.icon()));
        button.setId("nav-" + entry.screenId());
        button.getStyleClass().addAll("nav-entry", "flat");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(words);
        button.setOnAction(pressed -> shell.tabs().open(entry.screenId(), false));
        byScreen.put(entry.screenId(), button);
        return button;
    }

    private void selected(@Nullable Screen screen) {
        byScreen.forEach((id, button) ->
                button.pseudoClassStateChanged(SELECTED, screen != null && screen.id().equals(id)));
    }

    private void collapsed(boolean iconsOnly) {
        ContentDisplay display = iconsOnly ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        byScreen.values().forEach(button -> {
            button.setContentDisplay(display);
            button.setTooltip(iconsOnly ? new Tooltip(button.getText()) : null);
        });
        name.setVisible(!iconsOnly);
        name.setManaged(!iconsOnly);
        String words = texts.get(iconsOnly ? "shell.nav.expand" : "shell.nav.collapse");
        collapse.setText(words);
        collapse.setAccessibleText(words);
        collapse.setTooltip(iconsOnly ? new Tooltip(words) : null);
        collapse.setGraphic(Icons.of(iconsOnly ? Feather.CHEVRONS_RIGHT : Feather.CHEVRONS_LEFT));
        collapse.setContentDisplay(display);
        getStyleClass().remove("nav-collapsed");
        if (iconsOnly) {
            getStyleClass().add("nav-collapsed");
        }
    }
}
