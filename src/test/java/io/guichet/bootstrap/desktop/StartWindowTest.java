package io.guichet.bootstrap.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.Composition.Shared;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxTicker;
import io.guichet.platform.ui.Theme;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.UiTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartWindowTest extends UiTest {

    private final Countries countries = Countries.load();
    private final Texts texts = Texts.of(TextFolders.of(countries));
    private final FakePremises premises = new FakePremises();
    private final HeldBackground background = new HeldBackground();
    private final List<Database> entered = new ArrayList<>();
    private final StartViewModel start = new StartViewModel(server -> premises, background);
    private final SignInViewModel entrance =
            new SignInViewModel(start.premisesProperty()::get, background, entered::add);
    private StartWindow window;

    @BeforeEach
    void open() {
        onScreen(() -> {
            window = new StartWindow(new Stage(), new Shared(countries, texts, appearance(), background, new FxTicker(),
                    Clock.systemUTC()), start, entrance, List.of("jdbc:postgresql://db.example/guichet"));
            window.show();
            start.begin();
        });
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            window.hide();
            appearance().themeProperty().set(Theme.LIGHT);
        });
    }

    @Test
    void oneSignsInByKeyboardAlone() {
        ready(Premises.State.READY);
        await("the user is asked first", () -> find("user", TextField.class).isFocused());
        robot.write("care").type(KeyCode.TAB).write("care").type(KeyCode.ENTER);
        onScreen(background::doAll);
        assertThat(entered).hasSize(1);
    }

    @Test
    void aRefusalShowsTheSentenceAndSelectsThePassword() {
        ready(Premises.State.SAMPLE);
        robot.clickOn("#user").write("care").type(KeyCode.TAB).write("wrong").type(KeyCode.ENTER);
        onScreen(background::doAll);
        assertThat(find("error", Node.class).isVisible()).isTrue();
        PasswordField password = find("password", PasswordField.class);
        assertThat(password.getText()).isEqualTo("wrong");
        await("the password can be typed over", () -> password.isFocused()
                && password.getSelectedText().length() == 5);
    }

    @Test
    void theWindowSaysThatSomebodyIsSigningInAndGivesTheFormBackAfterAFailure() {
        ready(Premises.State.SAMPLE);
        robot.clickOn("#user").write("care").type(KeyCode.TAB).write("wrong").type(KeyCode.ENTER);
        assertThat(robot.lookup("#signIn").queryButton().getText()).isEqualTo("Signing in…");
        assertThat(find("signInStep", Node.class).isDisabled()).isTrue();
        assertThat(find("signingIn", ProgressBar.class).isVisible()).isTrue();
        onScreen(background::doAll);
        assertThat(robot.lookup("#signIn").queryButton().getText()).isEqualTo("Sign in");
        assertThat(find("signInStep", Node.class).isDisabled()).isFalse();
        assertThat(find("signingIn", ProgressBar.class).isVisible()).isFalse();
        assertThat(find("user", TextField.class).getText()).isEqualTo("care");
        assertThat(find("password", PasswordField.class).getText()).isEqualTo("wrong");
        await("the password can be typed again", () -> find("password", PasswordField.class).isFocused());
    }

    @Test
    void theSampleOffersItsAccountsAndOthersDoNot() {
        ready(Premises.State.SAMPLE);
        robot.clickOn("#account-lead");
        onScreen(background::doAll);
        assertThat(entered).hasSize(1);
        premises.embedded = false;
        onScreen(start::begin);
        ready(Premises.State.READY);
        assertThat(find("offers", Node.class).isVisible()).isFalse();
    }

    @Test
    void theLanguageSwitchKeepsWhatWasTyped() {
        ready(Premises.State.READY);
        onScreen(() -> {
            find("user", TextField.class).setText("anna");
            texts.use(Locale.FRENCH);
        });
        assertThat(find("user", TextField.class).getText()).isEqualTo("anna");
        assertThat(robot.lookup("#signIn").queryButton().getText()).isEqualTo("Se connecter");
    }

    @Test
    void everyStepToLookAt() throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (Theme theme : Theme.values()) {
                onScreen(() -> {
                    texts.use(language);
                    appearance().themeProperty().set(theme);
                });
                pictures("-" + language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void pictures(String suffix) throws Exception {
        onScreen(start::begin);
        screenshot("start-progress" + suffix);
        ready(Premises.State.UNDECIDED);
        screenshot("start-content" + suffix);
        onScreen(start::chooseEmpty);
        onScreen(background::doAll);
        onScreen(start::appoint);
        screenshot("start-administrator" + suffix);
        onScreen(start::begin);
        ready(Premises.State.SAMPLE);
        screenshot("sign-in" + suffix);
        onScreen(() -> {
            entrance.userProperty().set("care");
            entrance.passwordProperty().set("wrong");
            entrance.signIn();
        });
        screenshot("sign-in-under-way" + suffix);
        onScreen(background::doAll);
        screenshot("sign-in-refused" + suffix);
        premises.failure = FakePremises.unreachable();
        onScreen(start::begin);
        onScreen(background::doAll);
        screenshot("start-failed" + suffix);
        premises.failure = null;
    }

    private void ready(Premises.State state) {
        premises.state = state;
        onScreen(background::doAll);
    }
}
