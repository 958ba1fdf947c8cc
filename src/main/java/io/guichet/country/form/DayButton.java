package io.guichet.country.form;

import io.guichet.platform.ui.Icons;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Opens a calendar below a text field. JavaFX's own picker throws away what was typed when it cannot read it; here
/// what is typed stays and is explained, and the calendar only fills in. Its skin knows no other language than the
/// machine's default for formats, so that is the language in use as long as the calendar is open.
public final class DayButton {

    private DayButton() {
    }

    /// The button beside a field.
    ///
    /// @param says     what the button does
    /// @param language the language in use when the calendar opens
    /// @param value    the day to begin at, or null
    /// @param chosen   gets the chosen day
    public static Button make(String says, Supplier<Locale> language, Node below, Supplier<@Nullable LocalDate> value,
                       Consumer<LocalDate> chosen) {
        Button button = Icons.button(Feather.CALENDAR, says);
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> {
            Locale machine = Locale.getDefault(Locale.Category.FORMAT);
            Locale.setDefault(Locale.Category.FORMAT, ofCalendar(language.get()));
            DatePicker picker = new DatePicker(value.get());
            picker.setShowWeekNumbers(false);
            Popup popup = new Popup();
            popup.setAutoHide(true);
            popup.setOnHidden(hidden -> Locale.setDefault(Locale.Category.FORMAT, machine));
            popup.getContent().add(new DatePickerSkin(picker).getPopupContent());
            picker.valueProperty().subscribe((before, after) -> {
                if (after != null && !after.equals(before)) {
                    chosen.accept(after);
                    popup.hide();
                    below.requestFocus();
                }
            });
            // A popup has the window's style sheets; theme and size of text are classes of the window's root.
            popup.getScene().getRoot().getStyleClass().addAll(below.getScene().getRoot().getStyleClass());
            Bounds place = below.localToScreen(below.getBoundsInLocal());
            popup.show(below, place.getMinX(), place.getMaxY() + 4);
        });
        return button;
    }

    /// The weeks of all countries here begin on Monday, also in English.
    private static Locale ofCalendar(Locale language) {
        return new Locale.Builder().setLocale(language).setUnicodeLocaleKeyword("fw", "mon").build();
    }
}
