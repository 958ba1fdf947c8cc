package io.guichet.directory.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The list of members in a tab.
final class MemberListScreen implements Screen {

    static final String ID = "members";

    private final MemberListViewModel list;
    private final FxmlViews views;
    private final Texts texts;
    private final Navigator navigator;
    private final ReadOnlyBooleanWrapper nothingTyped = new ReadOnlyBooleanWrapper(false);
    private @Nullable MemberListController controller;

    MemberListScreen(Workplace workplace, FxmlViews views, Texts texts, Navigator navigator) {
        this.views = views;
        this.texts = texts;
        this.navigator = navigator;
        list = new MemberListViewModel(workplace);
        list.start();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<String> title() {
        return texts.localeProperty().map(language -> texts.get("directory.members.title"));
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingTyped.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        MemberListController made = new MemberListController(list, texts, navigator);
        controller = made;
        return views.view("directory/member-list").with(MemberListController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(new Shortcut(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
                "directory.members.shortcut.filter", () -> {
                    if (controller != null) {
                        controller.focusFilter();
                    }
                }));
    }

    @Override
    public void close() {
        list.close();
    }
}
