package io.guichet.shell.ui;

import io.guichet.directory.Directory;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchResult;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The one search box. Every keystroke asks at once; only the newest answer is shown, and what is shown stays until
/// then.
public final class PaletteViewModel {

    /// What the rows are.
    public enum State {
        /// Nothing typed: files opened lately.
        RECENT,
        /// Files found.
        FOUND,
        /// Nothing found.
        NOTHING,
        /// The search failed; see `problem`.
        FAILED
    }

    private static final int LIMIT = 50;

    private final Directory directory;
    private final Texts texts;
    private final Navigator navigator;
    private final RecentFiles recent;
    private final List<FileKind> kinds;
    private final List<CountryCode> countries;
    private final LatestWork latest;
    private final PalettePlaces places;

    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable FileKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable CountryCode> country = new SimpleObjectProperty<>();
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RECENT);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Duration> databaseTime = new ReadOnlyObjectWrapper<>();
    private @Nullable Runnable waiting;

    /// @param kinds     what this person may look for
    /// @param countries where
    public PaletteViewModel(Directory directory, Background background, Texts texts, Navigator navigator,
                            RecentFiles recent, List<FileKind> kinds, Set<CountryCode> countries) {
        this.directory = directory;
        this.texts = texts;
        this.navigator = navigator;
        this.recent = recent;
        this.kinds = List.copyOf(kinds);
        this.places = new PalettePlaces(texts);
        this.countries = countries.stream().sorted().toList();
        this.latest = new LatestWork(background);
        text.subscribe((before, now) -> ask());
        kind.subscribe((before, now) -> ask());
        country.subscribe((before, now) -> ask());
    }

    public StringProperty textProperty() {
        return text;
    }

    /// Only files of this kind; null for all.
    public ObjectProperty<@Nullable FileKind> kindProperty() {
        return kind;
    }

    /// Only files of this country; null for all.
    public ObjectProperty<@Nullable CountryCode> countryProperty() {
        return country;
    }

    public List<FileKind> kinds() {
        return kinds;
    }

    /// What the search box offers this person.
    public String prompt() {
        return kinds.isEmpty() ? texts.get("shell.search.prompt.none") : texts.get("shell.search.prompt", offered());
    }

    /// How this person finds a file.
    public String advice() {
        return kinds.isEmpty() ? prompt() : texts.get("shell.search.advice", offered());
    }

    private String offered() {
        return kinds.stream().map(each -> texts.get(switch (each) {
            case MEMBER -> "shell.search.kinds.member";
            case COMPANY -> "shell.search.kinds.company";
            case CONTRACT -> "shell.search.kinds.contract";
            case CLAIM -> "shell.search.kinds.claim";
            case CASE -> "shell.search.kinds.case";
            case QUOTE -> "shell.search.kinds.quote";
            case ACCOUNT -> "shell.search.kinds.account";
            case AMENDMENT -> "shell.search.kinds.amendment";
        })).collect(Collectors.joining(", "));
    }

    public List<CountryCode> countries() {
        return countries;
    }

    public ObservableList<SearchRow> rows() {
        return rows;
    }

    /// Index of the selected row, -1 when there is none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What the database took for the last answer, or null before the first.
    public ReadOnlyObjectProperty<@Nullable Duration> databaseTimeProperty() {
        return databaseTime.getReadOnlyProperty();
    }

    /// The palette opens: empty, with the files opened lately.
    public void begin() {
        kind.set(null);
        country.set(null);
        text.set("");
        ask();
    }

    /// The palette closes.
    public void end() {
        waiting = null;
        latest.cancel();
    }

    /// Screens that what is typed may mean.
    public PalettePlaces places() {
        return places;
    }

    /// Selects another row, within the ends.
    public void move(int by) {
        if (!places.move(by, selected.get() <= 0, !rows.isEmpty()) && !rows.isEmpty()) {
            selected.set(Math.clamp((long) selected.get() + by, 0, rows.size() - 1));
        }
    }

    /// Narrows to the next kind, after the last one to all again; -1 the other way round.
    public void stepKind(int by) {
        int at = kind.get() == null ? 0 : kinds.indexOf(kind.get()) + 1;
        int next = Math.floorMod(at + by, kinds.size() + 1);
        kind.set(next == 0 ? null : kinds.get(next - 1));
    }

    /// Narrows to the next country whose code begins with `letter`, after the last one to all again.
    ///
    /// @return false when there is none
    public boolean narrowToCountry(char letter) {
        List<CountryCode> candidates = countries.stream()
                .filter(code -> code.value().charAt(0) == Character.toUpperCase(letter)).toList();
        if (candidates.isEmpty()) {
            return false;
        }
        int next = candidates.indexOf(country.get()) + 1;
        country.set(next < candidates.size() ? candidates.get(next) : null);
        return true;
    }

    /// Opens the selected file. Whoever types and presses Enter at once means what they typed: while the answer is awaited
    /// the rows are those of before, and its first row is opened when it comes.
    ///
    /// @param opened what follows when a file was opened
    public void open(boolean behind, Runnable opened) {
        if (latest.busyProperty().get()) {
            waiting = () -> openNow(behind, opened);
        } else {
            openNow(behind, opened);
        }
    }

    private void openNow(boolean behind, Runnable opened) {
        if (places.selected().isPresent()) {
            if (navigator.open(places.selected().get().screenId(), behind)) {
                opened.run();
            }
            return;
        }
        selectedRow().ifPresent(found -> {
            navigator.open(found.ref(), found.label(), behind);
            opened.run();
        });
    }

    /// Goes to a screen.
    ///
    /// @param gone what follows
    public void go(NavEntry place, Runnable gone) {
        if (navigator.open(place.screenId(), false)) {
            gone.run();
        }
    }

    /// Asks again, after a failure.
    public void retry() {
        ask();
    }

    private Optional<SearchRow> selectedRow() {
        int index = selected.get();
        return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }

    private void ask() {
        waiting = null;
        String typed = text.get().strip();
        places.typed(typed);
        if (typed.isEmpty()) {
            latest.run(() -> directory.rows(List.copyOf(recent.files())),
                    found -> show(State.RECENT, found.stream().filter(this::wanted).toList()), this::failed);
            return;
        }
        SearchRequest request = new SearchRequest(typed, texts.locale(),
                country.get() == null ? Set.of() : Set.of(country.get()),
                kind.get() == null ? Set.of() : Set.of(kind.get()), LIMIT);
        latest.run(() -> directory.search(request), this::found, this::failed);
    }

    private boolean wanted(SearchRow row) {
        return (kind.get() == null || row.ref().kind() == kind.get())
                && (country.get() == null || row.ref().country().equals(country.get()));
    }

    private void found(SearchResult result) {
        databaseTime.set(result.databaseTime());
        show(result.rows().isEmpty() ? State.NOTHING : State.FOUND, result.rows());
    }

    private void show(State now, List<SearchRow> found) {
        problem.set(null);
        // New rows are a new selection, also of the same index: what shows it has forgotten the old one with the rows.
        selected.set(-1);
        rows.setAll(found);
        selected.set(found.isEmpty() ? -1 : 0);
        places.settle(!found.isEmpty());
        state.set(now);
        Runnable open = waiting;
        waiting = null;
        if (open != null) {
            open.run();
        }
    }

    private void failed(Exception failure) {
        waiting = null;
        problem.set(Problem.of(failure));
        rows.clear();
        selected.set(-1);
        state.set(State.FAILED);
    }
}
