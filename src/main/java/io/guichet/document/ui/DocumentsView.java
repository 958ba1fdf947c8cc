package io.guichet.document.ui;

import io.guichet.document.DocumentRow;
import io.guichet.document.ui.DocumentsViewModel.Shown;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.ScrollPlaces;
import io.guichet.platform.ui.paper.PageViewModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws the documents of a file: attach by chooser or by dropping files on it, the list, what is missing.
final class DocumentsView {

    private static final int FEW = 5;
    private static final int BARS = 2;
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final List<String> EXTENSIONS = List.of("pdf", "jpg", "jpeg", "png", "csv", "txt");

    private final DocumentsViewModel documents;
    private final DocumentDesk desk;
    private final Texts texts;
    private final DocumentLine lines;
    private final VBox root = new VBox();
    private final FlowPane missing = new FlowPane();
    private final FlowPane tools = new FlowPane();
    private final VBox form = new VBox();
    private final Button attach = new Button();
    private final ErrorPanel problem = new ErrorPanel();
    private final ErrorPanel failure = new ErrorPanel();
    private final VBox rows = new VBox();
    private final LoadingPane loading = new LoadingPane();
    private final @Nullable PageViewModel pages;

    DocumentsView(DocumentsViewModel documents, DocumentDesk desk, @Nullable PageViewModel pages) {
        this.documents = documents;
        this.desk = desk;
        this.texts = desk.texts();
        this.pages = pages;
        lines = new DocumentLine(documents, desk, pages);
    }

    /// Made anew for each language; its subscriptions live as long as it is seen.
    Node node() {
        root.setId("documents");
        root.getStyleClass().add("file-panel");
        missing.getStyleClass().add("panel-tools");
        missing.setId("documents-missing");
        form.getStyleClass().add("panel-form");
        form.setId("documents-form");
        show(form, false);
        rows.getStyleClass().add("panel-rows");
        loading.setRows(BARS);
        loading.setContent(rows);
        tools.getStyleClass().add("panel-tools");
        attach.setText(texts.get("document.panel.attach"));
        attach.setGraphic(Icons.of(Feather.PAPERCLIP));
        attach.setId("documents-attach");
        attach.setOnAction(pressed -> choose());
        Label hint = new Label(texts.get("document.panel.dropHint"));
        hint.getStyleClass().add("caption");
        tools.getChildren().setAll(attach, hint);
        show(tools, documents.changes());
        root.getChildren().setAll(missing, tools, form, problem, failure, loading);
        acceptDrops();
        follow();
        return root;
    }

