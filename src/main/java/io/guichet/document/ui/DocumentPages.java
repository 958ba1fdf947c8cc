package io.guichet.document.ui;

import io.guichet.document.DocumentRow;
import io.guichet.document.Paper;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.file.FilePages;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.paper.PageView;
import io.guichet.platform.ui.paper.PageViewModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The documents of a file as pages, to stand beside a form: what is attached, and below it the one that is looked at. The
/// newest that has pages is shown by itself; each look is on the record.
public final class DocumentPages implements FilePanels {

    private final DocumentDesk desk;

    public DocumentPages(DocumentDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return file.kind() == FileKind.CLAIM ? Optional.of(new Panel(file, desk)) : Optional.empty();
    }

    static String key(DocumentRow row) {
        return "document:" + row.id();
    }

    /// The document as a choice to look at.
    static PageViewModel.Choice choice(DocumentDesk desk, DocumentRow row) {
        return new PageViewModel.Choice(key(row), row.name(), () -> switch (desk.documents().open(row)) {
            case Outcome.Done<Paper>(Paper paper) -> FilePages.open(paper.content(), paper.mediaType());
            case Outcome.Denied<Paper>(UserMessage reason) -> new Outcome.Denied<>(reason);
            case Outcome.Invalid<Paper>(List<FieldProblem> problems) -> new Outcome.Invalid<>(problems);
            case Outcome.Conflict<Paper> conflict -> throw new IllegalStateException("nothing was written: " + conflict);
        });
    }

    private static final class Panel implements FilePanel {

        private final DocumentDesk desk;
        private final DocumentsViewModel documents;
        private final PageViewModel pages;
        private final ObservableValue<String> title;

        Panel(FileRef file, DocumentDesk desk) {
            this.desk = desk;
            documents = new DocumentsViewModel(file, desk);
            pages = new PageViewModel(desk.background());
            title = Bindings.createStringBinding(() -> desk.texts().get("document.panel.title"), desk.texts().localeProperty());
            documents.shown().valueProperty().subscribe(shown -> look(shown == null ? List.of() : shown.rows()));
        }

        /// Goes on showing what is looked at, as long as it is there.
        private void look(List<DocumentRow> rows) {
            PageViewModel.Choice now = pages.choiceProperty().get();
            boolean there = now != null && rows.stream().anyMatch(row -> key(row).equals(now.key()));
            if (!there) {
                Optional<DocumentRow> first = Stream.concat(rows.stream().filter(row -> FilePages.shows(row.mediaType())),
                        rows.stream()).findFirst();
                pages.show(first.map(row -> choice(desk, row)).orElse(null));
            }
        }

        @Override
        public ObservableValue<String> title() {
            return title;
        }

        @Override
        public Node createView() {
            PageView view = new PageView(pages, desk.texts());
            view.visibleProperty().bind(pages.choiceProperty().isNotNull());
            view.managedProperty().bind(view.visibleProperty());
            VBox.setVgrow(view, Priority.ALWAYS);
            VBox all = new VBox(new DocumentsView(documents, desk, pages).node(), view);
            all.getStyleClass().add("document-pages");
            return all;
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
            pages.close();
        }
    }
}
