package io.guichet.bootstrap.tour;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;

/// Uses what a window shows as a patient person does: waits until it is there and can be used, and then uses it.
///
/// Looking and using are one step on the JavaFX thread. What comes by itself (a draft that stores itself, a change that the
/// server tells of) cannot come between them, and a button that is disabled for a moment is not pressed in vain.
final class TourHand {

    private final BiConsumer<String, BooleanSupplier> patience;
    private final Supplier<Parent> window;

    /// @param patience waits until a condition, asked on the JavaFX thread, holds, and tells in vain what it waited for
    /// @param window   what is looked through
    TourHand(BiConsumer<String, BooleanSupplier> patience, Supplier<Parent> window) {
        this.patience = patience;
        this.window = window;
    }

    /// Looks for a node: `#save`, `.tab-button`. On the JavaFX thread.
    Optional<Node> find(String selector) {
        return Optional.ofNullable(window.get().lookup(selector));
    }

    /// Presses a button once it can be pressed.
    void press(String selector) {
        patience.accept("the button " + selector + " can be pressed", () -> {
            Optional<ButtonBase> button = find(selector).map(ButtonBase.class::cast).filter(found -> !found.isDisabled());
            button.ifPresent(ButtonBase::fire);
            return button.isPresent();
        });
    }

    /// Types into a field, once it is there, in place of what it holds.
    void type(String selector, String text) {
        patience.accept("something can be typed into " + selector, () -> {
            Optional<TextInputControl> field = find(selector).map(TextInputControl.class::cast)
                    .filter(found -> !found.isDisabled());
            field.ifPresent(found -> found.setText(text));
            return field.isPresent();
        });
    }
}
