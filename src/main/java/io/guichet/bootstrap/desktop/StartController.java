package io.guichet.bootstrap.desktop;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.kernel.ProductVersion;
import io.guichet.platform.i18n.Languages;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.Theme;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The start window: one step at a time.
public final class StartController {

    private static final double CHOICE_WIDTH = 300;

    private final StartViewModel start;
    private final SignInViewModel entrance;
    private final Countries installed;
    private final Texts texts;
    private final Appearance appearance;
    private final List<String> servers;

    @FXML
    private HBox countries;
    @FXML
    private Label version;
    @FXML
    private Button theme;
    @FXML
    private MenuButton language;
    @FXML
    private VBox workingStep;
    @FXML
    private Label working;
    @FXML
    private ProgressBar progress;
    @FXML
    private VBox contentStep;
    @FXML
    private Button sample;
    @FXML
    private Button empty;
    @FXML
    private VBox administratorStep;
    @FXML
    private TextField administrator;
    @FXML
    private PasswordField newPassword;
    @FXML
    private PasswordField repeated;
    @FXML
    private Button appoint;
    @FXML
    private VBox signInStep;
    @FXML
    private TextField user;
    @FXML
    private PasswordField password;
    @FXML
    private Label capsLock;
    @FXML
    private ComboBox<String> server;
    @FXML
    private Button signIn;
    @FXML
    private ProgressBar signingIn;
    @FXML
    private VBox offers;
    @FXML
    private FlowPane accounts;
    @FXML
    private ErrorPanel error;

    /// @param servers addresses that were used before
    public StartController(StartViewModel start, SignInViewModel entrance, Countries installed, Texts texts,
                           Appearance appearance, List<String> servers) {
        this.start = start;
        this.entrance = entrance;
        this.installed = installed;
        this.texts = texts;
        this.appearance = appearance;
        this.servers = servers;
    }

    @FXML
    private void initialize() {
        installed.all().stream().map(Country::code).map(CountryTag::new).forEach(countries.getChildren()::add);
        version.setText(texts.get("shell.status.version", ProductVersion.running().text()));
        tools();
        choice(sample, Feather.USERS, "bootstrap.desktop.content.sample", "bootstrap.desktop.content.sample.what");
        sample.setOnAction(pressed -> start.chooseSample());
        choice(empty, Feather.FILE, "bootstrap.desktop.content.empty", "bootstrap.desktop.content.empty.what");
        empty.setOnAction(pressed -> start.chooseEmpty());
        administrator.textProperty().bindBidirectional(start.administratorProperty());
        newPassword.textProperty().bindBidirectional(start.passwordProperty());
        repeated.textProperty().bindBidirectional(start.repeatedProperty());
        appoint.setOnAction(pressed -> start.appoint());
        signInFields();
        ScreenLifecycle lifecycle = ScreenLifecycle.of(error);
        lifecycle.follow(start.workingProperty(), now -> working.setText(texts.get(now)));
        lifecycle.follow(start.doneProperty(), part -> progress.setProgress(part.doubleValue()));
        lifecycle.follow(start.offeredProperty(), this::offer);
        lifecycle.follow(entrance.busyProperty(), this::signingIn);
        lifecycle.follow(this::problem, start.stepProperty(), start.problemProperty(), entrance.problemProperty());
        lifecycle.follow(appearance.themeProperty(), now -> Icons.dress(theme,
                now == Theme.LIGHT ? Feather.MOON : Feather.SUN,
                texts.get(now == Theme.LIGHT ? "shell.theme.dark" : "shell.theme.light")));
    }

    private void tools() {
        theme.setOnAction(pressed -> appearance.themeProperty().set(appearance.themeProperty().get().other()));
        language.setText(Languages.name(texts.locale()));
        language.setAccessibleText(texts.get("shell.language.choose"));
        ToggleGroup group = new ToggleGroup();
        for (Locale offered : Texts.LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(Languages.name(offered));
            item.setToggleGroup(group);
            item.setSelected(offered.equals(texts.locale()));
            item.setOnAction(chosen -> texts.use(offered));
            language.getItems().add(item);
        }
    }

