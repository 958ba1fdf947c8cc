package io.guichet.contract.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// An amendment in a tab. A new one becomes the screen of its file as soon as it is stored.
final class AmendmentScreen implements Screen {

    private final AmendmentViewModel amendment;
    private final ContractWork work;
    private final ScreenParts parts;
    private final String first;
    private final ObservableValue<String> title;
    private final ObservableValue<Boolean> unsaved;
    private final ReadOnlyObjectWrapper<List<FilePanel>> panels = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable AmendmentController controller;

    /// @param first its id as long as it is not stored
    AmendmentScreen(AmendmentViewModel amendment, String first, ContractWork work, ScreenParts parts) {
        this.amendment = amendment;
        this.first = first;
        this.work = work;
        this.parts = parts;
        title = Bindings.createStringBinding(this::said, amendment.now().draftProperty(), parts.texts().localeProperty());
        ObservableValue<Boolean> unreadable =
                amendment.now().draftProperty().flatMap(DraftForm::unreadableProperty).orElse(false);
        ObservableValue<Boolean> own = amendment.now().draftProperty().flatMap(DraftForm::dirtyProperty).orElse(false)
                .flatMap(dirty -> Bindings.createObjectBinding(amendment::unsaved, unreadable,
                        amendment.saving().problemProperty(), amendment.saving().conflictProperty(),
                        amendment.saving().savingProperty()));
        unsaved = panels.flatMap(made -> FilePanel.unsaved(own, made));
        // Papers are attached to what is stored: there is nothing to attach them to before.
        amendment.now().detailsProperty().subscribe(stored -> {
            if (stored != null && panels.get().isEmpty()) {
                panels.set(parts.panels(stored.row().ref()));
            }
        });
        amendment.start();
    }

    private String said() {
        DraftForm draft = amendment.now().draftProperty().get();
        return draft == null ? parts.texts().get("contract.amendments.new")
                : parts.words().kind(amendment.contract().country(), draft.kind().code());
    }

    @Override
    public String id() {
        FileRef stored = amendment.ref();
        return stored == null ? first : FileScreens.id(stored);
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(amendment.contract().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return unsaved;
    }

    @Override
    public Parent createView() {
        amendment.use(parts.texts().locale());
        AmendmentController made = new AmendmentController(amendment, work, parts, panels.getReadOnlyProperty());
        controller = made;
        return parts.views().view("contract/amendment").with(AmendmentController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN),
                        "contract.amendment.shortcut.save", amendment::save),
                new Shortcut(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                        "contract.amendment.shortcut.preview", amendment::preview),
                new Shortcut(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN,
                        KeyCombination.SHIFT_DOWN), "contract.amendment.shortcut.apply", () -> {
                            if (controller != null) {
                                controller.askApply();
                            }
                        }));
    }

    @Override
    public void refresh() {
        amendment.refresh();
        panels.get().forEach(FilePanel::refresh);
    }

    @Override
    public void settle(Runnable then) {
        amendment.settle(then);
    }

    @Override
    public void close() {
        amendment.close();
        panels.get().forEach(FilePanel::close);
    }
}
