package io.guichet.shell.ui;

import io.guichet.platform.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys of the window itself, in the order F1 shows them.
final class ShellKeys {

    static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private ShellKeys() {
    }

    /// Keys that work wherever one is.
    static List<Shortcut> of(TabsViewModel tabs, ShellActions actions) {
        List<Shortcut> keys = new ArrayList<>(List.of(
                new Shortcut(SEARCH, "shell.key.search", actions::search),
                new Shortcut(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), "shell.key.close",
                        tabs::closeSelected),
                new Shortcut(new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        "shell.key.reopen", tabs::reopen),
                new Shortcut(new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN), "shell.key.next",
                        () -> tabs.step(1)),
                new Shortcut(new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                        "shell.key.previous", () -> tabs.step(-1)),
                new Shortcut(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), "shell.key.back", tabs::back),
                new Shortcut(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN), "shell.key.settings",
                        () -> tabs.open(ShellScreens.SETTINGS, false)),
                new Shortcut(new KeyCodeCombination(KeyCode.F1), "shell.key.shortcuts", actions::shortcuts)));
        return keys;
    }

    /// Alt+1 to Alt+9: one line in F1, nine keys.
    static List<Shortcut> tabNumbers(TabsViewModel tabs) {
        List<Shortcut> keys = new ArrayList<>();
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5,
            KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9};
        for (int index = 0; index < digits.length; index++) {
            int tab = index;
            keys.add(new Shortcut(new KeyCodeCombination(digits[index], KeyCombination.ALT_DOWN), "shell.key.number",
                    () -> tabs.select(tab)));
        }
        return keys;
    }
}
