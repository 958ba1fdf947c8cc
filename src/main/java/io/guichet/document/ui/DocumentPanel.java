package io.guichet.document.ui;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The documents of one file, as a part of its screen.
final class DocumentPanel implements FilePanel {

    private final DocumentDesk desk;
    private final DocumentsViewModel documents;
    private final ObservableValue<String> title;

    DocumentPanel(FileRef file, DocumentDesk desk) {
        this.desk = desk;
        documents = new DocumentsViewModel(file, desk);
        title = Bindings.createStringBinding(() -> desk.texts().get("document.panel.title"), desk.texts().localeProperty());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Node createView() {
        return new DocumentsView(documents, desk, null).node();
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return documents.unsavedProperty();
    }

    @Override
    public void refresh() {
        documents.load();
    }

    @Override
    public void close() {
        documents.close();
    }
}
