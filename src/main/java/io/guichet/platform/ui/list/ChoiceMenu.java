package io.guichet.platform.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/// A choice of one value to filter by, or of none. It says what is chosen without being opened.
///
/// @param <T> what is chosen
public final class ChoiceMenu<T> extends MenuButton {

    private final String name;
    private final String any;
    private final Function<T, String> label;
    private final Consumer<@Nullable T> chosen;
    private final List<T> choices = new ArrayList<>();
    private @Nullable T selected;

    /// @param name   what is filtered by
    /// @param any    what the choice of none is called
    /// @param chosen gets what is chosen, null for none, each time that becomes different
    public ChoiceMenu(String id, String name, String any, Function<T, String> label, Consumer<@Nullable T> chosen) {
        this.name = name;
        this.any = any;
        this.label = label;
        this.chosen = chosen;
        setId(id);
        setMnemonicParsing(false);
        getStyleClass().add("filter-menu");
        fill();
    }

    /// What can be chosen, in that order. What is chosen and not among it stays chosen.
    public void offer(List<T> offered) {
        choices.clear();
        choices.addAll(offered);
        fill();
    }

    /// What is chosen, from elsewhere.
    public void select(@Nullable T wanted) {
        if (!Objects.equals(wanted, selected)) {
            selected = wanted;
            fill();
        }
    }

    private void fill() {
        ToggleGroup group = new ToggleGroup();
        getItems().clear();
        getItems().add(item(group, any, null));
        for (T choice : choices) {
            getItems().add(item(group, label.apply(choice), choice));
        }
        if (selected != null && !choices.contains(selected)) {
            getItems().add(item(group, label.apply(selected), selected));
        }
        say();
    }

    private RadioMenuItem item(ToggleGroup group, String words, @Nullable T choice) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(Objects.equals(choice, selected));
        item.setOnAction(pressed -> {
            if (!Objects.equals(choice, selected)) {
                selected = choice;
                say();
                chosen.accept(choice);
            }
        });
        return item;
    }

    private void say() {
        setText(selected == null ? name : name + ": " + label.apply(selected));
        if (selected == null) {
            getStyleClass().remove("chosen");
        } else if (!getStyleClass().contains("chosen")) {
            getStyleClass().add("chosen");
        }
    }
}
