package io.guichet.shell.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.NoticeHost;
import io.guichet.platform.ui.Overlay;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import io.guichet.shell.Settings;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The main window: the frame, the layer of popups over it, and the keys.
public final class MainWindow implements ShellActions {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final FxmlViews views;
    private final Texts texts;
    private final Appearance appearance;
    private final Overlay overlay;
    private final NoticeHost notices;
    private final StackPane root = new StackPane();
    private final Runnable signedOut;
    private @Nullable ShellViewModel shell;
    private Overlay.@Nullable Popup popup;
    private Subscription language = Subscription.EMPTY;

    /// @param signedOut what follows when the person signs out and nothing unsaved is left
    public MainWindow(Stage stage, FxmlViews views, Texts texts, Appearance appearance, Overlay overlay,
                      NoticeHost notices, Runnable signedOut) {
        this.stage = stage;
        this.views = views;
        this.texts = texts;
        this.appearance = appearance;
        this.overlay = overlay;
        this.notices = notices;
        this.signedOut = signedOut;
    }

    /// Shows the window where it stood the last time.
    ///
    /// @param closed what follows when the window was closed and nothing unsaved is left
    public void show(ShellViewModel model, Settings.@Nullable WindowPlace place, Runnable closed) {
        shell = model;
        root.getStyleClass().add("window");
        notices.setMouseTransparent(false);
        root.getChildren().setAll(frame(), notices, overlay);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        appearance.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::mouse);
        stage.setScene(scene);
        stage.setTitle("Guichet");
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        WindowPlaces.apply(stage, place);
        stage.setOnCloseRequest(asked -> {
            asked.consume();
            model.tabs().leave(closed);
        });
        language = texts.localeProperty().subscribe((before, now) -> rebuild());
        stage.show();
    }

    /// Takes the window away.
    public void hide() {
        language.unsubscribe();
        appearance.release(stage.getScene());
        stage.hide();
    }

    /// Where the window stands.
    public Settings.WindowPlace place() {
        return WindowPlaces.of(stage);
    }

    /// The window.
    public Stage stage() {
        return stage;
    }

    @Override
    public void search() {
        dismiss();
        PaletteViewModel palette = shell().palette();
        palette.begin();
        Region sheet = (Region) views.view("shell/palette")
                .with(PaletteController.class, () -> new PaletteController(palette, texts, this::dismiss, this::shortcuts))
                .load();
        popup = overlay.show(sheet, Overlay.Place.TOP, palette::end);
        // A field without its skin takes no keys: what is typed before the first frame must not be lost.
        sheet.applyCss();
        sheet.lookup("#query").requestFocus();
    }

    @Override
    public void shortcuts() {
        dismiss();
        ShortcutsSheet sheet = new ShortcutsSheet(texts, shell().tabs().selectedProperty().get(),
                ShellKeys.of(shell().tabs(), this));
        popup = overlay.show(sheet, Overlay.Place.CENTER, () -> { });
        sheet.requestFocus();
    }

    @Override
    public void signOut() {
        shell().tabs().leave(signedOut);
    }

    private ShellViewModel shell() {
        if (shell == null) {
            throw new IllegalStateException("the window is not shown");
        }
        return shell;
    }

    /// Takes away what stands over the window.
    public void dismiss() {
        if (popup != null) {
            popup.close();
            popup = null;
        }
    }

    private void rebuild() {
        dismiss();
        root.getChildren().set(0, frame());
    }

    private Parent frame() {
        return views.view("shell/main")
                .with(MainController.class, () -> new MainController(shell(), texts, appearance, this)).load();
    }

    /// The button that goes back in every browser.
    private void mouse(MouseEvent pressed) {
        if (pressed.getButton() == MouseButton.BACK && !overlay.isVisible()) {
            pressed.consume();
            shell().tabs().back();
        }
    }

    /// A letter is no shortcut while somebody types.
    private boolean isTyped(KeyEvent pressed) {
        boolean letter = pressed.getCode().isLetterKey() || pressed.getCode().isDigitKey();
        return letter && !pressed.isShortcutDown() && !pressed.isAltDown() && root.getScene().getFocusOwner() instanceof TextInputControl;
    }

    private void key(KeyEvent pressed) {
        boolean covered = overlay.isVisible();
        if (covered && !ShellKeys.SEARCH.match(pressed)) {
            return;
        }
        Screen screen = shell().tabs().selectedProperty().get();
        Stream<Shortcut> ofScreen = screen == null ? Stream.of() : screen.shortcuts().stream();
        List<Shortcut> ofWindow = ShellKeys.of(shell().tabs(), this);
        Stream.of(ofWindow.stream(), ShellKeys.tabNumbers(shell().tabs()).stream(), ofScreen)
                .flatMap(keys -> keys)
                .filter(shortcut -> shortcut.keys().match(pressed) && !isTyped(pressed)).findFirst().ifPresent(shortcut -> {
                    pressed.consume();
                    shortcut.action().run();
                });
    }
}
