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
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A contract in a tab.
final class ContractScreen implements Screen {

    private final ContractViewModel contract;
    private final ScreenParts parts;
    private final List<FilePanel> panels;
    private final ObservableValue<String> title;
    private final ReadOnlyBooleanWrapper nothingTyped = new ReadOnlyBooleanWrapper(false);
    private @Nullable ContractController controller;

    ContractScreen(FileRef ref, ContractWork work, ScreenParts parts) {
        this.parts = parts;
        contract = new ContractViewModel(ref, work);
        panels = parts.panels(ref);
        title = Bindings.createStringBinding(() -> contract.titleProperty().get().isEmpty()
                ? parts.texts().get("contract.page.kind") : contract.titleProperty().get(),
                contract.titleProperty(), parts.texts().localeProperty());
        contract.start();
    }

    @Override
    public String id() {
        return FileScreens.id(contract.ref());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public void expect(String label) {
        contract.expect(label);
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(contract.ref().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingTyped.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        ContractController made = new ContractController(contract, parts, panels);
        controller = made;
        return parts.views().view("contract/contract").with(ContractController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        "contract.list.shortcut.copy", () -> {
                            if (controller != null) {
                                controller.copyNumber();
                            }
                        }));
    }

    @Override
    public void refresh() {
        contract.refresh();
        panels.forEach(FilePanel::refresh);
    }

    @Override
    public void close() {
        contract.close();
        panels.forEach(FilePanel::close);
    }
}
