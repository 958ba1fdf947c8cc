package io.guichet.directory.ui;

import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Who changed what in one file, and when, newest first.
public final class HistoryViewModel {

    static final int FIRST = 20;
    static final int MORE = 200;

    private final Workplace workplace;
    private final FileRef file;
    private final ObservableList<FieldChange> changes = FXCollections.observableArrayList();
    private final ObservableList<FieldChange> changesView = FXCollections.unmodifiableObservableList(changes);
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final LatestWork loading;
    private int limit = FIRST;

    HistoryViewModel(Workplace workplace, FileRef file) {
        this.workplace = workplace;
        this.file = file;
        loading = new LatestWork(workplace.background());
    }

    public ObservableList<FieldChange> changes() {
        return changesView;
    }

    /// Whether older changes may exist.
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /// Whether it was read at least once.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Why it could not be read, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Reads further back.
    public void showMore() {
        limit = MORE;
        load();
    }

    void load() {
        int wanted = limit;
        loading.run(() -> workplace.directory().history(file, wanted + 1),
                found -> show(found, wanted),
                cause -> problem.set(Problem.of(cause)));
    }

    void cancel() {
        loading.cancel();
    }

    private void show(List<FieldChange> found, int wanted) {
        problem.set(null);
        changes.setAll(found.subList(0, Math.min(wanted, found.size())));
        more.set(found.size() > wanted && wanted < MORE);
        loaded.set(true);
    }
}
