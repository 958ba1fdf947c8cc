package io.guichet.shell.ui;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open screens. One that is asked for again is selected, not opened twice; the last one that closes leaves home.
public final class TabsViewModel implements Navigator {

    /// The screen that is there when nothing else is.
    public static final String HOME = "home";

    private static final int REOPENABLE = 20;
    private static final String DISCARD = "discard";

    private final List<ScreenFactory> factories;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Texts texts;
    private final RecentFiles recent;
    private final ObservableList<Screen> screens = FXCollections.observableArrayList();
    private final ObservableList<Screen> seen = FXCollections.unmodifiableObservableList(screens);
    private final ReadOnlyObjectWrapper<@Nullable Screen> selected = new ReadOnlyObjectWrapper<>();
    private final Deque<String> closed = new ArrayDeque<>();
    private final Deque<Screen> before = new ArrayDeque<>();

    public TabsViewModel(List<ScreenFactory> factories, Dialogs dialogs, Notices notices, Texts texts,
                         RecentFiles recent) {
        this.factories = List.copyOf(factories);
        this.dialogs = dialogs;
        this.notices = notices;
        this.texts = texts;
        this.recent = recent;
    }

    /// The open screens, in the order of their tabs.
    public ObservableList<Screen> screens() {
        return seen;
    }

    public ReadOnlyObjectProperty<@Nullable Screen> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    @Override
    public void open(FileRef file, boolean behind) {
        if (open(FileScreens.id(file), behind)) {
            recent.opened(file);
        }
    }

    @Override
    public void open(FileRef file, String label, boolean behind) {
        open(file, behind);
        find(FileScreens.id(file)).ifPresent(screen -> screen.expect(label));
    }

    @Override
    public boolean open(String id, boolean behind) {
        Optional<Screen> open = find(id);
        if (open.isEmpty()) {
            open = factories.stream().map(factory -> factory.make(id)).flatMap(Optional::stream).findFirst();
            if (open.isEmpty()) {
                notices.tell(new Notices.Notice(Notices.Level.WARNING, UserMessage.of("shell.error.noScreen")));
                return false;
            }
            int place = selected.get() == null ? screens.size() : screens.indexOf(selected.get()) + 1;
            screens.add(place, open.get());
        }
        if (!behind || selected.get() == null) {
            select(open.get());
        }
        return true;
    }

    /// Opens what was open the last time; screens that are no longer for this person are left out silently.
    public void restore(List<String> ids, String selectedId) {
        for (String id : ids) {
            if (find(id).isEmpty()) {
                factories.stream().map(factory -> factory.make(id)).flatMap(Optional::stream).findFirst()
                        .ifPresent(screens::add);
            }
        }
        if (screens.isEmpty()) {
            open(HOME, false);
        } else {
            select(find(selectedId).orElse(screens.getFirst()));
        }
    }

    /// Selects an open screen.
    public void select(Screen screen) {
        if (screens.contains(screen)) {
            goTo(screen);
        }
    }

    /// Selects the tab at `index`, counted from 0, when there is one.
    public void select(int index) {
        if (index >= 0 && index < screens.size()) {
            goTo(screens.get(index));
        }
    }

    /// Goes back to where one was: within the screen, and where that leads nowhere to the tab that was seen before.
    public void back() {
        Screen now = selected.get();
        if (now != null && now.back()) {
            return;
        }
        while (!before.isEmpty()) {
            Screen earlier = before.pop();
            if (earlier != now && screens.contains(earlier)) {
                selected.set(earlier);
                return;
            }
        }
    }

    /// Selects the tab beside: 1 the next, -1 the one before; around the ends.
    public void step(int by) {
        if (!screens.isEmpty()) {
            select(Math.floorMod(screens.indexOf(selected.get()) + by, screens.size()));
        }
    }

    /// Closes the selected screen; asks when something is not saved.
    public void closeSelected() {
        Screen screen = selected.get();
        if (screen != null) {
            close(screen);
        }
    }

    /// Closes a screen; asks when something is not saved.
    public void close(Screen screen) {
        screen.settle(() -> {
            if (!screen.unsaved().getValue()) {
                remove(screen);
            } else if (screens.contains(screen)) {
                select(screen);
                ask("shell.close.title", screen.title().getValue(), "shell.close.text", "shell.close.discard",
                        () -> remove(screen));
            }
        });
    }

    /// Runs `left` when every screen has stored what it stores by itself and nothing unsaved would be lost, after asking
    /// otherwise. Screens stay open until then.
    public void leave(Runnable left) {
        Runnable rest = () -> askThen(left);
        for (Screen screen : List.copyOf(screens)) {
            Runnable before = rest;
            rest = () -> screen.settle(before);
        }
        rest.run();
    }

    private void askThen(Runnable left) {
        List<Screen> unsaved = screens.stream().filter(screen -> screen.unsaved().getValue()).toList();
        if (unsaved.isEmpty()) {
            left.run();
            return;
        }
        select(unsaved.getFirst());
        ask("shell.leave.title", unsaved.size(), "shell.leave.text", "shell.leave.discard", left);
    }

    /// Opens again what was closed last.
    public void reopen() {
        String id = closed.poll();
        if (id != null) {
            open(id, false);
        }
    }

    /// Tells every open screen to ask the database again.
    public void refresh() {
        List.copyOf(screens).forEach(Screen::refresh);
    }

    /// Closes all screens without asking: the window is gone.
    public void dispose() {
        List<Screen> all = List.copyOf(screens);
        selected.set(null);
        before.clear();
        screens.clear();
        all.forEach(Screen::close);
    }

    private void ask(String titleKey, Object subject, String textKey, String discardKey, Runnable discard) {
        dialogs.ask(new Dialogs.Question(texts.get(titleKey, subject), texts.get(textKey), List.of(
                new Dialogs.Answer("keep", texts.get("shell.close.keep"), Dialogs.Role.CANCEL),
                new Dialogs.Answer(DISCARD, texts.get(discardKey), Dialogs.Role.DESTRUCTIVE))), answer -> {
            if (answer.equals(DISCARD)) {
                discard.run();
            }
        });
    }

    private void goTo(Screen screen) {
        Screen now = selected.get();
        if (now != null && now != screen) {
            before.push(now);
            if (before.size() > REOPENABLE) {
                before.removeLast();
            }
        }
        selected.set(screen);
    }

    private void remove(Screen screen) {
        int index = screens.indexOf(screen);
        if (index < 0) {
            return;
        }
        boolean wasSelected = screen == selected.get();
        screens.remove(index);
        before.removeIf(each -> each == screen);
        if (!screen.id().equals(HOME)) {
            closed.push(screen.id());
            if (closed.size() > REOPENABLE) {
                closed.removeLast();
            }
        }
        if (wasSelected) {
            selected.set(screens.isEmpty() ? null : screens.get(Math.min(index, screens.size() - 1)));
        }
        screen.close();
        if (screens.isEmpty()) {
            open(HOME, false);
        }
    }

    private Optional<Screen> find(String id) {
        return screens.stream().filter(screen -> screen.id().equals(id)).findFirst();
    }
}
