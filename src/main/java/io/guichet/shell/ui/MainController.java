package io.guichet.shell.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.ProductVersion;
import io.guichet.platform.i18n.Languages;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.KeyNames;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.Theme;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The frame of the main window.
public final class MainController {

    private final ShellViewModel shell;
    private final Texts texts;
    private final Appearance appearance;
    private final ShellActions actions;
    private final Map<Screen, Parent> views = new HashMap<>();
    private final Map<Screen, Node> focuses = new HashMap<>();
    private @Nullable Screen shown;

    @FXML
    private BorderPane frame;
    @FXML
    private Button search;
    @FXML
    private HBox countries;
    @FXML
    private Button theme;
    @FXML
    private MenuButton language;
    @FXML
    private MenuButton person;
    @FXML
    private HBox tabs;
    @FXML
    private HBox lost;
    @FXML
    private Label lostText;
    @FXML
    private StackPane content;
    @FXML
    private Label connection;
    @FXML
    private Label server;
    @FXML
    private Label queryTime;
    @FXML
    private Label version;
    @FXML
    private Button help;

    public MainController(ShellViewModel shell, Texts texts, Appearance appearance, ShellActions actions) {
        this.shell = shell;
        this.texts = texts;
        this.appearance = appearance;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        frame.setLeft(new NavPane(shell, texts));
        TabStrip strip = new TabStrip(shell.tabs(), texts);
        HBox.setHgrow(strip, Priority.ALWAYS);
        tabs.getChildren().add(strip);
        topBar();
        statusBar();
        ScreenLifecycle lifecycle = ScreenLifecycle.of(frame);
        lifecycle.follow(shell.tabs().selectedProperty(), this::showScreen);
        lifecycle.follow(this::forgetClosed, shell.tabs().screens());
        lifecycle.follow(shell.connectionProperty(), this::connection);
        lifecycle.follow(shell.palette().databaseTimeProperty(), this::showQueryTime);
        lifecycle.follow(appearance.themeProperty(), this::themeButton);
    }

    private void topBar() {
        search.setText(shell.palette().prompt());
        Label prompt = new Label(search.getText());
        prompt.getStyleClass().add("muted");
        prompt.setMinWidth(0);
        Label keys = new Label(KeyNames.of(texts, ShellKeys.SEARCH));
        keys.getStyleClass().add("key-cap");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox inside = new HBox(Icons.of(Feather.SEARCH), prompt, room, keys);
        inside.getStyleClass().add("search-inside");
        inside.prefWidthProperty().bind(search.widthProperty().subtract(20));
        search.setGraphic(inside);
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.setAccessibleText(search.getText());
        search.setPrefWidth(640);
        search.setMinWidth(120);
        search.setOnAction(pressed -> actions.search());
        for (CountryCode code : shell.rights().countries().stream().sorted().toList()) {
            CountryTag tag = new CountryTag(code);
            tag.setTooltip(new Tooltip(Locale.of("", code.value()).getDisplayCountry(texts.locale())));
            countries.getChildren().add(tag);
        }
        theme.setOnAction(pressed -> appearance.themeProperty().set(appearance.themeProperty().get().other()));
        languageMenu();
        personMenu();
    }

    private void languageMenu() {
        language.setText(texts.locale().getLanguage());
        language.setAccessibleText(texts.get("shell.language.choose"));
        language.setTooltip(new Tooltip(texts.get("shell.language.choose")));
        ToggleGroup group = new ToggleGroup();
        for (Locale offered : Texts.LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(Languages.name(offered));
            item.setToggleGroup(group);
            item.setSelected(offered.equals(texts.locale()));
            item.setOnAction(chosen -> texts.use(offered));
            language.getItems().add(item);
        }
    }

    private void personMenu() {
        person.setText(shell.rights().user());
        person.setGraphic(Icons.of(Feather.USER));
        MenuItem settings = new MenuItem(texts.get("shell.settings.title"), Icons.of(Feather.SETTINGS));
        settings.setOnAction(chosen -> shell.tabs().open(ShellScreens.SETTINGS, false));
        MenuItem signOut = new MenuItem(texts.get("shell.person.signOut"), Icons.of(Feather.LOG_OUT));
        signOut.setOnAction(chosen -> actions.signOut());
        person.getItems().addAll(settings, new SeparatorMenuItem(), signOut);
    }

    private void statusBar() {
        server.setText(shell.rights().user() + " · " + shell.server());
        server.setGraphic(Icons.of(Feather.DATABASE));
        lostText.setGraphic(Icons.of(Feather.WIFI_OFF));
        version.setText(texts.get("shell.status.version", ProductVersion.running().text()));
        help.setGraphic(Icons.of(Feather.HELP_CIRCLE));
        help.setOnAction(pressed -> actions.shortcuts());
    }

    private void themeButton(Theme now) {
        Icons.dress(theme, now == Theme.LIGHT ? Feather.MOON : Feather.SUN,
                texts.get(now == Theme.LIGHT ? "shell.theme.dark" : "shell.theme.light"));
    }

    private void showScreen(@Nullable Screen screen) {
        Node focused = content.getScene() == null ? null : content.getScene().getFocusOwner();
        if (shown != null && focused != null && isWithin(focused, views.get(shown))) {
            focuses.put(shown, focused);
        }
        shown = screen;
        if (screen == null) {
            content.getChildren().clear();
            return;
        }
        Parent view = views.computeIfAbsent(screen, Screen::createView);
        if (!content.getChildren().contains(view)) {
            content.getChildren().setAll(view);
            focus(screen, view);
        }
    }

    /// Keys go to the screen that is seen, to where they went when it was left.
    private void focus(Screen screen, Parent view) {
        Node now = content.getScene() == null ? null : content.getScene().getFocusOwner();
        if (now != null && isWithin(now, view)) {
            return;
        }
        Node before = focuses.get(screen);
        (before != null && isWithin(before, view) ? before : content).requestFocus();
    }

    private static boolean isWithin(Node node, @Nullable Parent ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    private void forgetClosed() {
        views.keySet().retainAll(shell.tabs().screens());
        focuses.keySet().retainAll(shell.tabs().screens());
    }

    private void connection(ChangeFeed.State state) {
        boolean connected = state == ChangeFeed.State.CONNECTED;
        connection.setText(texts.get(connected ? "shell.connection.up" : "shell.connection.down"));
        connection.setGraphic(Icons.of(connected ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
        connection.getStyleClass().removeAll("success-text", "warning-text");
        connection.getStyleClass().add(connected ? "success-text" : "warning-text");
        boolean isLost = state == ChangeFeed.State.RECONNECTING && shell.wasConnected();
        lost.setVisible(isLost);
        lost.setManaged(isLost);
    }

    private void showQueryTime(@Nullable Duration time) {
        queryTime.setVisible(time != null);
        if (time != null) {
            queryTime.setText(texts.get("shell.status.query", Math.max(1, time.toMillis())));
            queryTime.setTooltip(new Tooltip(texts.get("shell.status.queryHint")));
        }
    }
}