    private void follow() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        life.whileShown(() -> {
            documents.load();
            return Subscription.EMPTY;
        });
        life.follow(documents.problemProperty(), cause -> problem.show(texts, cause, documents::retry));
        life.follow(documents.shown().problemProperty(), cause -> failure.show(texts, cause, documents::load));
        life.follow(this::showForm, documents.pending(), documents.refusals(), documents.workingProperty());
        life.follow(this::showRows, documents.shown().valueProperty(), documents.shown().problemProperty(),
                documents.removingProperty(), documents.reasonProblemProperty(), documents.workingProperty(),
                documents.expandedProperty());
        if (pages != null) {
            life.follow(pages.choiceProperty(), looked -> showRows());
        }
    }

    private void showRows() {
        Shown shown = documents.shown().value();
        boolean failed = documents.shown().problemProperty().get() != null;
        loading.setLoading(shown == null && !failed);
        show(loading, shown != null || !failed);
        List<String> wanted = shown == null ? List.of() : shown.missing();
        show(missing, !wanted.isEmpty());
        missing.getChildren().setAll(missing(wanted));
        if (shown == null) {
            rows.getChildren().clear();
            return;
        }
        int count = shown.rows().size();
        int seen = documents.expandedProperty().get() ? count : Math.min(FEW, count);
        rows.getChildren().setAll(shown.rows().subList(0, seen).stream().map(lines::of).toList());
        if (count == 0) {
            Label none = new Label(texts.get("document.panel.none"));
            none.getStyleClass().add("secondary");
            none.setWrapText(true);
            rows.getChildren().add(none);
        } else if (count > FEW) {
            Button more = new Button(seen == count ? texts.get("document.panel.fewer") : texts.get("document.panel.all", count));
            more.setId("documents-more");
            more.getStyleClass().add("flat");
            more.setOnAction(pressed -> documents.expandedProperty().set(seen < count));
            rows.getChildren().add(more);
        }
    }

    /// What the file must have and has not: pressing one chooses a file for it.
    private List<Node> missing(List<String> types) {
        if (types.isEmpty()) {
            return List.of();
        }
        Label says = new Label(texts.get("document.panel.missing"), Icons.of(Feather.ALERT_TRIANGLE));
        says.getStyleClass().add("warning-text");
        List<Node> nodes = types.stream().<Node>map(type -> {
            Button each = new Button(DocumentWords.type(texts, type), Icons.of(Feather.PLUS));
            each.setId("documents-missing-" + type);
            each.getStyleClass().add("chip");
            each.setDisable(!documents.changes());
            each.setOnAction(pressed -> {
                documents.typeProperty().set(type);
                choose();
            });
            return each;
        }).collect(Collectors.toList());
        nodes.addFirst(says);
        return nodes;
    }

    private void showForm() {
        List<Path> pending = documents.pending();
        boolean waits = !pending.isEmpty();
        boolean waited = form.isVisible();
        show(form, waits);
        if (!waits) {
            form.getChildren().clear();
            if (waited) {
                attach.requestFocus();
            }
            return;
        }
        Label names = new Label(pending.stream().map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.joining(", ")), Icons.of(Feather.FILE));
        names.setTooltip(new Tooltip(names.getText()));
        names.getStyleClass().add("medium");
        ComboBox<String> type = typeChoice();
        Label caption = new Label(texts.get("document.panel.what"));
        caption.getStyleClass().add("field-label");
        caption.setLabelFor(type);
        boolean working = documents.workingProperty().get();
        Button attachNow = new Button(working ? texts.get("document.panel.attaching")
                : texts.get("document.panel.attachNow", pending.size()));
        attachNow.setId("documents-attach-now");
        attachNow.getStyleClass().add("accent");
        attachNow.setDisable(working);
        attachNow.setOnAction(pressed -> documents.attach());
        Button leave = new Button(texts.get("document.panel.cancel"));
        leave.setId("documents-cancel");
        leave.setDisable(working);
        leave.setOnAction(pressed -> documents.withdraw());
        FlowPane buttons = new FlowPane(attachNow, leave);
        buttons.getStyleClass().add("panel-tools");
        form.getChildren().setAll(names, caption, type);
        for (UserMessage refusal : documents.refusals()) {
            Label why = new Label(texts.get(refusal), Icons.of(Feather.ALERT_CIRCLE));
            why.getStyleClass().addAll("field-problem", "danger-text");
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            form.getChildren().add(why);
        }
        form.getChildren().add(buttons);
        if (!waited) {
            // Whoever chose a file goes on here, also where the panel is long and this is below what is seen.
            ScrollPlaces.reveal(form);
            type.requestFocus();
        }
    }

    private ComboBox<String> typeChoice() {
        ComboBox<String> type = new ComboBox<>();
        type.setId("documents-type");
        type.setMaxWidth(Double.MAX_VALUE);
        type.getItems().setAll(documents.types());
        type.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : DocumentWords.type(texts, code);
            }

            @Override
            public @Nullable String fromString(String text) {
                return null;
            }
        });
        type.setValue(documents.typeProperty().get());
        type.setOnAction(chosen -> documents.typeProperty().set(type.getValue()));
        return type;
    }

    private void choose() {
        desk.files().open(new FileDialogs.Request(texts.get("document.panel.chooser"), "",
                        texts.get("document.panel.chooserType"), EXTENSIONS),
                chosen -> chosen.ifPresent(path -> documents.offer(List.of(path))));
    }

    private void acceptDrops() {
        root.setOnDragOver(over -> {
            if (takes(over)) {
                over.acceptTransferModes(TransferMode.COPY);
                root.pseudoClassStateChanged(DROP, true);
            }
            over.consume();
        });
        root.setOnDragExited(left -> root.pseudoClassStateChanged(DROP, false));
        root.setOnDragDropped(dropped -> {
            boolean taken = takes(dropped);
            if (taken) {
                documents.offer(dropped.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            root.pseudoClassStateChanged(DROP, false);
            dropped.setDropCompleted(taken);
            dropped.consume();
        });
    }

    private boolean takes(DragEvent dragged) {
        return documents.changes() && dragged.getDragboard().hasFiles();
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
