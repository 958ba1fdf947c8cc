package io.guichet.platform.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.Pages;
import io.guichet.platform.ui.Shortcut;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaperScreenTest extends UiTest {

    private static final UserMessage TITLE = UserMessage.of("directory.certificate.subject");

    private final Texts texts = texts("platform", "directory");
    private final ChosenFiles files = new ChosenFiles();
    private final List<String> opened = new ArrayList<>();

    private PaperScreen open(Function<@Nullable Locale, Outcome<Pages>> pages) {
        PaperScreen screen = fx(() -> new PaperScreen(new PaperScreen.About("certificate:1", new CountryCode("FR"),
                new ReadOnlyStringWrapper("Certificate: Ada"), new ReadOnlyStringWrapper("Ada Byron"), () -> opened.add("Ada")),
                new PaperRequest(TITLE, "FR 1", pages), new PaperParts(new ImmediateBackground(), files, notice -> { }, texts)));
        show(screen::createView);
        return screen;
    }

    private PaperScreen open() {
        return open(language -> new Outcome.Done<>(new FakePages(3, language == null ? Locale.FRENCH : language)));
    }

    private static void press(PaperScreen screen, String end) {
        Shortcut shortcut = screen.shortcuts().stream().filter(each -> each.textKey().endsWith(end)).findFirst().orElseThrow();
        onScreen(() -> shortcut.action().run());
    }

    private String place() {
        return fx(() -> find("paper-place", Label.class).getText());
    }

    private String percent() {
        return fx(() -> find("paper-percent", Label.class).getText());
    }

    @Test
    void pagesAreSeenAsWideAsThereIsRoomAndMovedThroughByKeys() throws Exception {
        PaperScreen screen = open();
        assertThat(place()).isEqualTo("Page 1 of 3");
        assertThat(percent()).isEqualTo("300%");
        StackPane page = find("paper-page-0", StackPane.class);
        assertThat(fx(() -> ((ImageView) page.getChildren().getFirst()).getImage().getWidth())).isEqualTo(300);
        press(screen, "next");
        assertThat(place()).isEqualTo("Page 2 of 3");
        onScreen(() -> find("paper-thumbnail-2", Button.class).fire());
        assertThat(place()).isEqualTo("Page 3 of 3");
        onScreen(() -> find("paper-pages", ScrollPane.class).requestFocus());
        robot.push(KeyCode.HOME);
        assertThat(place()).isEqualTo("Page 1 of 3");
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.END);
        assertThat(place()).isEqualTo("Page 3 of 3");
        assertThat(find("paper-after", Button.class).isDisabled()).isTrue();
        screenshot("paper");
    }

    @Test
    void zoomsByKeysAndButtons() {
        PaperScreen screen = open();
        press(screen, "smaller");
        assertThat(percent()).isEqualTo("250%");
        assertThat(find("paper-fit", ToggleButton.class).isSelected()).isFalse();
        onScreen(() -> find("paper-smaller", Button.class).fire());
        assertThat(percent()).isEqualTo("200%");
        onScreen(() -> find("paper-pages", ScrollPane.class).requestFocus());
        robot.press(KeyCode.CONTROL).push(KeyCode.EQUALS).release(KeyCode.CONTROL);
        assertThat(percent()).isEqualTo("250%");
        press(screen, "fit");
        assertThat(percent()).isEqualTo("300%");
        assertThat(find("paper-larger", Button.class).isDisabled()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theLanguageIsChosenAndTheReadersOwnIsTold() {
        open();
        ComboBox<Locale> language = find("paper-language", ComboBox.class);
        assertThat(fx(() -> language.getConverter().toString(language.getValue()))).isEqualTo("Français · their own");
        onScreen(() -> language.setValue(Locale.GERMAN));
        assertThat(fx(() -> language.getConverter().toString(language.getValue()))).isEqualTo("Deutsch");
        assertThat(place()).isEqualTo("Page 1 of 3");
    }

    @Test
    void savesAndLeadsBackToTheFile() {
        open();
        onScreen(() -> find("paper-save", Button.class).fire());
        assertThat(files.asked).hasSize(1);
        onScreen(() -> find("paper-file", Button.class).fire());
        assertThat(opened).containsExactly("Ada");
    }

    @Test
    void saysWhyThereIsNothingToPrint() {
        open(language -> new Outcome.Denied<>(UserMessage.of("directory.certificate.unknown")));
        assertThat(find("paper-refusal", Label.class).getText()).isEqualTo("There is no such member for you to see.");
        assertThat(find("paper-print", Button.class).isDisabled()).isTrue();
        assertThat(find("paper-save", Button.class).isDisabled()).isTrue();
    }

    @Test
    void anotherLanguageOfTheWindowKeepsThePaper() {
        PaperScreen screen = open();
        onScreen(() -> texts.use(Locale.GERMAN));
        show(screen::createView);
        assertThat(place()).isEqualTo("Seite 1 von 3");
    }
}
