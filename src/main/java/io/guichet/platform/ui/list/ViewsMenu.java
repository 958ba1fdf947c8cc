package io.guichet.platform.ui.list;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.list.ViewStore.SavedView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The saved views of a list: picked, kept under a name, renamed and forgotten. A name is asked for in a bar above the
/// list, so that what it names stays in sight.
public final class ViewsMenu {

    /// The bar that asks for a name.
    public record Naming(HBox bar, Label text, TextField name, Label taken, Button keep, Button leave) {
    }

    private static final String FORGET = "forget";

    private final ViewedList list;
    private final SavedViewsViewModel views;
    private final Texts texts;
    private final Dialogs dialogs;
    private final MenuButton menu;
    private final Naming naming;
    private Consumer<String> named = name -> { };
    private boolean renaming;

    public ViewsMenu(ViewedList list, Texts texts, Dialogs dialogs, MenuButton menu, Naming naming) {
        this.list = list;
        this.views = list.views();
        this.texts = texts;
        this.dialogs = dialogs;
        this.menu = menu;
        this.naming = naming;
    }

    /// Follows the list while it is shown.
    public void follow(ScreenLifecycle life) {
        menu.setGraphic(Icons.of(Feather.BOOKMARK));
        show(naming.bar(), false);
        naming.keep().setOnAction(pressed -> keep());
        naming.leave().setOnAction(pressed -> leave());
        naming.name().textProperty().subscribe(this::check);
        naming.name().addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                pressed.consume();
                keep();
            } else if (pressed.getCode() == KeyCode.ESCAPE) {
                pressed.consume();
                leave();
            }
        });
        life.follow(this::fill, views.views(), views.currentProperty(), list.queryProperty());
    }

    private void fill() {
        SavedView current = views.currentProperty().get();
        boolean differs = list.differsFromView();
        menu.setText(current == null ? texts.get("platform.views.title")
                : differs ? texts.get("platform.views.changed", current.name()) : current.name());
        List<MenuItem> items = new ArrayList<>();
        for (SavedView view : views.views()) {
            MenuItem item = item(view.name(), view.equals(current) ? Feather.CHECK : null, () -> list.pick(view));
            item.setId("view-" + view.name());
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem save = item(texts.get("platform.views.save"), Feather.PLUS,
                () -> ask(texts.get("platform.views.saveAs"), "", false, list::keep));
        save.setId("saveView");
        items.add(save);
        if (current != null) {
            if (differs) {
                items.add(item(texts.get("platform.views.replace", current.name()), Feather.SAVE,
                        () -> list.keep(current.name())));
            }
            items.add(item(texts.get("platform.views.rename", current.name()), Feather.EDIT_2,
                    () -> ask(texts.get("platform.views.renameTo", current.name()), current.name(), true, views::rename)));
            items.add(item(texts.get("platform.views.forget", current.name()), Feather.TRASH_2, () -> forget(current)));
        }
        menu.getItems().setAll(items);
    }

    private void ask(String text, String proposed, boolean other, Consumer<String> then) {
        named = then;
        renaming = other;
        naming.text().setText(text);
        naming.keep().setText(texts.get(other ? "platform.views.renameDo" : "platform.views.saveDo"));
        naming.name().setText(proposed);
        show(naming.bar(), true);
        check(proposed);
        naming.name().requestFocus();
        naming.name().selectAll();
    }

    private void check(String typed) {
        SavedView current = views.currentProperty().get();
        boolean same = renaming && current != null && current.name().equals(typed.strip());
        boolean taken = !same && views.has(typed);
        naming.taken().setText(taken ? texts.get("platform.views.taken") : "");
        naming.taken().setGraphic(taken ? Icons.of(Feather.ALERT_TRIANGLE) : null);
        naming.keep().setDisable(!SavedViewsViewModel.isName(typed));
    }

    private void keep() {
        String typed = naming.name().getText();
        if (SavedViewsViewModel.isName(typed)) {
            leave();
            named.accept(typed);
        }
    }

    private void leave() {
        show(naming.bar(), false);
        menu.requestFocus();
    }

    private void forget(SavedView view) {
        dialogs.ask(new Dialogs.Question(texts.get("platform.views.forgetTitle", view.name()),
                texts.get("platform.views.forgetText"), List.of(
                new Dialogs.Answer("keep", texts.get("platform.views.leave"), Dialogs.Role.CANCEL),
                new Dialogs.Answer(FORGET, texts.get("platform.views.forgetDo"), Dialogs.Role.DESTRUCTIVE))), answer -> {
            if (answer.equals(FORGET)) {
                views.forget();
            }
        });
    }

    private static MenuItem item(String text, @Nullable Feather icon, Runnable action) {
        MenuItem item = new MenuItem(text, icon == null ? null : Icons.of(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(pressed -> action.run());
        return item;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
