package io.guichet.reimbursement.ui.entry;

import io.guichet.directory.SearchRow;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.ScreenLifecycle;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks whose claim it is: what fits is listed while one types, the arrow keys move, Enter takes.
final class MemberChooser {

    private static final double ROW = 44;

    private final EntryViewModel entry;
    private final MemberSearch search;
    private final Texts texts;
    private final TextField typed = new TextField();
    private final ListView<SearchRow> offered = new ListView<>();

    MemberChooser(EntryViewModel entry, Texts texts) {
        this.entry = entry;
        this.texts = texts;
        search = entry.search();
    }

    Node view() {
        Label title = new Label(texts.get("reimbursement.entry.whose"));
        title.getStyleClass().add("section-title");
        title.setLabelFor(typed);
        typed.setId("member-search");
        typed.setPromptText(texts.get("reimbursement.entry.find"));
        typed.setAccessibleText(title.getText());
        typed.textProperty().bindBidirectional(search.textProperty());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        offered.setId("member-offered");
        offered.setItems(search.rows());
        offered.setFixedCellSize(ROW);
        offered.setFocusTraversable(false);
        offered.setCellFactory(list -> new MemberCell());
        offered.setOnMouseClicked(clicked -> take());
        Label none = new Label(texts.get("reimbursement.entry.nobody"));
        none.getStyleClass().add("secondary");
        none.setWrapText(true);
        Label hint = new Label(texts.get("reimbursement.entry.findHint"));
        hint.getStyleClass().add("secondary");
        hint.setWrapText(true);
        ErrorPanel problem = new ErrorPanel();
        VBox all = new VBox(title, typed, problem, hint, none, offered);
        all.getStyleClass().add("entry-choose");
        ScreenLifecycle life = ScreenLifecycle.of(all);
        life.follow(() -> {
            int count = search.rows().size();
            EntryController.show(offered, count > 0);
            offered.setPrefHeight(count * ROW + 2);
            offered.setMinHeight(count * ROW + 2);
            if (count > 0) {
                offered.getSelectionModel().clearAndSelect(0);
            }
        }, search.rows());
        life.follow(search.nothingProperty(), nobody -> {
            EntryController.show(none, Boolean.TRUE.equals(nobody));
            EntryController.show(hint, nobody == null);
        });
        life.follow(search.problemProperty(), shown -> problem.show(texts, shown, search::ask));
        return all;
    }

    void focus() {
        typed.requestFocus();
    }

    private void pressed(KeyEvent pressed) {
        KeyCode code = pressed.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int to = offered.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
            offered.getSelectionModel().clearAndSelect(Math.clamp(to, 0, Math.max(0, offered.getItems().size() - 1)));
            pressed.consume();
        } else if (code == KeyCode.ENTER && !pressed.isShortcutDown()) {
            take();
            pressed.consume();
        } else if (code == KeyCode.ESCAPE && !typed.getText().isEmpty()) {
            typed.clear();
            pressed.consume();
        }
    }

    private void take() {
        SearchRow row = offered.getSelectionModel().getSelectedItem();
        if (row != null) {
            entry.choose(row.ref());
        }
    }

    /// Name and birth date, and below them what tells people of one name apart.
    private final class MemberCell extends ListCell<SearchRow> {

        @Override
        protected void updateItem(@Nullable SearchRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(row.label());
            name.getStyleClass().add("medium");
            name.setMinWidth(0);
            HBox first = new HBox(new CountryTag(row.ref().country()), name);
            if (row.birthDate() != null) {
                Label born = new Label(texts.get("reimbursement.entry.born", row.birthDate()));
                born.getStyleClass().add("secondary");
                born.setMinWidth(USE_PREF_SIZE);
                first.getChildren().add(born);
            }
            first.getStyleClass().add("search-first");
            Label detail = new Label(row.because() == null ? row.detail() : texts.get(row.because()));
            detail.getStyleClass().add("caption");
            VBox words = new VBox(first, detail);
            words.setMinWidth(0);
            words.setPrefWidth(1);
            words.getStyleClass().add("search-words");
            HBox.setHgrow(words, Priority.ALWAYS);
            setGraphic(words);
        }
    }
}
