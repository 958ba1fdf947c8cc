package io.guichet.platform.ui;

import io.guichet.kernel.Page;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Some rows of a list that may be millions long. It grows towards where the person scrolls and forgets rows at the other
/// end. To be used on the JavaFX thread.
///
/// @param <R> a row
public final class RowWindow<R> {

    /// Reads a page; rows in the order of the list, whichever way they are read.
    ///
    /// @param <R> a row
    @FunctionalInterface
    public interface Source<R> extends BiFunction<@Nullable R, Boolean, Page<R>> {

        /// The rows behind `from`, or before it when `backwards`; from the beginning when it is null. Called in the
        /// background.
        @Override
        Page<R> apply(@Nullable R from, Boolean backwards);
    }

    /// With fewer rows the person sees the end of the window.
    private static final int FEW = 40;

    private final Supplier<Source<R>> source;
    private final int most;
    private final LatestWork pages;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final ObservableList<R> seen = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private boolean moreBefore;
    private boolean moreAfter;

    /// @param source asked on the JavaFX thread for each page, so that it can hold what is filtered by at that moment
    /// @param most   rows kept at most
    public RowWindow(Background background, Supplier<Source<R>> source, int most) {
        this.source = source;
        this.most = most;
        pages = new LatestWork(background);
    }

    /// The rows in the window.
    public ObservableList<R> rows() {
        return seen;
    }

    /// Whether something was read at least once.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Why reading failed last, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Reads from the beginning.
    public void load() {
        ask(null, false, page -> {
            rows.setAll(page.rows());
            moreBefore = false;
            moreAfter = page.more();
            loaded.set(true);
        });
    }

    /// The person comes near the last row.
    public void nearEnd() {
        if (moreAfter && !pages.busyProperty().get()) {
            ask(rows.getLast(), false, page -> {
                rows.addAll(page.rows());
                moreAfter = page.more();
                if (rows.size() > most) {
                    rows.remove(0, rows.size() - most);
                    moreBefore = true;
                }
            });
        }
    }

    /// The person comes near the first row.
    public void nearBeginning() {
        if (moreBefore && !pages.busyProperty().get()) {
            ask(rows.getFirst(), true, page -> {
                rows.addAll(0, page.rows());
                moreBefore = page.more();
                if (rows.size() > most) {
                    rows.remove(most, rows.size());
                    moreAfter = true;
                }
            });
        }
    }

    /// Puts other rows in the place of those in the window.
    public void replaceAll(UnaryOperator<R> other) {
        for (int i = 0; i < rows.size(); i++) {
            R now = other.apply(rows.get(i));
            // Each row that is set is drawn again.
            if (!rows.get(i).equals(now)) {
                rows.set(i, now);
            }
        }
    }

    /// Takes rows out and puts others where they belong, as far as the window reaches: the rest is read when the person
    /// comes there. What stays is not touched.
    ///
    /// @param gone  which rows leave
    /// @param come  rows that are not in the window
    /// @param order of the list
    public void merge(Predicate<? super R> gone, Collection<? extends R> come, Comparator<? super R> order) {
        rows.removeIf(gone);
        for (R row : come) {
            int found = Collections.binarySearch(rows, row, order);
            int place = found < 0 ? -found - 1 : found;
            if (!(place == 0 && moreBefore) && !(place == rows.size() && moreAfter)) {
                rows.add(place, row);
            }
        }
        if (rows.isEmpty() && (moreBefore || moreAfter)) {
            load();
        } else if (rows.size() < Math.min(FEW, most / 2)) {
            nearEnd();
        }
    }

    /// Says what went wrong beside the pages themselves.
    public void fail(Exception cause) {
        problem.set(Problem.ofReading(cause));
    }

    /// Forgets what was asked.
    public void cancel() {
        pages.cancel();
    }

    private void ask(@Nullable R from, boolean backwards, Consumer<Page<R>> show) {
        Source<R> now = source.get();
        pages.run(() -> now.apply(from, backwards), page -> {
            problem.set(null);
            show.accept(page);
        }, this::fail);
    }
}
