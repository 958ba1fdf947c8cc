package io.guichet.reimbursement.ui.run;

import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// One run in a tab.
final class RunScreen implements Screen {

    private final String id;
    private final RunViewModel model;
    private final RunParts parts;
    private final ObservableValue<String> title;
    private final ReadOnlyBooleanWrapper nothingToSave = new ReadOnlyBooleanWrapper(false);
    private @Nullable RunController controller;

    RunScreen(String id, RunViewModel model, RunParts parts) {
        this.id = id;
        this.model = model;
        this.parts = parts;
        title = Bindings.createStringBinding(() -> model.runProperty().get() == null ? parts.texts().get("reimbursement.run.new")
                : parts.texts().get("reimbursement.run.titleOf", String.valueOf(model.runProperty().get())),
                parts.texts().localeProperty(), model.runProperty());
        model.start();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingToSave.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        RunController made = new RunController(model, parts);
        controller = made;
        return parts.views().view("reimbursement/run").with(RunController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN), "reimbursement.run.rehearse",
                        shown(RunController::rehearse)),
                new Shortcut(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), "reimbursement.run.shortcut.carryOut",
                        shown(RunController::carryOut)));
    }

    private Runnable shown(Consumer<RunController> action) {
        return () -> {
            if (controller != null) {
                action.accept(controller);
            }
        };
    }

    @Override
    public void refresh() {
        model.read();
    }

    @Override
    public void close() {
        model.close();
    }
}
