package io.guichet.platform.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How all windows of this application look: theme, size of text, height of rows. Changes show at once.
public final class Appearance {

    private static final List<String> FACES =
            List.of("GuichetSans-Regular.ttf", "GuichetSans-Medium.ttf", "GuichetSans-Bold.ttf");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final BooleanProperty largeText = new SimpleBooleanProperty();
    private final BooleanProperty compactRows = new SimpleBooleanProperty();
    private final List<Scene> scenes = new ArrayList<>();

    /// Loads the bundled faces; once per application, before the first window.
    public Appearance() {
        FACES.forEach(Appearance::loadFace);
        theme.subscribe(this::restyle);
        largeText.subscribe(this::restyle);
        compactRows.subscribe(this::restyle);
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Text at 125 %.
    public BooleanProperty largeTextProperty() {
        return largeText;
    }

    /// Table rows 28 instead of 32 pixels high.
    public BooleanProperty compactRowsProperty() {
        return compactRows;
    }

    /// Dresses a scene, now and when something changes, until `release`.
    public void dress(Scene scene) {
        String sheet = Objects.requireNonNull(Appearance.class.getResource("guichet.css")).toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
        scenes.add(scene);
        // A scene whose content is replaced keeps its clothes.
        scene.rootProperty().subscribe(() -> style(scene));
        Application.setUserAgentStylesheet(theme.get().base());
        style(scene);
    }

    /// Forgets a scene that is no longer shown.
    public void release(Scene scene) {
        scenes.remove(scene);
    }

    private void restyle() {
        if (!scenes.isEmpty()) {
            Application.setUserAgentStylesheet(theme.get().base());
            scenes.forEach(this::style);
        }
    }

    private void style(Scene scene) {
        List<String> classes = scene.getRoot().getStyleClass();
        toggle(classes, Theme.LIGHT.styleClass(), theme.get() == Theme.LIGHT);
        toggle(classes, Theme.DARK.styleClass(), theme.get() == Theme.DARK);
        toggle(classes, "large-text", largeText.get());
        toggle(classes, "compact-rows", compactRows.get());
    }

    private static void toggle(List<String> classes, String name, boolean wanted) {
        if (!wanted) {
            classes.removeAll(List.of(name));
        } else if (!classes.contains(name)) {
            classes.add(name);
        }
    }

    private static void loadFace(String file) {
        try (InputStream face = Objects.requireNonNull(Appearance.class.getResourceAsStream("fonts/" + file), file)) {
            if (Font.loadFont(face, 13) == null) {
                throw new IllegalStateException("the face " + file + " cannot be read");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
