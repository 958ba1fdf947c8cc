package io.guichet.reimbursement.ui.entry;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A claim being entered, in a tab.
final class EntryScreen implements Screen {

    private final String id;
    private final EntryParts parts;
    private final Texts texts;
    private final EntryViewModel entry;
    private final ObservableValue<String> title;
    private final List<FilePanel> beside;
    private final ObservableValue<Boolean> unsaved;
    private @Nullable EntryController controller;

    EntryScreen(String id, EntryWork work, EntryParts parts, @Nullable FileRef member, @Nullable FileRef revised) {
        this.id = id;
        this.parts = parts;
        texts = work.texts();
        entry = new EntryViewModel(work, member, revised, texts.locale());
        beside = revised == null ? List.of() : parts.beside().stream().flatMap(each -> each.make(revised).stream()).toList();
        unsaved = FilePanel.unsaved(entry.state().unsavedProperty(), beside);
        title = Bindings.createStringBinding(this::called, texts.localeProperty(), entry.state().nameProperty());
    }

    private String called() {
        String name = entry.state().nameProperty().get();
        boolean anew = entry.revises() != null;
        if (name.isEmpty()) {
            return texts.get(anew ? "reimbursement.entry.reviseTitle" : "reimbursement.entry.title");
        }
        return texts.get(anew ? "reimbursement.entry.reviseTitleOf" : "reimbursement.entry.titleOf", name);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.ofNullable(entry.member() == null ? entry.revises() : entry.member()).map(FileRef::country);
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return unsaved;
    }

    @Override
    public Parent createView() {
        entry.use(texts.locale());
        EntryController made = new EntryController(entry, parts, beside);
        controller = made;
        return parts.views().view("reimbursement/entry").with(EntryController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                key(KeyCode.ENTER, "reimbursement.entry.shortcut.store", EntryController::store),
                key(KeyCode.F, "reimbursement.entry.shortcut.act", EntryController::focusAct),
                key(KeyCode.L, "reimbursement.entry.shortcut.line", EntryController::addLine),
                key(KeyCode.O, "reimbursement.entry.shortcut.paper", EntryController::choosePaper),
                key(KeyCode.J, "reimbursement.entry.shortcut.pages", EntryController::focusPages));
    }

    private Shortcut key(KeyCode code, String text, Consumer<EntryController> action) {
        return new Shortcut(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), text, () -> {
            if (controller != null) {
                action.accept(controller);
            }
        });
    }

    @Override
    public void refresh() {
        entry.refresh();
    }

    @Override
    public void settle(Runnable then) {
        entry.settle(then);
    }

    @Override
    public void close() {
        beside.forEach(FilePanel::close);
        entry.close();
    }
}
