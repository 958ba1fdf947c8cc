package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Fields of a form that decides a claim, each with its label above and what is wrong with it below.
final class FormRows {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int NOTE_LINES = 2;

    private final DecidingForm form;
    private final Texts texts;
    private final ScreenLifecycle life;

    FormRows(DecidingForm form, Texts texts, ScreenLifecycle life) {
        this.form = form;
        this.texts = texts;
        this.life = life;
    }

    /// One of several. Typing the first letters chooses, as everywhere.
    <T> ComboBox<T> choice(String id, List<T> options, Property<T> value, Function<T, String> says) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(0);
        choice.getItems().setAll(options);
        choice.setVisibleRowCount(Math.clamp(options.size(), 1, 12));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T option) {
                return option == null ? "" : says.apply(option);
            }

            @Override
            public @Nullable T fromString(String shown) {
                return null;
            }
        });
        life.whileShown(() -> {
            choice.valueProperty().bindBidirectional(value);
            return () -> choice.valueProperty().unbindBidirectional(value);
        });
        choice.addEventFilter(KeyEvent.KEY_TYPED, typed -> jump(choice, typed.getCharacter(), says));
        return choice;
    }

    /// The next option that begins with that letter.
    private static <T> void jump(ComboBox<T> choice, String letter, Function<T, String> says) {
        if (letter.isBlank() || !Character.isLetter(letter.charAt(0))) {
            return;
        }
        List<T> options = choice.getItems();
        int from = choice.getSelectionModel().getSelectedIndex();
        for (int i = 1; i <= options.size(); i++) {
            T option = options.get((from + i) % options.size());
            if (says.apply(option).toLowerCase(Locale.ROOT).startsWith(letter.toLowerCase(Locale.ROOT))) {
                choice.getSelectionModel().select(option);
                return;
            }
        }
    }

    TextField line(String id, StringProperty value) {
        TextField line = new TextField();
        line.setId(id);
        life.whileShown(() -> {
            line.textProperty().bindBidirectional(value);
            return () -> line.textProperty().unbindBidirectional(value);
        });
        return line;
    }

    TextArea prose(String id, StringProperty value) {
        TextArea prose = new TextArea();
        prose.setId(id);
        prose.setWrapText(true);
        prose.setPrefRowCount(NOTE_LINES);
        life.whileShown(() -> {
            prose.textProperty().bindBidirectional(value);
            return () -> prose.textProperty().unbindBidirectional(value);
        });
        // A note is prose, and Tab goes on to the next field as everywhere.
        prose.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.TAB && !pressed.isShortcutDown()) {
                pressed.consume();
                prose.requestFocusTraversal(pressed.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return prose;
    }

    /// A field with its label and what is wrong with it.
    ///
    /// @param field what problems call it, asked each time
    VBox field(String labelKey, Node line, Control input, Supplier<String> field) {
        Label label = new Label(texts.get(labelKey));
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        input.setAccessibleText(label.getText());
        Label wrong = new Label("", Icons.of(Feather.ALERT_CIRCLE));
        wrong.setId(input.getId() + "-problem");
        wrong.getStyleClass().addAll("field-problem", "danger-text");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        life.follow(() -> {
            UserMessage message = form.problems().get(field.get());
            wrong.setVisible(message != null);
            wrong.setManaged(message != null);
            wrong.setText(message == null ? "" : texts.get(message));
            input.pseudoClassStateChanged(ERROR, message != null);
        }, form.problems());
        VBox rows = new VBox(label, line, wrong);
        rows.getStyleClass().add("field");
        return rows;
    }

    VBox field(String labelKey, Control input, String field) {
        return field(labelKey, input, input, () -> field);
    }
}
