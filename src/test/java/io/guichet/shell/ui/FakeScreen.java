package io.guichet.shell.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import io.guichet.platform.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A screen that records what happens to it.
final class FakeScreen implements Screen {

    final SimpleStringProperty title = new SimpleStringProperty();
    final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();
    final List<String> events = new ArrayList<>();
    /// How many places within this screen one can go back through.
    int places;
    private final String id;
    private final @Nullable FileRef file;

    FakeScreen(String id) {
        this.id = id;
        this.file = FileScreens.file(id).orElse(null);
        title.set(id);
    }

    /// Makes a screen for every id but `refused`, and keeps what it made.
    static final class Factory implements ScreenFactory {

        final List<FakeScreen> made = new ArrayList<>();

        @Override
        public Optional<Screen> make(String id) {
            if (id.equals("refused") || id.equals(ShellScreens.SETTINGS)) {
                return Optional.empty();
            }
            FakeScreen screen = new FakeScreen(id);
            made.add(screen);
            return Optional.of(screen);
        }
    }

    @Override
    public boolean back() {
        return places-- > 0;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void expect(String label) {
        title.set(label);
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.ofNullable(file).map(FileRef::country);
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return unsaved;
    }

    @Override
    public Parent createView() {
        events.add("view");
        Label label = new Label(title.get());
        label.getStyleClass().add("page-title");
        VBox page = new VBox(label);
        page.getStyleClass().add("page");
        return page;
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(new Shortcut(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN), "shell.kind.case",
                () -> events.add("saved")));
    }

    @Override
    public void refresh() {
        events.add("refresh");
    }

    @Override
    public void close() {
        events.add("close");
    }
}
