package io.guichet.care.ui;

import io.guichet.care.CaseRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// A case in a tab.
final class CaseScreen implements Screen {

    private final CaseViewModel model;
    private final CaseDesk desk;
    private final FxmlViews views;
    private final List<FilePanel> panels;
    private final ObservableValue<String> title;
    private final ObservableValue<Boolean> unsaved;

    CaseScreen(FileRef file, CaseDesk desk, FxmlViews views) {
        this.desk = desk;
        this.views = views;
        model = new CaseViewModel(file, desk);
        panels = desk.panels().stream().map(each -> each.make(file)).flatMap(Optional::stream).toList();
        // Never what it is about: tabs are remembered, and seen over shoulders.
        title = Bindings.createStringBinding(() -> desk.texts().get("care.case.name", file.reference()),
                desk.texts().localeProperty());
        unsaved = FilePanel.unsaved(model.unsavedProperty(), panels);
        model.load();
    }

    @Override
    public String id() {
        return FileScreens.id(model.file());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(model.file().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return unsaved;
    }

    @Override
    public Parent createView() {
        return views.view("care/case").with(CaseController.class, () -> new CaseController(model, desk, panels)).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), "care.case.shortcut.note",
                        model::note),
                new Shortcut(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        "care.case.shortcut.close", () -> model.move(CaseRow.State.CLOSED)));
    }

    @Override
    public void close() {
        panels.forEach(FilePanel::close);
        model.close();
    }
}
