package io.guichet.reimbursement.ui.run;

import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// Past runs in a tab.
final class RunsScreen implements Screen {

    static final String ID = "runs";

    private final RunsViewModel model;
    private final RunParts parts;
    private final Consumer<RunSubject> begin;
    private final ReadOnlyBooleanWrapper nothingToSave = new ReadOnlyBooleanWrapper(false);

    /// @param begin opens a new run about that
    RunsScreen(RunDesk desk, RunParts parts, Consumer<RunSubject> begin) {
        this.parts = parts;
        this.begin = begin;
        model = new RunsViewModel(desk);
        model.start();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<String> title() {
        return parts.texts().localeProperty().map(language -> parts.texts().get("reimbursement.runs.title"));
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingToSave.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        return parts.views().view("reimbursement/runs")
                .with(RunsController.class, () -> new RunsController(model, parts, begin)).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }
}
