package io.guichet.care.ui;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The cases of one member, as a part of the member's screen.
final class CasePanel implements FilePanel {

    private final CaseDesk desk;
    private final CasesViewModel cases;
    private final ObservableValue<String> title;
    private final ObservableValue<String> begin;

    CasePanel(FileRef member, CaseDesk desk) {
        this.desk = desk;
        cases = new CasesViewModel(member, desk);
        title = Bindings.createStringBinding(() -> desk.texts().get("care.panel.title"), desk.texts().localeProperty());
        begin = Bindings.createStringBinding(() -> desk.texts().get("care.panel.new"), desk.texts().localeProperty());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Node createView() {
        return new CasesView(cases, desk).node();
    }

    @Override
    public Optional<Begin> begins() {
        return cases.changes() ? Optional.of(new Begin(begin, cases::begin)) : Optional.empty();
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return cases.unsavedProperty();
    }

    @Override
    public void refresh() {
        cases.load();
    }

    @Override
    public void close() {
        cases.close();
    }
}
