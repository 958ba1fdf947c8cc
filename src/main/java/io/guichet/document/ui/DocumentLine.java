package io.guichet.document.ui;

import io.guichet.document.DocumentRow;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.paper.PageViewModel;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws one document of a list, and below it what is asked before it is removed.
final class DocumentLine {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final DocumentsViewModel documents;
    private final DocumentDesk desk;
    private final Texts texts;
    private final Moments moments;
    private final @Nullable PageViewModel pages;

    /// @param pages where documents are looked at, or null where they are only listed
    DocumentLine(DocumentsViewModel documents, DocumentDesk desk, @Nullable PageViewModel pages) {
        this.pages = pages;
        this.documents = documents;
        this.desk = desk;
        this.texts = desk.texts();
        moments = new Moments(texts, desk.clock());
    }

    Node of(DocumentRow row) {
        Label name = new Label(row.name());
        name.getStyleClass().addAll("medium", "panel-name");
        name.setTooltip(new Tooltip(row.name()));
        Label what = new Label(String.join(" · ", DocumentWords.type(texts, row.type()),
                DocumentWords.size(texts, row.size())));
        what.getStyleClass().addAll("secondary", "panel-name");
        Label who = new Label(String.join(" · ", moments.of(row.at()), row.by()));
        who.getStyleClass().add("caption");
        VBox words = new VBox(name, what, who);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button save = Icons.button(Feather.DOWNLOAD, texts.get("document.panel.save", row.name()));
        save.setId("document-save-" + row.id());
        save.setOnAction(pressed -> desk.files().save(new FileDialogs.Request(texts.get("document.panel.saveTitle"), proposed(row),
                        texts.get("document.panel.chooserType"), DocumentWords.extension(row.mediaType())),
                chosen -> chosen.ifPresent(target -> documents.save(row, target))));
        HBox buttons = new HBox(save);
        PageViewModel viewer = pages;
        if (viewer != null) {
            ToggleButton look = new ToggleButton();
            Icons.dress(look, Feather.EYE, texts.get("document.panel.look", row.name()));
            look.setId("document-look-" + row.id());
            PageViewModel.Choice shown = viewer.choiceProperty().get();
            look.setSelected(shown != null && shown.key().equals(DocumentPages.key(row)));
            look.setOnAction(pressed -> viewer.show(DocumentPages.choice(desk, row)));
            buttons.getChildren().addFirst(look);
        }
        buttons.getStyleClass().add("panel-buttons");
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(Icons.of(DocumentWords.icon(row.mediaType())), words, buttons);
        line.getStyleClass().add("panel-row");
        if (documents.changes()) {
            Button remove = Icons.button(Feather.TRASH_2, texts.get("document.panel.remove", row.name()));
            remove.setId("document-remove-" + row.id());
            remove.setOnAction(pressed -> documents.askReason(row));
            buttons.getChildren().add(remove);
        }
        return row.equals(documents.removingProperty().get()) ? new VBox(line, reason()) : line;
    }

    private static String proposed(DocumentRow row) {
        return row.name().contains(".") ? row.name() : row.name() + "." + DocumentWords.extension(row.mediaType());
    }

    private Node reason() {
        TextField why = new TextField();
        why.setId("document-reason");
        why.textProperty().bindBidirectional(documents.reasonProperty());
        Label caption = new Label(texts.get("document.panel.why"));
        caption.getStyleClass().add("field-label");
        caption.setLabelFor(why);
        Button remove = new Button(texts.get("document.panel.removeNow"), Icons.of(Feather.TRASH_2));
        remove.setId("document-remove-now");
        remove.getStyleClass().add("danger");
        remove.setOnAction(pressed -> documents.remove());
        Button keep = new Button(texts.get("document.panel.keep"));
        keep.setId("document-keep");
        keep.setOnAction(pressed -> documents.keep());
        boolean working = documents.workingProperty().get();
        remove.setDisable(working);
        keep.setDisable(working);
        FlowPane buttons = new FlowPane(remove, keep);
        buttons.getStyleClass().add("panel-tools");
        VBox form = new VBox(caption, why);
        form.getStyleClass().add("panel-form");
        UserMessage wrong = documents.reasonProblemProperty().get();
        why.pseudoClassStateChanged(ERROR, wrong != null);
        if (wrong != null) {
            Label says = new Label(texts.get(wrong), Icons.of(Feather.ALERT_CIRCLE));
            says.getStyleClass().addAll("field-problem", "danger-text");
            says.setWrapText(true);
            says.setMinHeight(Region.USE_PREF_SIZE);
            form.getChildren().add(says);
        }
        form.getChildren().add(buttons);
        form.setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER && why.isFocused()) {
                pressed.consume();
                documents.remove();
            } else if (pressed.getCode() == KeyCode.ESCAPE) {
                pressed.consume();
                documents.keep();
            }
        });
        // Where the person looks now; once it is part of the window.
        why.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                why.requestFocus();
            }
        });
        return form;
    }
}
