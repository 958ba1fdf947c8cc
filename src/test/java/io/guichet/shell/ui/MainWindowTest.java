package io.guichet.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Theme;
import io.guichet.testing.UiTest;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainWindowTest extends UiTest {

    private final Texts texts = texts("platform", "shell");
    private ShellFixture fixture;

    @BeforeEach
    void open() {
        onScreen(() -> {
            fixture = new ShellFixture(texts, appearance(), List.of(FileScreens.id(SearchableDirectory.PIETER),
                    FileScreens.id(SearchableDirectory.CLAIM)));
            fixture.window.show(fixture.shell, null, () -> fixture.events.add("closed"));
            fixture.window.stage().setX(0);
            fixture.window.stage().setY(0);
            fixture.window.stage().setWidth(990);
            fixture.window.stage().setHeight(760);
            fixture.tabs.restore(List.of(), "");
        });
    }

    @AfterEach
    void restoreLooks() {
        onScreen(() -> {
            appearance().themeProperty().set(Theme.LIGHT);
            appearance().largeTextProperty().set(false);
            fixture.window.hide();
        });
    }

    @Test
    void aMemberIsFoundAndOpenedByKeyboardAlone() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        await("the palette is open", () -> robot.lookup("#query").tryQuery().isPresent());
        await("the field has the focus", () -> find("query", TextField.class).isFocused());
        robot.write("garcia");
        await("found", () -> fixture.shell.palette().rows().size() == 5);
        robot.type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
        await("opened", () -> selectedId().equals("member:FR:1000042"));
        assertThat(fx(() -> robot.lookup("#query").tryQuery().isEmpty())).isTrue();
    }

    @Test
    void keysGoToTheFileThatWasOpened() {
        onScreen(() -> robot.lookup("#search").queryButton().requestFocus());
        onScreen(fixture.window::search);
        robot.write("garcia");
        await("found", () -> fixture.shell.palette().rows().size() == 5);
        robot.type(KeyCode.ENTER);
        await("opened", () -> selectedId().equals("member:FR:1000042"));
        robot.type(KeyCode.ENTER);
        assertThat(fx(() -> robot.lookup("#query").tryQuery().isEmpty())).as("Enter is the file's").isTrue();
        assertThat(fx(() -> robot.lookup("#search").queryButton().isFocused())).isFalse();
    }

    @Test
    void whatIsTypedBeforeTheFirstFrameIsKept() {
        onScreen(() -> {
            fixture.window.search();
            TextField query = find("query", TextField.class);
            query.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "g", "", KeyCode.UNDEFINED, false, false, false, false));
        });
        assertThat(find("query", TextField.class).getText()).isEqualTo("g");
    }

    @Test
    void theFirstRowIsMarkedAfterEveryKeystroke() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        await("the palette is open", () -> robot.lookup("#query").tryQuery().isPresent());
        await("the field has the focus", () -> find("query", TextField.class).isFocused());
        for (String letter : List.of("g", "a", "r")) {
            int asked = fixture.directory.asked.size();
            robot.write(letter);
            await("answered", () -> fixture.directory.asked.size() > asked
                    && fixture.shell.palette().rows().size() == 5);
            await("the first row is marked", 
                    () -> find("rows", ListView.class).getSelectionModel().getSelectedIndex() == 0);
        }
    }

    @Test
    void tabsAreWalkedClosedAndReopenedByKeyboard() {
        onScreen(() -> {
            fixture.tabs.open(SearchableDirectory.ELODIE, false);
            fixture.tabs.open(SearchableDirectory.PIETER, false);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        await("around to home", () -> selectedId().equals("home"));
        robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
        await("second tab", () -> selectedId().equals("member:FR:1000042"));
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        await("the screen's own key", () -> fixture.files.made.getFirst().events.contains("saved"));
        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        await("closed", () -> fixture.tabs.screens().size() == 2);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.CONTROL, KeyCode.SHIFT);
        await("reopened", () -> selectedId().equals("member:FR:1000042"));
    }

    @Test
    void closingAWindowWithUnsavedEditsAsks() {
        onScreen(() -> {
            fixture.tabs.open(SearchableDirectory.ELODIE, false);
            fixture.files.made.getFirst().unsaved.set(true);
            fixture.window.signOut();
        });
        assertThat(fixture.events).isEmpty();
        robot.clickOn("#answer-discard");
        await("signed out", () -> fixture.events.equals(List.of("signed out")));
    }

    @Test
    void theLanguageSwitchesEverythingAndKeepsWhatIsOpen() {
        onScreen(() -> fixture.tabs.open(SearchableDirectory.ELODIE, false));
        onScreen(() -> texts.use(Locale.GERMAN));
        assertThat(robot.lookup(".label").queryAllAs(Label.class)).extracting(Label::getText).contains("Verbunden")
                .doesNotContain("Connected");
        assertThat(selectedId()).isEqualTo("member:FR:1000042");
        assertThat(fixture.files.made.getFirst().events).containsExactly("view", "view");
    }

    @Test
    void aLostConnectionIsSaidAndOpenScreensAskAgainWhenItIsBack() throws Exception {
        onScreen(() -> fixture.tabs.open(SearchableDirectory.ELODIE, false));
        onScreen(() -> fixture.feed.state(ChangeFeed.State.RECONNECTING));
        assertThat(find("lost", javafx.scene.Node.class).isVisible()).isTrue();
        assertThat(find("lostText", Label.class).getGraphic()).isNotNull();
        screenshot("connection-lost");
        onScreen(() -> fixture.feed.state(ChangeFeed.State.CONNECTED));
        assertThat(find("lost", javafx.scene.Node.class).isVisible()).isFalse();
        assertThat(fixture.files.made.getFirst().events).contains("refresh");
    }

    @Test
    void homeNamesTheDayBeforeTheMonth() {
        assertThat(find("today", Label.class).getText()).isEqualTo("Saturday 21 November 2026");
    }

    @Test
    void theKeysOfTheScreenAreShownByF1AndLeftByEscape() {
        robot.type(KeyCode.F1);
        await("shown", () -> robot.lookup("#shortcuts").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        await("gone", () -> robot.lookup("#shortcuts").tryQuery().isEmpty());
    }

    @Test
    void theKeysTakeThePlaceOfThePalette() {
        onScreen(fixture.window::search);
        robot.type(KeyCode.F1);
        await("shown", () -> robot.lookup("#shortcuts").tryQuery().isPresent());
        assertThat(fx(() -> robot.lookup("#query").tryQuery().isEmpty())).isTrue();
        robot.type(KeyCode.ESCAPE);
        await("gone", () -> robot.lookup("#shortcuts").tryQuery().isEmpty());
    }

    @Test
    void everyScreenOfTheShellToLookAt() throws Exception {
        onScreen(() -> {
            fixture.tabs.open(SearchableDirectory.ELODIE, true);
            fixture.tabs.open(SearchableDirectory.PIETER, true);
            fixture.files.made.getFirst().title.set("Élodie Garcia");
            fixture.files.made.getLast().title.set("Pieter Garcia-Janssens");
            fixture.files.made.getLast().unsaved.set(true);
        });
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (Theme theme : Theme.values()) {
                onScreen(() -> {
                    texts.use(language);
                    appearance().themeProperty().set(theme);
                });
                pictures(language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void pictures(String name) throws Exception {
        screenshot("home-" + name);
        onScreen(fixture.window::search);
        screenshot("palette-recent-" + name);
        onScreen(() -> find("query", TextField.class).setText("garcia"));
        screenshot("palette-hits-" + name);
        onScreen(() -> find("query", TextField.class).setText("xyz"));
        screenshot("palette-nothing-" + name);
        robot.type(KeyCode.ESCAPE);
        onScreen(fixture.window::shortcuts);
        screenshot("shortcuts-" + name);
        robot.type(KeyCode.ESCAPE);
        onScreen(() -> fixture.tabs.open(ShellScreens.SETTINGS, false));
        screenshot("settings-" + name);
        onScreen(() -> fixture.tabs.closeSelected());
        onScreen(() -> fixture.tabs.open(TabsViewModel.HOME, false));
    }

    private String selectedId() {
        Screen screen = fixture.tabs.selectedProperty().get();
        return screen == null ? "" : screen.id();
    }
}
