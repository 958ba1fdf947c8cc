package io.guichet.shell.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.HashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/// The tabs of the open screens: country, name, a dot for what is not saved; the middle button closes. Many tabs scroll.
public final class TabStrip extends ScrollPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final TabsViewModel tabs;
    private final Texts texts;
    private final HBox row = new HBox();
    private final Map<Screen, HBox> byScreen = new HashMap<>();

    public TabStrip(TabsViewModel tabs, Texts texts) {
        this.tabs = tabs;
        this.texts = texts;
        getStyleClass().add("tab-strip");
        row.getStyleClass().add("tab-row");
        setContent(row);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        ScreenLifecycle lifecycle = ScreenLifecycle.of(this);
        lifecycle.follow(this::rebuild, tabs.screens());
        lifecycle.follow(tabs.selectedProperty(), selected -> mark());
    }

    private void rebuild() {
        byScreen.keySet().retainAll(tabs.screens());
        row.getChildren().setAll(tabs.screens().stream()
                .map(screen -> byScreen.computeIfAbsent(screen, this::tab)).toList());
        mark();
    }

    private HBox tab(Screen screen) {
        Circle unsaved = new Circle(3);
        unsaved.getStyleClass().add("unsaved-dot");
        Label title = new Label();
        title.getStyleClass().add("tab-title");
        Tooltip tooltip = new Tooltip();
        Button close = Icons.button(Feather.X, texts.get("shell.tab.close"));
        close.getStyleClass().add("tab-close");
        close.setFocusTraversable(false);
        close.setOnAction(pressed -> tabs.close(screen));
        HBox tab = new HBox();
        tab.getStyleClass().add("tab-button");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        screen.country().ifPresent(country -> tab.getChildren().add(new CountryTag(country)));
        tab.getChildren().addAll(title, unsaved, close);
        Tooltip.install(tab, tooltip);
        tab.setOnMousePressed(pressed -> {
            if (pressed.getButton() == MouseButton.PRIMARY) {
                tabs.select(screen);
            }
        });
        tab.setOnMouseClicked(clicked -> {
            if (clicked.getButton() == MouseButton.MIDDLE) {
                tabs.close(screen);
            }
        });
        ScreenLifecycle lifecycle = ScreenLifecycle.of(tab);
        lifecycle.follow(screen.title(), words -> {
            title.setText(words);
            tooltip.setText(words);
            tab.setAccessibleText(words);
        });
        lifecycle.follow(screen.unsaved(), changed -> {
            unsaved.setVisible(changed);
            unsaved.setManaged(changed);
            tab.setAccessibleHelp(changed ? texts.get("shell.tab.unsaved") : null);
        });
        // A tab that comes new has no place yet, and gets longer with the name of its file.
        lifecycle.follow(tab.boundsInParentProperty(), place -> {
            if (tabs.selectedProperty().get() == screen) {
                reveal(tab);
            }
        });
        return tab;
    }

    private void mark() {
        Screen selected = tabs.selectedProperty().get();
        byScreen.forEach((screen, tab) -> tab.pseudoClassStateChanged(SELECTED, screen == selected));
        HBox tab = selected == null ? null : byScreen.get(selected);
        if (tab != null) {
            reveal(tab);
        }
    }

    /// Scrolls so that the tab is seen.
    private void reveal(HBox tab) {
        Bounds place = tab.getBoundsInParent();
        double hidden = Math.max(row.getWidth(), place.getMaxX()) - getViewportBounds().getWidth();
        if (hidden > 0) {
            double left = getHvalue() * hidden;
            if (place.getMinX() < left) {
                setHvalue(place.getMinX() / hidden);
            } else if (place.getMaxX() > left + getViewportBounds().getWidth()) {
                setHvalue((place.getMaxX() - getViewportBounds().getWidth()) / hidden);
            }
        }
    }
}
