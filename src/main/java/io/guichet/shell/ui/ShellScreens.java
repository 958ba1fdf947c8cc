package io.guichet.shell.ui;

import io.guichet.directory.Directory;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import io.guichet.platform.ui.Shortcut;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The shell's own screens: home and settings.
public final class ShellScreens implements ScreenFactory {

    /// Id of the settings screen.
    public static final String SETTINGS = "settings";

    private final FxmlViews views;
    private final Texts texts;
    private final Appearance appearance;
    private final Directory directory;
    private final Background background;
    private final RecentFiles recent;
    private final Clock clock;
    private final Supplier<ShellViewModel> shell;
    private final ShellActions actions;

    /// @param shell the frame that these screens stand in; asked for when a screen is made, since the frame needs its
    ///              factories first
    public ShellScreens(FxmlViews views, Texts texts, Appearance appearance, Directory directory, Background background,
                        RecentFiles recent, Clock clock, Supplier<ShellViewModel> shell, ShellActions actions) {
        this.views = views;
        this.texts = texts;
        this.appearance = appearance;
        this.directory = directory;
        this.background = background;
        this.recent = recent;
        this.clock = clock;
        this.shell = shell;
        this.actions = actions;
    }

    @Override
    public Optional<Screen> make(String id) {
        return switch (id) {
            case TabsViewModel.HOME -> Optional.of(home());
            case SETTINGS -> Optional.of(new Simple(SETTINGS, title("shell.settings.title"), () -> views
                    .view("shell/settings")
                    .with(SettingsController.class, () -> new SettingsController(texts, appearance)).load(),
                    () -> { }, () -> { }));
            default -> Optional.empty();
        };
    }

    @Override
    public List<NavEntry> navigation() {
        return List.of(new NavEntry(TabsViewModel.HOME, "shell.home.title", Feather.HOME, 0),
                new NavEntry(SETTINGS, "shell.settings.title", Feather.SETTINGS, 900));
    }

    private Screen home() {
        HomeViewModel model = new HomeViewModel(directory, background, recent, shell.get().tabs());
        return new Simple(TabsViewModel.HOME, title("shell.home.title"), () -> views.view("shell/home")
                .with(HomeController.class, () -> new HomeController(model, shell, actions, texts, clock)).load(),
                model::refresh, model::close);
    }

    private ObservableValue<String> title(String key) {
        return texts.localeProperty().map(language -> texts.get(key));
    }

    /// A screen where nothing can be unsaved.
    private record Simple(String id, ObservableValue<String> title, Supplier<Parent> view, Runnable again,
                          Runnable closed) implements Screen {

        @Override
        public ObservableValue<Boolean> unsaved() {
            return new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
        }

        @Override
        public Parent createView() {
            return view.get();
        }

        @Override
        public List<Shortcut> shortcuts() {
            return List.of();
        }

        @Override
        public void refresh() {
            again.run();
        }

        @Override
        public void close() {
            closed.run();
        }
    }
}
