package io.guichet.directory.ui;

import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Keyset;
import io.guichet.kernel.Page;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of members: a bounded window of rows over a list that may be millions long. It grows towards where the
/// person scrolls and forgets rows at the other end; the server sorts and filters. A row that changes is read again.
public final class MemberListViewModel implements AutoCloseable {

    static final int PAGE = 100;
    static final int WINDOW = 600;

    private final Workplace workplace;
    private final LatestWork pages;
    private final List<ChangeFeed.Subscription> subscriptions = new ArrayList<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<MemberRow> rows = FXCollections.observableArrayList();
    private final ObservableList<MemberRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Set<CountryCode>> countries = new ReadOnlyObjectWrapper<>(Set.of());
    private boolean descending;
    private boolean moreBefore;
    private boolean moreAfter;
    private boolean wasConnected = true;

    public MemberListViewModel(Workplace workplace) {
        this.workplace = workplace;
        pages = new LatestWork(workplace.background());
    }

    /// Starts reading. Called once.
    public void start() {
        text.subscribe((before, after) -> load());
        subscriptions.add(workplace.feed().onChange(change ->
                workplace.background().onScreen(() -> readAgain(change.file()))));
        subscriptions.add(workplace.feed().onState(state ->
                workplace.background().onScreen(() -> connection(state))));
        load();
    }

    /// The rows in the window.
    public ObservableList<MemberRow> rows() {
        return rowsView;
    }

    /// What names must begin with; each change reads the list from its beginning.
    public StringProperty textProperty() {
        return text;
    }

    /// The countries that are shown, all when empty.
    public ReadOnlyObjectProperty<Set<CountryCode>> countriesProperty() {
        return countries.getReadOnlyProperty();
    }

    /// Whether something was read at least once.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Why reading failed last, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The countries one can choose from.
    public List<CountryCode> choices() {
        return workplace.rights().countries().stream().sorted().toList();
    }

    /// Shows only these countries.
    public void narrow(Set<CountryCode> wanted) {
        countries.set(Set.copyOf(wanted));
        load();
    }

    /// Sorts by name, from the end of the alphabet when `downwards`.
    public void sort(boolean downwards) {
        if (descending != downwards) {
            descending = downwards;
            load();
        }
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
            ask(rows.getLast().place(), false, page -> {
                rows.addAll(page.rows());
                moreAfter = page.more();
                if (rows.size() > WINDOW) {
                    rows.remove(0, rows.size() - WINDOW);
                    moreBefore = true;
                }
            });
        }
    }

    /// The person comes near the first row.
    public void nearBeginning() {
        if (moreBefore && !pages.busyProperty().get()) {
            ask(rows.getFirst().place(), true, page -> {
                rows.addAll(0, page.rows().reversed());
                moreBefore = page.more();
                if (rows.size() > WINDOW) {
                    rows.remove(WINDOW, rows.size());
                    moreAfter = true;
                }
            });
        }
    }

    @Override
    public void close() {
        pages.cancel();
        subscriptions.forEach(ChangeFeed.Subscription::cancel);
    }

    private void ask(@Nullable Keyset from, boolean towardsBeginning, Consumer<Page<MemberRow>> show) {
        MemberPageRequest request = new MemberPageRequest(text.get(), countries.get(), from,
                towardsBeginning != descending, PAGE);
        pages.run(() -> workplace.directory().members(request), page -> {
            problem.set(null);
            show.accept(page);
        }, cause -> problem.set(Problem.of(cause)));
    }

    private void connection(ChangeFeed.State state) {
        if (state == ChangeFeed.State.CONNECTED && !wasConnected) {
            load();
        }
        wasConnected = state == ChangeFeed.State.CONNECTED;
    }

    private void readAgain(FileRef file) {
        if (rows.stream().anyMatch(row -> row.ref().equals(file))) {
            workplace.background().run(() -> workplace.directory().rows(List.of(file)),
                    found -> found.forEach(this::replace), cause -> problem.set(Problem.of(cause)));
        }
    }

    private void replace(SearchRow found) {
        rows.replaceAll(row -> row.ref().equals(found.ref())
                ? new MemberRow(row.ref(), found.label(), found.detail(), found.birthDate(), row.place()) : row);
    }
}
