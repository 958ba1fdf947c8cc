package io.guichet.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.form.DayButton;
import io.guichet.testing.UiTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class DayButtonTest extends UiTest {

    private Locale language = Locale.FRENCH;
    private final List<LocalDate> chosen = new ArrayList<>();

    private void open() {
        show(() -> {
            TextField typed = new TextField();
            Button button = DayButton.make("Choose", () -> language, typed, () -> LocalDate.of(1987, 3, 14), chosen::add);
            button.setId("pick");
            return new HBox(typed, button);
        });
        press();
    }

    private void press() {
        onScreen(() -> find("pick", Button.class).fire());
    }

    private static Popup popup() {
        return fx(() -> Window.getWindows().stream().filter(Popup.class::isInstance).map(Popup.class::cast).findFirst()
                .orElseThrow());
    }

    private static List<String> texts(String selector) {
        Parent root = popup().getScene().getRoot();
        return fx(() -> root.lookupAll(selector).stream().filter(Node::isVisible).map(node -> node instanceof Label label
                ? label.getText() : ((javafx.scene.control.Labeled) node).getText()).toList());
    }

    @Test
    void speaksTheLanguageInUseAndItsWeekBeginsOnMonday() {
        Locale machine = Locale.getDefault(Locale.Category.FORMAT);
        open();
        assertThat(texts(".spinner-label")).anyMatch(month -> month.equalsIgnoreCase("mars"));
        assertThat(texts(".day-name-cell").getFirst()).startsWithIgnoringCase("l");

        onScreen(popup()::hide);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(machine);

        language = Locale.ENGLISH;
        press();
        assertThat(texts(".spinner-label")).anyMatch(month -> month.equalsIgnoreCase("March"));
        assertThat(texts(".day-name-cell").getFirst()).startsWithIgnoringCase("m");
        onScreen(popup()::hide);
    }

    @Test
    void looksLikeItsWindow() {
        open();
        onScreen(popup()::hide);
        onScreen(() -> find("pick", Button.class).getScene().getRoot().getStyleClass().addAll("dark", "large-text"));
        press();

        assertThat(popup().getScene().getRoot().getStyleClass()).contains("dark", "large-text");
        onScreen(popup()::hide);
    }
}
