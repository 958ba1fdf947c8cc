package io.guichet.directory.ui;

import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Reading;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.form.DayButton;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.LocalDate;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The day that the overview is told of: typed, picked, a year back or on.
final class AsOfView extends HBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final FieldSpec DAY = new FieldSpec("directory.overview.asOf", new FieldType.Day(), true, true,
            Sensitivity.PLAIN, "overview.day", 1000);

    private final OverviewViewModel overview;
    private final Texts texts;
    private final FieldInput input;
    private final TextField typed = new TextField();

    AsOfView(OverviewViewModel overview, Texts texts, FieldInput input, ScreenLifecycle life) {
        this.overview = overview;
        this.texts = texts;
        this.input = input;
        getStyleClass().add("as-of");
        Label caption = new Label(texts.get(DAY.key()));
        caption.getStyleClass().add("field-label");
        caption.setLabelFor(typed);
        Button before = Icons.button(Feather.CHEVRON_LEFT, texts.get("directory.overview.yearBefore"));
        before.setId("yearBefore");
        before.setOnAction(pressed -> overview.step(-1));
        Button after = Icons.button(Feather.CHEVRON_RIGHT, texts.get("directory.overview.yearAfter"));
        after.setId("yearAfter");
        after.setOnAction(pressed -> overview.step(1));
        typed.setId("asOf");
        typed.setPrefColumnCount(8);
        typed.setOnAction(pressed -> read());
        typed.focusedProperty().subscribe(focused -> {
            if (!focused) {
                read();
            }
        });
        Button calendar = DayButton.make(texts.get("directory.overview.pickDay"), texts::locale, typed,
                () -> overview.dayProperty().get(), overview::asOf);
        getChildren().addAll(caption, before, typed, calendar, after);
        life.follow(overview.dayProperty(), this::show);
    }

    /// Puts the cursor into the day.
    void focus() {
        typed.requestFocus();
        typed.selectAll();
    }

    private void show(LocalDate day) {
        typed.setText(texts.day(day));
        typed.setTooltip(new Tooltip(texts.dayInWords(day)));
        typed.pseudoClassStateChanged(ERROR, false);
    }

    private void read() {
        switch (input.read(DAY, typed.getText())) {
            case Reading.Value(String canonical) when canonical != null -> {
                LocalDate day = LocalDate.parse(canonical);
                overview.asOf(day);
                show(day);
            }
            case Reading.Value _ -> show(overview.dayProperty().get());
            case Reading.Refused(var problem, var suggestion) -> {
                typed.pseudoClassStateChanged(ERROR, true);
                typed.setTooltip(new Tooltip(texts.get(problem)));
            }
        }
    }
}
