package io.guichet.shell.ui;

import io.guichet.directory.Directory;
import io.guichet.directory.SearchRow;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Where a person begins: the files they had open lately, named afresh by the directory.
public final class HomeViewModel implements AutoCloseable {

    private final Directory directory;
    private final RecentFiles recent;
    private final Navigator navigator;
    private final LatestWork latest;
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final Subscription following;

    public HomeViewModel(Directory directory, Background background, RecentFiles recent, Navigator navigator) {
        this.directory = directory;
        this.recent = recent;
        this.navigator = navigator;
        this.latest = new LatestWork(background);
        this.following = recent.files().subscribe(this::refresh);
        refresh();
    }

    /// The files opened lately.
    public ObservableList<SearchRow> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return latest.busyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Opens one of them.
    public void open(SearchRow row, boolean behind) {
        navigator.open(row.ref(), row.label(), behind);
    }

    /// Names them again.
    public void refresh() {
        latest.run(() -> directory.rows(List.copyOf(recent.files())), found -> {
            problem.set(null);
            rows.setAll(found);
        }, failure -> problem.set(Problem.of(failure)));
    }

    @Override
    public void close() {
        following.unsubscribe();
        latest.cancel();
    }
}