    private void signInFields() {
        user.textProperty().bindBidirectional(entrance.userProperty());
        password.textProperty().bindBidirectional(entrance.passwordProperty());
        user.setOnAction(entered -> password.requestFocus());
        password.setOnAction(entered -> entrance.signIn());
        password.addEventHandler(KeyEvent.KEY_RELEASED, released -> capsLock());
        password.focusedProperty().subscribe(focused -> capsLock());
        signIn.setOnAction(pressed -> entrance.signIn());
        server.getItems().add(texts.get("bootstrap.desktop.server.here"));
        server.getItems().addAll(servers);
        server.setValue(serverWords());
        server.setOnAction(chosen -> use(server.getValue()));
    }

    private void signingIn(boolean busy) {
        signInStep.setDisable(busy);
        signIn.setText(texts.get(busy ? "bootstrap.desktop.signingIn" : "bootstrap.desktop.signIn"));
        // Its room stays, so that nothing below the button jumps.
        signingIn.setVisible(busy);
    }

    private void use(@Nullable String typed) {
        String wanted = typed == null || typed.equals(texts.get("bootstrap.desktop.server.here")) ? "" : typed.strip();
        if (!wanted.equals(start.serverProperty().get())) {
            start.serverProperty().set(wanted);
            start.begin();
        }
    }

    private String serverWords() {
        String typed = start.serverProperty().get();
        return typed.isEmpty() ? texts.get("bootstrap.desktop.server.here") : typed;
    }

    private void capsLock() {
        show(capsLock, password.isFocused() && Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    private void step(StartViewModel.Step now) {
        show(workingStep, now == StartViewModel.Step.WORKING && start.problemProperty().get() == null);
        show(contentStep, now == StartViewModel.Step.CONTENT);
        show(administratorStep, now == StartViewModel.Step.ADMINISTRATOR);
        show(signInStep, now == StartViewModel.Step.SIGN_IN);
        appoint.setDefaultButton(now == StartViewModel.Step.ADMINISTRATOR);
        switch (now) {
            case CONTENT -> sample.requestFocus();
            case ADMINISTRATOR -> administrator.requestFocus();
            case SIGN_IN -> (user.getText().isEmpty() ? user : password).requestFocus();
            case WORKING -> workingStep.requestFocus();
        }
    }

    private void offer(List<String> names) {
        show(offers, !names.isEmpty());
        accounts.getChildren().setAll(names.stream().map(name -> {
            Button account = new Button(name);
            account.setId("account-" + name.replace('.', '-'));
            account.getStyleClass().add("chip");
            account.setOnAction(pressed -> entrance.signInAs(name));
            return account;
        }).toList());
    }

    private void problem() {
        step(start.stepProperty().get());
        Problem ofStart = start.problemProperty().get();
        boolean entering = start.stepProperty().get() == StartViewModel.Step.SIGN_IN;
        Problem ofEntrance = entering ? entrance.problemProperty().get() : null;
        if (ofStart != null) {
            boolean asks = start.stepProperty().get() == StartViewModel.Step.ADMINISTRATOR;
            error.show(texts, ofStart, asks ? null : start::retry);
        } else {
            error.show(texts, ofEntrance, null);
            if (ofEntrance != null) {
                password.requestFocus();
                password.selectAll();
            }
        }
    }

    private void choice(Button button, Ikon icon, String titleKey, String textKey) {
        Label title = new Label(texts.get(titleKey));
        title.getStyleClass().add("strong");
        // A wrapped label does not know its height inside a button; a text does.
        Text text = new Text(texts.get(textKey));
        text.getStyleClass().add("secondary");
        text.setWrappingWidth(CHOICE_WIDTH);
        VBox words = new VBox(title, text);
        words.getStyleClass().add("search-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox inside = new HBox(Icons.of(icon), words);
        inside.getStyleClass().add("search-box");
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(title.getText());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
