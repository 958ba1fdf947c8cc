package io.guichet.platform.ui;

import io.guichet.platform.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// Keys as they are written on keyboards of the language in use: `Ctrl+K`, `Strg+K`.
public final class KeyNames {

    private KeyNames() {
    }

    /// The combination in words.
    public static String of(Texts texts, KeyCombination keys) {
        List<String> parts = new ArrayList<>();
        if (keys.getControl() == ModifierValue.DOWN || keys.getShortcut() == ModifierValue.DOWN) {
            parts.add(texts.get("platform.ui.key.ctrl"));
        }
        if (keys.getAlt() == ModifierValue.DOWN) {
            parts.add(texts.get("platform.ui.key.alt"));
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            parts.add(texts.get("platform.ui.key.shift"));
        }
        parts.add(keys instanceof KeyCodeCombination code ? of(texts, code.getCode()) : keys.getDisplayText());
        return String.join("+", parts);
    }

    private static String of(Texts texts, KeyCode code) {
        return switch (code) {
            case ENTER -> texts.get("platform.ui.key.enter");
            case ESCAPE -> texts.get("platform.ui.key.escape");
            case DELETE -> texts.get("platform.ui.key.delete");
            case SPACE -> texts.get("platform.ui.key.space");
            case TAB -> "Tab";
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case COMMA -> ",";
            case SLASH -> "/";
            case PLUS -> "+";
            case MINUS -> "-";
            default -> code.getName();
        };
    }
}
