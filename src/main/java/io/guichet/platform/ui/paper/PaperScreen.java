package io.guichet.platform.ui.paper;

import io.guichet.kernel.CountryCode;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A paper in a tab, before it is printed or kept.
public final class PaperScreen implements Screen {

    private final About about;
    private final PaperParts parts;
    private final PaperViewModel paper;
    private final ReadOnlyBooleanWrapper nothingToSave = new ReadOnlyBooleanWrapper(false);
    private @Nullable PaperView view;

    /// What the paper is about.
    ///
    /// @param id      of the screen
    /// @param country of the file that it is about
    /// @param title   what the tab says
    /// @param file    what people call that file
    /// @param open    opens that file
    public record About(String id, CountryCode country, ObservableValue<String> title, ObservableValue<String> file,
                        Runnable open) {

        public About {
            Objects.requireNonNull(id);
            Objects.requireNonNull(country);
            Objects.requireNonNull(title);
            Objects.requireNonNull(file);
            Objects.requireNonNull(open);
        }
    }

    public PaperScreen(About about, PaperRequest request, PaperParts parts) {
        this.about = about;
        this.parts = parts;
        paper = new PaperViewModel(request, parts);
        paper.load();
    }

    @Override
    public String id() {
        return about.id();
    }

    @Override
    public ObservableValue<String> title() {
        return about.title();
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(about.country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingToSave.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        PaperView made = new PaperView(paper, about, parts.texts());
        view = made;
        return made;
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(keys(KeyCode.S), "platform.ui.paper.shortcut.save", paper::save),
                new Shortcut(keys(KeyCode.P), "platform.ui.paper.shortcut.print", paper::print),
                new Shortcut(keys(KeyCode.PLUS), "platform.ui.paper.shortcut.larger", paper.zoom()::in),
                new Shortcut(keys(KeyCode.MINUS), "platform.ui.paper.shortcut.smaller", paper.zoom()::out),
                new Shortcut(keys(KeyCode.DIGIT0), "platform.ui.paper.shortcut.fit", paper.zoom()::fit),
                new Shortcut(alt(KeyCode.PAGE_DOWN), "platform.ui.paper.shortcut.next",
                        shown(view -> view.show(paper.currentProperty().get() + 1))),
                new Shortcut(alt(KeyCode.PAGE_UP), "platform.ui.paper.shortcut.previous",
                        shown(view -> view.show(paper.currentProperty().get() - 1))));
    }

    @Override
    public void close() {
        paper.close();
    }

    private Runnable shown(Consumer<PaperView> action) {
        return () -> {
            if (view != null) {
                action.accept(view);
            }
        };
    }

    private static KeyCombination keys(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }
}
