package io.guichet.directory.ui;

import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.kernel.Page;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.time.LocalDate;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All claims or all payments of a member, newest first, read page by page as somebody scrolls. Rows stay once they are
/// read: a member's history is thousands of rows at most, and going back to where one was needs them.
///
/// @param <R> a row
public final class LedgerViewModel<R> {

    static final int PAGE = 100;
    /// What one request may bring at most.
    static final int MOST = 500;

    private final Function<HistoryRequest, Page<R>> reader;
    private final Function<R, Place> place;
    private final LatestWork pages;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final ObservableList<R> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable LocalDate until;
    private @Nullable Place chosen;
    private int top;

    LedgerViewModel(Background background, Function<HistoryRequest, Page<R>> reader, Function<R, Place> place) {
        this.reader = reader;
        this.place = place;
        pages = new LatestWork(background);
    }

    public ObservableList<R> rows() {
        return rowsView;
    }

    /// Whether the first page was read.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether older rows may follow.
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /// Why reading failed last, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Shows the rows as of a day; what is there already for that day stays.
    void show(LocalDate day) {
        if (!day.equals(until)) {
            until = day;
            chosen = null;
            top = 0;
            loaded.set(false);
            rows.clear();
            more.set(false);
            readAgain();
        }
    }

    /// Reads what is shown again. Nothing is read that nobody looked at.
    void refresh() {
        if (until != null) {
            readAgain();
        }
    }

    /// The person comes near the last row.
    public void nearEnd() {
        if (more.get() && !pages.busyProperty().get() && !rows.isEmpty() && until != null) {
            readOn(until);
        }
    }

    /// After a failure: reads on where it stopped.
    public void retry() {
        if (rows.isEmpty()) {
            refresh();
        } else if (until != null) {
            readOn(until);
        }
    }

    /// Somebody chose a row: it is found again after reading, and when another language makes a view of its own.
    void choose(R row) {
        chosen = place.apply(row);
    }

    /// Where the chosen row is now, -1 when none is chosen or it is no longer there.
    int chosenIndex() {
        for (int index = 0; index < rows.size() && chosen != null; index++) {
            if (place.apply(rows.get(index)).equals(chosen)) {
                return index;
            }
        }
        return -1;
    }

    /// The first row that is seen.
    int top() {
        return top;
    }

    void setTop(int index) {
        top = index;
    }

    void cancel() {
        pages.cancel();
    }

    private void readOn(LocalDate day) {
        HistoryRequest request = new HistoryRequest(day, place.apply(rows.getLast()), PAGE);
        pages.run(() -> reader.apply(request), page -> {
            problem.set(null);
            rows.addAll(page.rows());
            more.set(page.more());
        }, cause -> problem.set(Problem.ofReading(cause)));
    }

    private void readAgain() {
        LocalDate day = until;
        if (day == null) {
            return;
        }
        int wanted = Math.clamp(rows.size(), PAGE, MOST);
        pages.run(() -> reader.apply(HistoryRequest.newest(day, wanted)), page -> {
            problem.set(null);
            // Those beyond one request stay as they are: nobody is thrown out of the place they scrolled to.
            if (page.more() && rows.size() > page.rows().size()) {
                keepBehind(page);
            } else {
                rows.setAll(page.rows());
                more.set(page.more());
            }
            loaded.set(true);
        }, cause -> problem.set(Problem.ofReading(cause)));
    }

    private void keepBehind(Page<R> newest) {
        Place last = place.apply(newest.rows().getLast());
        for (int index = rows.size() - 1; index >= 0; index--) {
            if (place.apply(rows.get(index)).equals(last)) {
                rows.remove(0, index + 1);
                rows.addAll(0, newest.rows());
                return;
            }
        }
        rows.setAll(newest.rows());
        more.set(true);
    }
}
