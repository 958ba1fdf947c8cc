package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.Act;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A field in which an act is searched: what fits is offered below while one types, the arrow keys move, Enter takes.
public final class ActField extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double ROW = 44;
    private static final int SEEN = 8;

    private final ActSearch search;
    private final Texts texts;
    private final TextField typed = new TextField();
    private final ListView<Act> offered = new ListView<>();
    private final Popup popup = new Popup();

    /// @param id of the field, unlike those of other lines
    public ActField(ActSearch search, String label, String id, Texts texts, ScreenLifecycle life) {
        this.search = search;
        this.texts = texts;
        Label name = new Label(label);
        name.setLabelFor(typed);
        name.getStyleClass().add("field-label");
        Label complaint = new Label("", Icons.of(Feather.ALERT_CIRCLE));
        complaint.getStyleClass().addAll("field-problem", "danger-text");
        complaint.setWrapText(true);
        typed.setId(id);
        typed.setAccessibleText(label);
        typed.setPromptText(texts.get("reimbursement.whatIf.findAct"));
        typed.textProperty().bindBidirectional(search.textProperty());
        getStyleClass().add("field");
        getChildren().setAll(name, typed, complaint);
        list(id);
        life.follow(search.problemProperty(), problem -> {
            complaint.setVisible(problem != null);
            complaint.setManaged(problem != null);
            complaint.setText(problem == null ? "" : texts.get(problem));
            typed.pseudoClassStateChanged(ERROR, problem != null);
            typed.setAccessibleHelp(problem == null ? null : complaint.getText());
        });
        typed.textProperty().subscribe((before, now) -> {
            if (typed.isFocused()) {
                offer();
            }
        });
        typed.focusedProperty().subscribe((before, focused) -> {
            if (focused) {
                typed.selectAll();
            } else {
                popup.hide();
                search.leave();
            }
        });
        typed.setOnMouseClicked(clicked -> offer());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        life.whileShown(() -> popup::hide);
    }

    /// Puts the cursor here.
    public void focus() {
        typed.requestFocus();
    }

    /// Whether acts are offered now, and Enter takes one.
    public boolean offers() {
        return popup.isShowing();
    }

    private void list(String id) {
        offered.setId(id + "-offered");
        offered.setFixedCellSize(ROW);
        offered.setFocusTraversable(false);
        offered.setCellFactory(list -> new ActCell());
        offered.setOnMouseClicked(clicked -> take());
        popup.setAutoHide(true);
        popup.getContent().add(offered);
    }

    private void pressed(KeyEvent pressed) {
        switch (pressed.getCode()) {
            case DOWN -> {
                if (popup.isShowing()) {
                    move(1);
                } else {
                    offer();
                }
            }
            case UP -> move(-1);
            case ENTER -> {
                if (!popup.isShowing() || pressed.isShortcutDown()) {
                    return;
                }
                take();
            }
            case ESCAPE -> {
                if (!popup.isShowing()) {
                    return;
                }
                popup.hide();
            }
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void move(int by) {
        int to = Math.clamp((long) offered.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, offered.getItems().size() - 1));
        offered.getSelectionModel().clearAndSelect(to);
        offered.scrollTo(Math.max(0, to - SEEN / 2));
    }

    private void take() {
        Act chosen = offered.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            search.choose(chosen);
            typed.end();
        }
    }

    private void offer() {
        List<Act> found = search.chosen() == null || typed.getSelectedText().equals(typed.getText()) ? search.offered() : List.of();
        offered.getItems().setAll(found);
        if (found.isEmpty() || getScene() == null || getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        offered.getSelectionModel().clearAndSelect(0);
        offered.setPrefSize(Math.max(typed.getWidth(), 320), Math.min(SEEN, found.size()) * ROW + 2);
        if (!popup.isShowing()) {
            // A popup has the window's style sheets; theme and size of text are classes of the window's root.
            popup.getScene().getRoot().getStyleClass().setAll(getScene().getRoot().getStyleClass());
            Bounds place = typed.localToScreen(typed.getBoundsInLocal());
            popup.show(typed, place.getMinX(), place.getMaxY() + 4);
        }
    }

    /// Code and name, and below them what it belongs to.
    private final class ActCell extends ListCell<Act> {

        @Override
        protected void updateItem(@Nullable Act act, boolean empty) {
            super.updateItem(act, empty);
            if (empty || act == null) {
                setGraphic(null);
                return;
            }
            Label code = new Label(act.code());
            code.getStyleClass().add("medium");
            code.setMinWidth(USE_PREF_SIZE);
            Label name = new Label(texts.get(act.label()));
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox first = new HBox(code, name);
            first.getStyleClass().add("search-first");
            Label family = new Label(texts.get(act.family()));
            family.getStyleClass().add("caption");
            VBox words = new VBox(first, family);
            words.setMinWidth(0);
            words.setPrefWidth(1);
            words.getStyleClass().add("search-words");
            setGraphic(words);
        }
    }
}
