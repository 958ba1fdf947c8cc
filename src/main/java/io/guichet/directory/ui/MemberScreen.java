package io.guichet.directory.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A member file in a tab. It finds out by itself when to ask again: see `FileWatch`.
final class MemberScreen implements Screen {

    private final MemberViewModel member;
    private final Workplace workplace;
    private final FxmlViews views;
    private final Texts texts;
    private final Navigator navigator;
    private final List<FilePanel> panels;
    private final ObservableValue<Boolean> unsaved;
    private final ObservableValue<String> title;
    private @Nullable MemberController controller;

    MemberScreen(FileRef ref, Workplace workplace, FxmlViews views, Texts texts, Navigator navigator) {
        this.navigator = navigator;
        this.workplace = workplace;
        this.views = views;
        this.texts = texts;
        member = new MemberViewModel(ref, workplace, texts.locale());
        title = Words.title(member.titleProperty(), member.ref().kind(), texts);
        panels = workplace.panels().stream().map(each -> each.make(ref)).flatMap(Optional::stream).toList();
        unsaved = FilePanel.unsaved(member.unsavedProperty(), panels);
        member.start();
    }

    @Override
    public String id() {
        return FileScreens.id(member.ref());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public void expect(String label) {
        member.expect(label);
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(member.ref().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return unsaved;
    }

    @Override
    public Parent createView() {
        member.use(texts.locale());
        MemberController made = new MemberController(member, workplace, texts, navigator, panels);
        controller = made;
        return views.view("directory/member").with(MemberController.class, () -> made).load();
    }

    @Override
    public boolean back() {
        return member.faces().faces().back();
    }

    @Override
    public void refresh() {
        panels.forEach(FilePanel::refresh);
    }

    @Override
    public List<Shortcut> shortcuts() {
        OverviewViewModel overview = member.faces().overview();
        return List.of(
                new Shortcut(keys(KeyCode.S), "directory.member.shortcut.save", member::save),
                new Shortcut(shifted(KeyCode.Z), "directory.member.shortcut.undo", member::undoAll),
                new Shortcut(new KeyCodeCombination(KeyCode.F2), "directory.member.shortcut.details",
                        shown(MemberController::edit)),
                new Shortcut(new KeyCodeCombination(KeyCode.F3), "directory.member.shortcut.overview",
                        () -> member.faces().faces().show(FacesViewModel.Face.OVERVIEW)),
                new Shortcut(keys(KeyCode.D), "directory.member.shortcut.day", shown(MemberController::focusDay)),
                new Shortcut(alt(KeyCode.PAGE_UP), "directory.member.shortcut.yearBefore", () -> overview.step(-1)),
                new Shortcut(alt(KeyCode.PAGE_DOWN), "directory.member.shortcut.yearAfter", () -> overview.step(1)),
                new Shortcut(alt(KeyCode.HOME), "directory.member.shortcut.today", overview::toToday),
                new Shortcut(shifted(KeyCode.N), "directory.member.shortcut.copyId", shown(MemberController::copyId)),
                new Shortcut(shifted(KeyCode.E), "directory.member.shortcut.copyEmail",
                        shown(MemberController::copyEmail)),
                new Shortcut(shifted(KeyCode.P), "directory.member.shortcut.copyPhone",
                        shown(MemberController::copyPhone)));
    }

    @Override
    public void close() {
        panels.forEach(FilePanel::close);
        member.close();
    }

    private Runnable shown(Consumer<MemberController> action) {
        return () -> {
            if (controller != null) {
                action.accept(controller);
            }
        };
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }

    private static KeyCombination keys(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
