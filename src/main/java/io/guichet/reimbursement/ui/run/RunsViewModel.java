package io.guichet.reimbursement.ui.run;

import io.guichet.country.claim.CareTouched;
import io.guichet.country.field.DayInput;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.ui.RowWindow;
import io.guichet.platform.ui.Section;
import io.guichet.reimbursement.PastRun;
import io.guichet.reimbursement.Runs.Selection;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Past runs, the newest first, and what new ones can begin with.
public final class RunsViewModel implements AutoCloseable {

    static final int PAGE = 100;
    static final int WINDOW = 600;

    private final RunDesk desk;
    private final RowWindow<PastRun> window;
    private final Section<Selection> madeWrong;
    private final ObjectProperty<@Nullable CountryCode> country = new SimpleObjectProperty<>();
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty acts = new SimpleStringProperty("");
    private final BooleanProperty byCare = new SimpleBooleanProperty(true);

    RunsViewModel(RunDesk desk) {
        this.desk = desk;
        window = new RowWindow<>(desk.background(), () -> (row, backwards) ->
                desk.runs().page(row == null ? null : row.run(), backwards, PAGE), WINDOW);
        madeWrong = new Section<>(desk.background(), () -> desk.runs()::madeWrong);
        if (!desk.countries().isEmpty()) {
            country.set(desk.countries().getFirst());
        }
    }

    /// Reads the list, and what waits to be put right. Called once.
    void start() {
        refresh();
    }

    /// Asks again for everything.
    void refresh() {
        window.load();
        if (desk.decides()) {
            madeWrong.load();
        }
    }

    RowWindow<PastRun> window() {
        return window;
    }

    /// Decided claims that amendments made wrong.
    Section<Selection> madeWrong() {
        return madeWrong;
    }

    /// The country of a new run.
    ObjectProperty<@Nullable CountryCode> countryProperty() {
        return country;
    }

    /// The first day of a new run, as it is typed.
    StringProperty fromProperty() {
        return from;
    }

    /// The last day of a new run, as it is typed.
    StringProperty toProperty() {
        return to;
    }

    /// The day that was typed, or empty when it is none.
    Optional<LocalDate> day(String typed) {
        return DayInput.read(typed, desk.today().getYear());
    }

    /// Codes of acts of a new run, as they are typed: with commas or spaces between; empty: any.
    StringProperty actsProperty() {
        return acts;
    }

    /// Whether the days are days of care; else they are the days of decisions that were taken here.
    BooleanProperty byCareProperty() {
        return byCare;
    }

    /// What a new run is about as it is typed, or empty as long as it is not all said.
    Optional<RunSubject> subject() {
        CountryCode where = country.get();
        Optional<LocalDate> first = day(from.get());
        Optional<LocalDate> last = day(to.get());
        return where == null || first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get()) ? Optional.empty()
                : Optional.of(byCare.get() ? new RunSubject.Touched(where, new CareTouched(first.get(), last.get(), codes()))
                        : new RunSubject.DecidedBetween(where, first.get(), last.get()));
    }

    private Set<String> codes() {
        return Arrays.stream(acts.get().toUpperCase(Locale.ROOT).split("[,;\\s]+")).filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    RunDesk desk() {
        return desk;
    }

    @Override
    public void close() {
        window.cancel();
        madeWrong.cancel();
    }
}
