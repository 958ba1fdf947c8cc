package io.guichet.platform.ui.list;

import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.list.ViewStore.SavedView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The filters of one list that a person keeps by name, and how the list was left the last time.
public final class SavedViewsViewModel {

    static final int LONGEST_NAME = 60;
    private static final String LAST = "last";

    private final ViewStore saved;
    private final Background background;
    private final LatestWork reading;
    private final String list;
    private final ObservableList<SavedView> views = FXCollections.observableArrayList();
    private final ObservableList<SavedView> seen = FXCollections.unmodifiableObservableList(views);
    private final ReadOnlyObjectWrapper<@Nullable SavedView> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Map<String, String> left = Map.of();

    /// @param list names the list
    public SavedViewsViewModel(ViewStore saved, Background background, String list) {
        this.saved = saved;
        this.background = background;
        this.list = list;
        reading = new LatestWork(background);
    }

    private record Kept(List<SavedView> views, Optional<SavedView> left) {
    }

    /// Reads what is kept; `then` gets the query that the list was left with, empty when there is none or it cannot be
    /// read.
    public void start(Consumer<Map<String, String>> then) {
        reading.run(() -> new Kept(saved.of(list), saved.of(leftList()).stream().findFirst()), kept -> {
            show(kept.views());
            left = kept.left().map(SavedView::query).orElse(Map.of());
            then.accept(left);
        }, cause -> {
            problem.set(Problem.of(cause));
            then.accept(Map.of());
        });
    }

    /// The views, by name.
    public ObservableList<SavedView> views() {
        return seen;
    }

    /// The view that was picked or saved last, or null.
    public ReadOnlyObjectProperty<@Nullable SavedView> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// What went wrong last, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The person picked a view, or null for none.
    public void pick(@Nullable SavedView view) {
        current.set(view);
    }

    /// Whether there is a view of that name.
    boolean has(String name) {
        return views.stream().anyMatch(view -> view.name().equals(name.strip()));
    }

    /// Whether a view may be called so.
    static boolean isName(String typed) {
        return !typed.isBlank() && typed.strip().length() <= LONGEST_NAME;
    }

    /// Keeps the query under that name, in the place of a view of the same name.
    public void keep(String name, Map<String, String> query) {
        SavedView view = new SavedView(name.strip(), query);
        change(() -> saved.keep(list, view), view);
    }

    /// Gives the current view another name.
    public void rename(String name) {
        SavedView before = current.get();
        if (before != null && !before.name().equals(name.strip())) {
            SavedView after = new SavedView(name.strip(), before.query());
            change(() -> {
                saved.keep(list, after);
                saved.forget(list, before.name());
            }, after);
        }
    }

    /// Forgets the current view; what the list shows stays.
    public void forget() {
        SavedView gone = current.get();
        if (gone != null) {
            change(() -> saved.forget(list, gone.name()), null);
        }
    }

    /// Remembers how the list is left.
    public void leave(Map<String, String> query) {
        if (!query.equals(left)) {
            left = query;
            background.run(() -> {
                saved.keep(leftList(), new SavedView(LAST, query));
                return query;
            }, kept -> { }, cause -> problem.set(Problem.of(cause)));
        }
    }

    private String leftList() {
        return list + "." + LAST;
    }

    private void change(Runnable write, @Nullable SavedView then) {
        background.run(() -> {
            write.run();
            return saved.of(list);
        }, now -> {
            problem.set(null);
            show(now);
            current.set(then);
        }, cause -> problem.set(Problem.of(cause)));
    }

    private void show(List<SavedView> now) {
        views.setAll(now);
        SavedView picked = current.get();
        if (picked != null) {
            current.set(now.stream().filter(view -> view.name().equals(picked.name())).findFirst().orElse(null));
        }
    }
}
