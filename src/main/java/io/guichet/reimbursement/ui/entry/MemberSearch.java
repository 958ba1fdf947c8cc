package io.guichet.reimbursement.ui.entry;

import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileKind;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Finds the member whose claim comes in, by anything the one search box takes.
public final class MemberSearch {

    private static final int OFFERED = 8;

    private final EntryWork work;
    private final LatestWork asking;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Boolean> nothing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    MemberSearch(EntryWork work) {
        this.work = work;
        asking = new LatestWork(work.background());
        text.subscribe((before, now) -> ask());
    }

    /// What is typed.
    public StringProperty textProperty() {
        return text;
    }

    /// Who it may mean, the likeliest first.
    public ObservableList<SearchRow> rows() {
        return rows;
    }

    /// True when what was typed means nobody, false when it means somebody, null when nothing was asked.
    public ReadOnlyObjectProperty<@Nullable Boolean> nothingProperty() {
        return nothing.getReadOnlyProperty();
    }

    /// What went wrong, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Asks again.
    public void ask() {
        String typed = text.get().strip();
        problem.set(null);
        if (typed.isEmpty()) {
            asking.cancel();
            rows.clear();
            nothing.set(null);
            return;
        }
        SearchRequest request = new SearchRequest(typed, work.texts().locale(), Set.copyOf(work.entered()),
                Set.of(FileKind.MEMBER), OFFERED);
        asking.run(() -> work.directory().search(request).rows(), found -> {
            rows.setAll(List.copyOf(found));
            nothing.set(found.isEmpty());
        }, cause -> problem.set(Problem.ofReading(cause)));
    }

    /// Nobody was meant.
    void clear() {
        text.set("");
    }

    void close() {
        asking.cancel();
    }
}
