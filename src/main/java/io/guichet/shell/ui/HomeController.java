package io.guichet.shell.ui;

import io.guichet.directory.SearchRow;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.KeyNames;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.Shortcut;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The home screen: go on where one left off, or begin something.
public final class HomeController {

    private final HomeViewModel home;
    private final Supplier<ShellViewModel> shell;
    private final ShellActions actionsOfShell;
    private final Texts texts;
    private final Clock clock;

    @FXML
    private Label greeting;
    @FXML
    private Label today;
    @FXML
    private ErrorPanel error;
    @FXML
    private LoadingPane loading;
    @FXML
    private VBox files;
    @FXML
    private VBox actions;
    @FXML
    private VBox keys;

    public HomeController(HomeViewModel home, Supplier<ShellViewModel> shell, ShellActions actionsOfShell, Texts texts,
                          Clock clock) {
        this.home = home;
        this.shell = shell;
        this.actionsOfShell = actionsOfShell;
        this.texts = texts;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        ShellViewModel frame = shell.get();
        greeting.setText(texts.get("shell.home.greeting", frame.rights().user()));
        today.setText(texts.dayInWords(LocalDate.now(clock)));
        Button search = row(texts.get("shell.home.search"), Icons.of(Feather.SEARCH));
        search.setOnAction(pressed -> actionsOfShell.search());
        actions.getChildren().add(search);
        for (NavEntry entry : frame.navigation()) {
            if (!entry.screenId().equals(TabsViewModel.HOME)) {
                Button button = row(texts.get(entry.textKey()), Icons.of(entry.icon()));
                button.setOnAction(pressed -> frame.tabs().open(entry.screenId(), false));
                actions.getChildren().add(button);
            }
        }
        for (Shortcut shortcut : ShellKeys.of(frame.tabs(), actionsOfShell)) {
            keys.getChildren().add(keyLine(texts, shortcut));
        }
        ScreenLifecycle lifecycle = ScreenLifecycle.of(files);
        lifecycle.follow(this::rows, home.rows(), home.loadingProperty());
        lifecycle.follow(home.problemProperty(), problem -> error.show(texts, problem, home::refresh));
    }

    private void rows() {
        List<SearchRow> rows = home.rows();
        loading.setLoading(rows.isEmpty() && home.loadingProperty().get());
        if (rows.isEmpty()) {
            Label title = new Label(texts.get("shell.home.recent.none"));
            title.getStyleClass().add("strong");
            Label what = new Label(shell.get().palette().advice());
            what.getStyleClass().add("muted");
            what.setWrapText(true);
            Button search = new Button(texts.get("shell.home.search"), Icons.of(Feather.SEARCH));
            search.getStyleClass().add("accent");
            search.setOnAction(pressed -> actionsOfShell.search());
            VBox empty = new VBox(title, what, search);
            empty.getStyleClass().add("empty-state");
            files.getChildren().setAll(empty);
            return;
        }
        files.getChildren().setAll(rows.stream().map(this::fileRow).toList());
    }

    private Button fileRow(SearchRow row) {
        Button button = new Button();
        button.setGraphic(SearchRowCell.view(texts, row));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(row.label());
        dress(button);
        button.setOnAction(pressed -> home.open(row, false));
        return button;
    }

    private static Button row(String words, Node graphic) {
        Button button = new Button(words, graphic);
        dress(button);
        return button;
    }

    private static void dress(Button button) {
        button.getStyleClass().addAll("row-button", "flat");
        button.setMaxWidth(Double.MAX_VALUE);
    }

    /// A key and what it does, on one line.
    static HBox keyLine(Texts texts, Shortcut shortcut) {
        return keyLine(texts.get(shortcut.textKey()), KeyNames.of(texts, shortcut.keys()));
    }

    static HBox keyLine(String does, String keys) {
        Label words = new Label(does);
        words.setMinWidth(0);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(words, room, cap);
        line.getStyleClass().add("key-line");
        return line;
    }
}
