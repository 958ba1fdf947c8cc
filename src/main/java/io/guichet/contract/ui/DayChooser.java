package io.guichet.contract.ui;

import io.guichet.country.field.DayInput;
import io.guichet.country.form.DayButton;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// "as of [21/11/2026]": a day that is typed or picked. What is no day is marked and changes nothing.
final class DayChooser {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int YEARS_AHEAD = 10;

    private final Texts texts;
    private final Supplier<LocalDate> now;
    private final Consumer<LocalDate> chosen;
    private final TextField typed = new TextField();

    DayChooser(Texts texts, Supplier<LocalDate> now, Consumer<LocalDate> chosen) {
        this.texts = texts;
        this.now = now;
        this.chosen = chosen;
    }

    void fill(HBox line, ScreenLifecycle life, ObservableValue<LocalDate> day) {
        Label caption = new Label(texts.get("contract.page.asOf"));
        caption.getStyleClass().add("muted");
        caption.setLabelFor(typed);
        typed.setId("asOfDay");
        typed.setAccessibleText(texts.get("contract.page.asOf"));
        typed.getStyleClass().add("day-field");
        typed.textProperty().subscribe(text -> typed.pseudoClassStateChanged(ERROR, !text.isEmpty() && read().isEmpty()));
        typed.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                read().ifPresent(chosen);
            }
        });
        typed.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                pressed.consume();
                read().ifPresent(chosen);
            } else if (pressed.getCode() == KeyCode.ESCAPE) {
                pressed.consume();
                typed.setText(texts.day(now.get()));
            }
        });
        line.getChildren().setAll(caption, typed, DayButton.make(texts.get("country.form.pickDay"), texts::locale, typed,
                now, picked -> {
                    typed.setText(texts.day(picked));
                    chosen.accept(picked);
                }));
        life.follow(day, shown -> typed.setText(texts.day(shown)));
    }

    private Optional<LocalDate> read() {
        return DayInput.read(typed.getText(), now.get().getYear() + YEARS_AHEAD);
    }
}
