package io.guichet.shell.ui;

import io.guichet.platform.i18n.Languages;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.Theme;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a person likes. Every choice shows at once and is remembered; there is nothing to confirm.
public final class SettingsController {

    private final Texts texts;
    private final Appearance appearance;

    @FXML
    private ComboBox<Locale> language;
    @FXML
    private ToggleButton light;
    @FXML
    private ToggleButton dark;
    @FXML
    private CheckBox largeText;
    @FXML
    private CheckBox compactRows;

    public SettingsController(Texts texts, Appearance appearance) {
        this.texts = texts;
        this.appearance = appearance;
    }

    @FXML
    private void initialize() {
        language.getItems().setAll(Texts.LANGUAGES);
        language.setValue(texts.locale());
        language.setConverter(new LanguageNames());
        language.setOnAction(chosen -> texts.use(language.getValue()));
        ToggleGroup themes = new ToggleGroup();
        light.setToggleGroup(themes);
        light.setGraphic(Icons.of(Feather.SUN));
        light.setOnAction(chosen -> choose(Theme.LIGHT));
        dark.setToggleGroup(themes);
        dark.setGraphic(Icons.of(Feather.MOON));
        dark.setOnAction(chosen -> choose(Theme.DARK));
        largeText.setOnAction(chosen -> appearance.largeTextProperty().set(largeText.isSelected()));
        compactRows.setOnAction(chosen -> appearance.compactRowsProperty().set(compactRows.isSelected()));
        ScreenLifecycle lifecycle = ScreenLifecycle.of(language);
        lifecycle.follow(appearance.themeProperty(), this::shown);
        lifecycle.follow(appearance.largeTextProperty(), largeText::setSelected);
        lifecycle.follow(appearance.compactRowsProperty(), compactRows::setSelected);
    }

    private void choose(Theme theme) {
        appearance.themeProperty().set(theme);
        shown(theme);
    }

    private void shown(Theme theme) {
        light.setSelected(theme == Theme.LIGHT);
        dark.setSelected(theme == Theme.DARK);
    }

    private static final class LanguageNames extends StringConverter<Locale> {

        @Override
        public String toString(@Nullable Locale language) {
            return language == null ? "" : Languages.name(language);
        }

        @Override
        public Locale fromString(String name) {
            return Texts.LANGUAGES.stream().filter(language -> Languages.name(language).equals(name)).findFirst()
                    .orElseThrow();
        }
    }
}
