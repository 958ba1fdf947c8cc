package io.guichet.country.form;

import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One field: its label above, the control that its type asks for, and what is wrong with it below. A changed field is
/// marked in its label and tells its old value on hover.
final class FieldView extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final String PERCENT = "%";

    private final FieldViewModel field;
    private final FieldActions actions;
    private final Texts texts;
    private final FieldWords words;
    private final ScreenLifecycle life;
    private final Label label = new Label();
    private final Label complaint = new Label("", Icons.of(Feather.ALERT_CIRCLE));
    private final HBox line = new HBox();
    private final Control control;

    FieldView(FieldViewModel field, FieldActions actions, Texts texts, FieldWords words, ScreenLifecycle life) {
        this.field = field;
        this.actions = actions;
        this.texts = texts;
        this.words = words;
        this.life = life;
        String name = words.label(field);
        String id = field.spec().key().replace('.', '-');
        control = field.editable() ? editor() : reader();
        control.setId("field-" + id);
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        line.getChildren().addFirst(control);
        line.getStyleClass().add("field-line");
        label.setText(name);
        label.setLabelFor(control);
        label.getStyleClass().add("field-label");
        label.setMaxWidth(Double.MAX_VALUE);
        complaint.setId("problem-" + id);
        complaint.getStyleClass().addAll("field-problem", "danger-text");
        complaint.setWrapText(true);
        getStyleClass().add("field");
        getChildren().setAll(label, line, complaint, suggestion());
        if (field.spec().sensitivity() == Sensitivity.IDENTIFYING) {
            addEye(name, id);
        }
        life.follow(field.problemProperty(), this::complain);
        life.follow(this::mark, field.changedProperty(), field.oldTextProperty());
        control.focusedProperty().subscribe((before, now) -> {
            if (before != null && before && !now) {
                field.leave();
            }
        });
        control.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE && field.changed()) {
                pressed.consume();
                actions.undo(field);
            }
        });
    }

    FieldViewModel field() {
        return field;
    }

    /// Puts the cursor here.
    void focus() {
        control.requestFocus();
        if (control instanceof TextField typed) {
            typed.selectAll();
        }
    }

    boolean hasFocus() {
        return control.isFocused();
    }

    private Hyperlink suggestion() {
        Hyperlink take = new Hyperlink();
        take.setId("suggestion-" + field.spec().key().replace('.', '-'));
        take.setOnAction(pressed -> field.takeSuggestion());
        life.follow(field.suggestionProperty(), meant -> {
            take.setVisible(meant != null);
            take.setManaged(meant != null);
            take.setText(meant == null ? "" : texts.get("country.form.suggestion", words.proposed(field, meant)));
        });
        return take;
    }

    private Control editor() {
        return switch (field.spec().type()) {
            case FieldType.Choice(List<String> options) -> choice(options);
            case FieldType.Flag() -> flag();
            case FieldType.Day() -> {
                TextField typed = typed();
                line.getChildren().add(DayButton.make(texts.get("country.form.pickDay"), texts::locale, typed,
                        () -> field.value() == null ? null : LocalDate.parse(Objects.requireNonNull(field.value())),
                        chosen -> typed.setText(texts.day(chosen))));
                yield typed;
            }
            case FieldType.Amount(Money most) -> measured(typed(), most.currency().getSymbol(texts.locale()));
            case FieldType.Rate _ -> measured(typed(), PERCENT);
            case FieldType.Count _ -> measured(typed(), "");
            default -> typed();
        };
    }

    /// Figures stand to the right, as in a column, and their unit behind them.
    private TextField measured(TextField figures, String unit) {
        figures.getStyleClass().add("amount");
        if (!unit.isEmpty()) {
            Label sign = new Label(unit);
            sign.getStyleClass().add("field-unit");
            sign.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(sign);
        }
        return figures;
    }

    private TextField typed() {
        TextField typed = new TextField();
        typed.textProperty().bindBidirectional(field.textProperty());
        life.follow(field.maskedProperty(), masked -> typed.setEditable(!masked));
        return typed;
    }

    /// What may not be changed here can still be selected and copied.
    private TextField reader() {
        TextField shown = new TextField();
        shown.setEditable(false);
        shown.getStyleClass().add("read-only");
        life.follow(field.textProperty(), text -> shown.setText(text.isEmpty() ? "–" : switch (field.spec().type()) {
            case FieldType.Choice _, FieldType.Flag() -> words.value(field, field.value());
            default -> text;
        }));
        return switch (field.spec().type()) {
            case FieldType.Amount(Money most) -> measured(shown, most.currency().getSymbol(texts.locale()));
            case FieldType.Rate _ -> measured(shown, PERCENT);
            case FieldType.Count _ -> measured(shown, "");
            default -> shown;
        };
    }

    private ComboBox<String> choice(List<String> options) {
        ComboBox<String> choice = new ComboBox<>();
        List<String> items = new ArrayList<>(options);
        if (!field.spec().required()) {
            items.addFirst("");
        }
        choice.getItems().setAll(items);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String option) {
                return words.value(field, option);
            }

            @Override
            public String fromString(String shown) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        choice.valueProperty().bindBidirectional(field.textProperty());
        return choice;
    }

    private CheckBox flag() {
        CheckBox flag = new CheckBox();
        life.follow(field.textProperty(), now -> {
            flag.setSelected(Boolean.parseBoolean(now));
            flag.setText(words.value(field, Boolean.toString(flag.isSelected())));
        });
        flag.setOnAction(pressed -> field.textProperty().set(Boolean.toString(flag.isSelected())));
        return flag;
    }

    private void addEye(String name, String id) {
        Button eye = Icons.button(Feather.EYE, texts.get("country.form.reveal", name));
        eye.setId("reveal-" + id);
        eye.setOnAction(pressed -> actions.reveal(field, this::focus));
        line.getChildren().add(eye);
        life.follow(field.maskedProperty(), masked -> {
            eye.setVisible(masked);
            eye.setManaged(masked);
        });
    }

    private void complain(@Nullable UserMessage problem) {
        complaint.setVisible(problem != null);
        complaint.setManaged(problem != null);
        complaint.setText(problem == null ? "" : texts.get(problem));
        control.pseudoClassStateChanged(ERROR, problem != null);
        control.setAccessibleHelp(problem == null ? null : complaint.getText());
    }

    private void mark() {
        boolean changed = field.changed();
        label.setGraphic(changed ? changedMark() : null);
        pseudoClassStateChanged(CHANGED, changed);
        String old = words.value(field, field.oldTextProperty().get().isEmpty() ? null : field.base());
        control.setTooltip(!changed ? null : new Tooltip(old.isEmpty()
                ? texts.get("country.form.wasEmpty") : texts.get("country.form.was", old)));
    }

    private Node changedMark() {
        Node mark = Icons.of(Feather.EDIT_2);
        mark.getStyleClass().add("changed-mark");
        mark.setAccessibleText(texts.get("country.form.changed"));
        return mark;
    }
}
