package io.guichet.reimbursement.ui.entry;

import io.guichet.document.Paper;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.paper.PageView;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The papers of a claim beside its form: chosen or dropped, each with what it is, one of them as pages.
final class PapersView {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final List<String> EXTENSIONS = List.of("pdf", "jpg", "jpeg", "png");

    private final EntryPapers papers;
    private final FileDialogs files;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final PageView pages;

    PapersView(EntryPapers papers, FileDialogs files, Texts texts) {
        this.papers = papers;
        this.files = files;
        this.texts = texts;
        pages = new PageView(papers.pages(), texts);
    }

    /// Asks for a file of this computer.
    void choose() {
        files.open(new FileDialogs.Request(texts.get("document.panel.chooser"), "", texts.get("document.panel.chooserType"), EXTENSIONS),
                chosen -> chosen.ifPresent(path -> papers.add(List.of(path))));
    }

    void focusPages() {
        if (pages.isVisible()) {
            pages.focusPages();
        }
    }

    void fill(VBox root, ScreenLifecycle life) {
        Button attach = new Button(texts.get("document.panel.attach"), Icons.of(Feather.PAPERCLIP));
        attach.setId("papers-attach");
        attach.setMinWidth(Region.USE_PREF_SIZE);
        attach.setOnAction(pressed -> choose());
        Label hint = new Label(texts.get("document.panel.dropHint"));
        hint.getStyleClass().add("caption");
        HBox tools = new HBox(attach, hint);
        tools.getStyleClass().addAll("paper-tools", "entry-attach");
        ErrorPanel problem = new ErrorPanel();
        rows.getStyleClass().add("panel-rows");
        Label empty = new Label(texts.get("reimbursement.entry.noPaper"));
        empty.getStyleClass().add("secondary");
        empty.setWrapText(true);
        VBox none = new VBox(Icons.of(Feather.FILE_TEXT), empty);
        none.getStyleClass().add("empty-state");
        VBox.setVgrow(none, Priority.ALWAYS);
        VBox.setVgrow(pages, Priority.ALWAYS);
        root.getChildren().setAll(tools, problem, rows, none, pages);
        life.follow(this::showRows, papers.papers(), papers.refusals(), papers.readingProperty(), papers.pages().choiceProperty());
        life.follow(() -> {
            boolean any = papers.pages().choiceProperty().get() != null;
            EntryController.show(pages, any);
            EntryController.show(none, !any);
        }, papers.pages().choiceProperty());
        life.follow(papers.problemProperty(), shown -> problem.show(texts, shown, this::choose));
        root.setOnDragOver(over -> {
            if (over.getDragboard().hasFiles()) {
                over.acceptTransferModes(TransferMode.COPY);
                root.pseudoClassStateChanged(DROP, true);
            }
            over.consume();
        });
        root.setOnDragExited(left -> root.pseudoClassStateChanged(DROP, false));
        root.setOnDragDropped(dropped -> drop(root, dropped));
    }

    private void drop(VBox root, DragEvent dropped) {
        boolean taken = dropped.getDragboard().hasFiles();
        if (taken) {
            papers.add(dropped.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        root.pseudoClassStateChanged(DROP, false);
        dropped.setDropCompleted(taken);
        dropped.consume();
    }

    private void showRows() {
        List<Node> nodes = new ArrayList<>();
        papers.refusals().forEach(why -> nodes.add(EntryController.said(texts, why, Feather.ALERT_CIRCLE, "danger-text")));
        for (int i = 0; i < papers.papers().size(); i++) {
            nodes.add(row(papers.papers().get(i), i));
        }
        if (papers.readingProperty().get() > 0) {
            Label reading = new Label(texts.get("reimbursement.entry.reading"));
            reading.getStyleClass().add("secondary");
            nodes.add(reading);
        }
        rows.getChildren().setAll(nodes);
        EntryController.show(rows, !nodes.isEmpty());
    }

    private Node row(Paper paper, int index) {
        Label name = new Label(paper.name());
        name.setTooltip(new Tooltip(paper.name()));
        name.getStyleClass().add("medium");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        ComboBox<String> type = new ComboBox<>();
        type.setId("paper-type-" + index);
        type.setAccessibleText(texts.get("document.panel.what"));
        type.getItems().setAll(papers.types());
        type.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : label(code);
            }

            @Override
            public String fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        type.setValue(paper.type());
        type.setOnAction(chosen -> papers.is(paper, type.getValue()));
        ToggleButton look = new ToggleButton();
        Icons.dress(look, Feather.EYE, texts.get("document.panel.look", paper.name()));
        look.setId("paper-look-" + index);
        look.setSelected(papers.isLookedAt(paper));
        look.setOnAction(pressed -> {
            papers.look(paper);
            look.setSelected(true);
        });
        Button remove = Icons.button(Feather.TRASH_2, texts.get("document.panel.remove", paper.name()));
        remove.setId("paper-remove-" + index);
        remove.setOnAction(pressed -> papers.remove(paper));
        HBox row = new HBox(name, type, look, remove);
        row.getStyleClass().addAll("paper-tools", "entry-paper");
        return row;
    }

    private String label(String code) {
        String key = "document.type." + code;
        return texts.has(key) ? texts.get(key) : code;
    }
}
