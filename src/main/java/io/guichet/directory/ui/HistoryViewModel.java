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
    private boolean wanted;

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

    /// Somebody looks at it: from now on it is read, and kept current.
    void want() {
        if (!wanted) {
            wanted = true;
            load();
        }
    }

    void load() {
        if (wanted) {
            read();
        }
    }

    private void read() {
        int most = limit;
        loading.run(() -> workplace.directory().history(file, most + 1),
                found -> show(found, most),
                cause -> problem.set(Problem.ofReading(cause)));
    }

    void cancel() {
        loading.cancel();
    }

    private void show(List<FieldChange> found, int most) {
        problem.set(null);
        changes.setAll(found.subList(0, Math.min(most, found.size())));
        more.set(found.size() > most && most < MORE);
        loaded.set(true);
    }
}
