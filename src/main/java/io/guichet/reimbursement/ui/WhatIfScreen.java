package io.guichet.reimbursement.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A what-if in a tab: of nobody, or of one member.
final class WhatIfScreen implements Screen {

    static final String ID = "what-if";
    private static final String OF = ID + ":";

    private final WhatIfViewModel whatIf;
    private final WhatIfParts parts;
    private final ObservableValue<String> title;
    private final ReadOnlyBooleanWrapper nothingToSave = new ReadOnlyBooleanWrapper(false);
    private @Nullable WhatIfController controller;

    WhatIfScreen(WhatIfWork work, WhatIfParts parts, @Nullable FileRef member) {
        this.parts = parts;
        whatIf = new WhatIfViewModel(work, member, parts.texts().locale());
        title = Bindings.createStringBinding(() -> whatIf.nameProperty().get().isEmpty()
                ? parts.texts().get("reimbursement.whatIf.title")
                : parts.texts().get("reimbursement.whatIf.titleOf", whatIf.nameProperty().get()),
                parts.texts().localeProperty(), whatIf.nameProperty());
    }

    /// The id of the what-if of a member.
    static String id(FileRef member) {
        return OF + FileScreens.id(member);
    }

    /// The member whose what-if has that id.
    static Optional<FileRef> member(String id) {
        return id.startsWith(OF) ? FileScreens.file(id.substring(OF.length())) : Optional.empty();
    }

    @Override
    public String id() {
        FileRef member = whatIf.member();
        return member == null ? ID : id(member);
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.ofNullable(whatIf.member()).map(FileRef::country);
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingToSave.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        whatIf.use(parts.texts().locale());
        WhatIfController made = new WhatIfController(whatIf, parts);
        controller = made;
        return parts.views().view("reimbursement/what-if").with(WhatIfController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
                        "reimbursement.whatIf.shortcut.act", shown(WhatIfController::focusAct)),
                new Shortcut(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                        "reimbursement.whatIf.shortcut.add", shown(WhatIfController::add)),
                new Shortcut(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        "reimbursement.whatIf.shortcut.copy", shown(WhatIfController::copy)));
    }

    private Runnable shown(Consumer<WhatIfController> action) {
        return () -> {
            if (controller != null) {
                action.accept(controller);
            }
        };
    }

    @Override
    public void refresh() {
        whatIf.refresh();
    }

    @Override
    public void close() {
        whatIf.close();
    }
}
