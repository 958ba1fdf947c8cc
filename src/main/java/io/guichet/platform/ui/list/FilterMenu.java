package io.guichet.platform.ui.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// A choice of several values to filter by. It says what is chosen without being opened.
///
/// @param <T> what is chosen
public final class FilterMenu<T> extends MenuButton {

    private static final int SPELLED_OUT = 2;

    private final String name;
    private final Function<T, String> label;
    private final Consumer<Set<T>> chosen;
    private final List<T> choices = new ArrayList<>();
    private final Set<T> selected = new HashSet<>();

    /// @param name   what is filtered by
    /// @param chosen gets what is chosen, each time that becomes different
    public FilterMenu(String id, String name, Function<T, String> label, Consumer<Set<T>> chosen) {
        this.name = name;
        this.label = label;
        this.chosen = chosen;
        setId(id);
        getStyleClass().add("filter-menu");
        say();
    }

    /// What can be chosen, in that order.
    public void offer(List<T> offered) {
        choices.clear();
        choices.addAll(offered);
        fill();
    }

    /// What is chosen, from elsewhere.
    public void select(Set<T> wanted) {
        if (!wanted.equals(selected)) {
            selected.clear();
            selected.addAll(wanted);
            fill();
        }
    }

    private void fill() {
        getItems().setAll(choices.stream().map(this::item).toList());
        say();
    }

    private MenuItem item(T choice) {
        CheckBox box = new CheckBox(label.apply(choice));
        box.setSelected(selected.contains(choice));
        box.setMnemonicParsing(false);
        box.setOnAction(pressed -> toggle(choice, box.isSelected()));
        // Several are ticked in a row: the menu stays.
        CustomMenuItem item = new CustomMenuItem(box, false);
        item.setOnAction(pressed -> {
            if (pressed.getTarget() == item) {
                box.setSelected(!box.isSelected());
                toggle(choice, box.isSelected());
            }
        });
        return item;
    }

    private void toggle(T choice, boolean now) {
        if (now ? selected.add(choice) : selected.remove(choice)) {
            say();
            chosen.accept(Set.copyOf(selected));
        }
    }

    private void say() {
        boolean any = !selected.isEmpty();
        String what = selected.size() > SPELLED_OUT ? Integer.toString(selected.size())
                : choices.stream().filter(selected::contains).map(label).collect(Collectors.joining(", "));
        setText(any && !what.isEmpty() ? name + ": " + what : name);
        if (any != getStyleClass().contains("chosen")) {
            if (any) {
                getStyleClass().add("chosen");
            } else {
                getStyleClass().remove("chosen");
            }
        }
    }
}
