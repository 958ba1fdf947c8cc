package io.guichet.directory.ui;

import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.RowWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of members: a bounded window of rows over a list that may be millions long. It grows towards where the
/// person scrolls and forgets rows at the other end; the server sorts and filters. A row that changes is read again.
public final class MemberListViewModel implements AutoCloseable {

    static final int PAGE = 100;
    static final int WINDOW = 600;

    private final Workplace workplace;
    private final RowWindow<MemberRow> window;
    private final List<ChangeFeed.Subscription> subscriptions = new ArrayList<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Set<CountryCode>> countries = new ReadOnlyObjectWrapper<>(Set.of());
    private boolean descending;
    private boolean wasConnected = true;

    public MemberListViewModel(Workplace workplace) {
        this.workplace = workplace;
        window = new RowWindow<>(workplace.background(), this::source, WINDOW);
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
        return window.rows();
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
        return window.loadedProperty();
    }

    /// Why reading failed last, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return window.problemProperty();
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
        window.load();
    }

    /// What a table shows.
    RowWindow<MemberRow> window() {
        return window;
    }

    @Override
    public void close() {
        window.cancel();
        subscriptions.forEach(ChangeFeed.Subscription::cancel);
    }

    private RowWindow.Source<MemberRow> source() {
        String typed = text.get();
        Set<CountryCode> wanted = countries.get();
        boolean downwards = descending;
        return (from, backwards) -> {
            Page<MemberRow> page = workplace.directory().members(new MemberPageRequest(typed, wanted,
                    from == null ? null : from.place(), backwards != downwards, PAGE));
            return backwards ? new Page<>(page.rows().reversed(), page.more()) : page;
        };
    }

    private void connection(ChangeFeed.State state) {
        if (state == ChangeFeed.State.CONNECTED && !wasConnected) {
            load();
        }
        wasConnected = state == ChangeFeed.State.CONNECTED;
    }

    private void readAgain(FileRef file) {
        if (rows().stream().anyMatch(row -> row.ref().equals(file))) {
            workplace.background().run(() -> workplace.directory().rows(List.of(file)),
                    found -> found.forEach(this::replace), window::fail);
        }
    }

    private void replace(SearchRow found) {
        window.replaceAll(row -> row.ref().equals(found.ref())
                ? new MemberRow(row.ref(), found.label(), found.detail(), found.birthDate(), row.place()) : row);
    }
}
