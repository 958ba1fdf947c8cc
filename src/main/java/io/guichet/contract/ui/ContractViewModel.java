package io.guichet.contract.ui;

import io.guichet.contract.AmendmentRow;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FileRef;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.RowWindow;
import io.guichet.platform.ui.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A contract on the screen as of a day. Its parts are read each by itself, and again when the contract changes.
public final class ContractViewModel implements AutoCloseable {

    static final int PEOPLE = 50;
    private static final int MOST_PEOPLE = 20_000;
    private static final int AMENDMENTS = 100;

    private final FileRef ref;
    private final ContractWork work;
    private final ReadOnlyObjectWrapper<LocalDate> day;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> revealProblem = new ReadOnlyObjectWrapper<>();
    private final StringProperty peopleText = new SimpleStringProperty("");
    private final Section<Optional<ContractFile>> file;
    private final Section<List<Guarantee>> guarantees;
    private final Section<List<PremiumLine>> premium;
    private final Section<List<AmendmentRow>> amendments;
    private final RowWindow<CoveredPerson> people;
    private final List<ChangeFeed.Subscription> subscriptions = new ArrayList<>();

    public ContractViewModel(FileRef ref, ContractWork work) {
        this.ref = ref;
        this.work = work;
        day = new ReadOnlyObjectWrapper<>(work.today());
        file = new Section<>(work.background(), () -> {
            LocalDate asked = day.get();
            return () -> work.contracts().find(ref, asked);
        });
        guarantees = new Section<>(work.background(), () -> {
            LocalDate asked = day.get();
            return () -> work.contracts().guarantees(ref, asked);
        });
        premium = new Section<>(work.background(), () -> {
            LocalDate asked = day.get();
            return () -> work.contracts().premium(ref, asked);
        });
        amendments = new Section<>(work.background(), () -> () -> draftsFirst(work.amendments().of(ref, AMENDMENTS)));
        people = new RowWindow<>(work.background(), this::peopleSource, MOST_PEOPLE);
        file.valueProperty().subscribe(found -> {
            if (found != null) {
                found.ifPresent(known -> title.set(known.number()));
            }
        });
    }

    /// Starts reading. Called once.
    public void start() {
        peopleText.subscribe((before, after) -> people.load());
        subscriptions.add(work.feed().onChange(change -> work.background().onScreen(() -> told(change.file()))));
        refresh();
    }

    /// Asks again for everything.
    public void refresh() {
        loadDated();
        amendments.load();
    }

    /// Shows another day.
    public void show(LocalDate wanted) {
        if (!wanted.equals(day.get())) {
            day.set(wanted);
            loadDated();
        }
    }

    private void loadDated() {
        file.load();
        guarantees.load();
        premium.load();
        people.load();
    }

    private void told(FileRef changed) {
        if (changed.equals(ref)) {
            refresh();
        } else if (changed.country().equals(ref.country()) && isMine(changed)) {
            amendments.load();
        }
    }

    private boolean isMine(FileRef changed) {
        List<AmendmentRow> known = amendments.value();
        return known != null && known.stream().anyMatch(row -> row.ref().equals(changed));
    }

    private RowWindow.Source<CoveredPerson> peopleSource() {
        LocalDate asked = day.get();
        String typed = peopleText.get();
        return (from, backwards) ->
                work.contracts().people(ref, asked, typed, from == null ? null : from.place(), PEOPLE);
    }

    static List<AmendmentRow> draftsFirst(List<AmendmentRow> rows) {
        return rows.stream().filter(row -> row.state() != AmendmentRow.State.DISCARDED)
                .sorted(Comparator.comparing((AmendmentRow row) -> row.state() != AmendmentRow.State.DRAFT)).toList();
    }

    /// What people call it, as long as it is not read.
    void expect(String label) {
        if (title.get().isEmpty()) {
            title.set(label);
        }
    }

    public FileRef ref() {
        return ref;
    }

    /// The contract's number; empty until it is known.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The day it is shown as of.
    public ReadOnlyObjectProperty<LocalDate> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /// Its facts; empty when there is no such contract for this person.
    public Section<Optional<ContractFile>> file() {
        return file;
    }

    public Section<List<Guarantee>> guarantees() {
        return guarantees;
    }

    public Section<List<PremiumLine>> premium() {
        return premium;
    }

    /// Its amendments, drafts first.
    public Section<List<AmendmentRow>> amendments() {
        return amendments;
    }

    /// Whom it covers, families together.
    public RowWindow<CoveredPerson> people() {
        return people;
    }

    /// What a word of the names of the people shown begins with.
    public StringProperty peopleTextProperty() {
        return peopleText;
    }

    /// Whether this person may change it.
    public boolean editable() {
        return work.changes(ref.country());
    }

    /// Why a masked fact stays masked, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> revealProblemProperty() {
        return revealProblem.getReadOnlyProperty();
    }

    /// Makes a masked fact readable, once the database has recorded who did.
    void reveal(FieldViewModel field, Runnable then) {
        if (!field.masked()) {
            then.run();
            return;
        }
        work.background().run(() -> {
            work.directory().recordReveal(ref, field.spec().key());
            return ref;
        }, recorded -> {
            field.reveal();
            then.run();
        }, cause -> revealProblem.set(Problem.of(cause)));
    }

    @Override
    public void close() {
        subscriptions.forEach(ChangeFeed.Subscription::cancel);
        List.of(file, guarantees, premium, amendments).forEach(Section::cancel);
        people.cancel();
    }
}
