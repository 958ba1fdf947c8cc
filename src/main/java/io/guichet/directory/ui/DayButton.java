package io.guichet.directory.ui;

import io.guichet.platform.ui.Icons;
import java.time.LocalDate;
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
/// what is typed stays and is explained, and the calendar only fills in.
final class DayButton {

    private DayButton() {
    }

    /// @param says   what the button does
    /// @param value  the day to begin at, or null
    /// @param chosen gets the chosen day
    static Button make(String says, Node below, Supplier<@Nullable LocalDate> value, Consumer<LocalDate> chosen) {
        Button button = Icons.button(Feather.CALENDAR, says);
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> {
            DatePicker picker = new DatePicker(value.get());
            picker.setShowWeekNumbers(false);
            Popup popup = new Popup();
            popup.setAutoHide(true);
            popup.getContent().add(new DatePickerSkin(picker).getPopupContent());
            picker.valueProperty().subscribe((before, after) -> {
                if (after != null && !after.equals(before)) {
                    chosen.accept(after);
                    popup.hide();
                    below.requestFocus();
                }
            });
            Bounds place = below.localToScreen(below.getBoundsInLocal());
            popup.show(below, place.getMinX(), place.getMaxY() + 4);
        });
        return button;
    }
}
