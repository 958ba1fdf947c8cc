package io.guichet.contract.ui;

import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The list of contracts in a tab.
final class ContractListScreen implements Screen {

    static final String ID = "contracts";

    private final ContractListViewModel list;
    private final ScreenParts parts;
    private final ReadOnlyBooleanWrapper nothingTyped = new ReadOnlyBooleanWrapper(false);
    private @Nullable ContractListController controller;

    ContractListScreen(ContractWork work, ScreenParts parts) {
        this.parts = parts;
        list = new ContractListViewModel(work);
        list.start();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<String> title() {
        return parts.texts().localeProperty().map(language -> parts.texts().get("contract.list.title"));
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingTyped.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        ContractListController made = new ContractListController(list, parts.texts(), parts.words(), parts.navigator(),
                parts.dialogs());
        controller = made;
        return parts.views().view("contract/contracts").with(ContractListController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
                        "contract.list.shortcut.filter", () -> {
                            if (controller != null) {
                                controller.focusFilter();
                            }
                        }),
                new Shortcut(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        "contract.list.shortcut.copy", () -> {
                            if (controller != null) {
                                controller.copyNumber();
                            }
                        }));
    }

    @Override
    public void refresh() {
        list.refresh();
    }

    @Override
    public void close() {
        list.close();
    }
}
