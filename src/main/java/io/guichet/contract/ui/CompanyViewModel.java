package io.guichet.contract.ui;

import io.guichet.contract.AmendmentRow;
import io.guichet.contract.ContractRow;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.Card;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.Section;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A company on the screen: its facts, its contracts, what is being changed in them.
public final class CompanyViewModel implements AutoCloseable {

    private static final int AMENDMENTS = 50;
    private static final int PEOPLE = 12;

    private final FileRef ref;
    private final ContractWork work;
    private final Section<Optional<Card>> card;
    private final Section<List<ContractRow>> contracts;
    private final Section<List<AmendmentRow>> amendments;
    private final Section<People> people;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> revealProblem = new ReadOnlyObjectWrapper<>();
    private final ChangeFeed.Subscription changes;

    /// The first people whom a contract of the company covers.
    ///
    /// @param contract the contract, null when none is running
    /// @param first    heads with their families, at most `PEOPLE`
    /// @param more     whether it covers more
    public record People(@Nullable ContractRow contract, List<CoveredPerson> first, boolean more) {
        public People {
            first = List.copyOf(first);
        }
    }

    public CompanyViewModel(FileRef ref, ContractWork work) {
        this.ref = ref;
        this.work = work;
        card = new Section<>(work.background(), () -> () -> work.directory().card(ref));
        contracts = new Section<>(work.background(), () -> () -> work.contracts().of(ref));
        amendments = new Section<>(work.background(),
                () -> () -> ContractViewModel.draftsFirst(work.amendments().of(ref, AMENDMENTS)));
        people = new Section<>(work.background(), () -> {
            List<ContractRow> known = contracts.value();
            ContractRow running = known == null ? null : known.stream()
                    .filter(row -> row.state() == ContractState.RUNNING).findFirst().orElse(null);
            return () -> people(running);
        });
        contracts.valueProperty().subscribe(found -> {
            if (found != null) {
                people.load();
            }
        });
        card.valueProperty().subscribe(found -> {
            if (found != null) {
                found.ifPresent(known -> title.set(known.label()));
            }
        });
        changes = work.feed().onChange(change -> work.background().onScreen(() -> told(change.file())));
    }

    /// Asks for everything, at first or again.
    public void refresh() {
        card.load();
        contracts.load();
        amendments.load();
    }

    private People people(@Nullable ContractRow running) {
        if (running == null) {
            return new People(null, List.of(), false);
        }
        Page<CoveredPerson> page = work.contracts().people(running.ref(), work.today(), "", null, PEOPLE);
        return new People(running, page.rows(), page.more());
    }

    private void told(FileRef changed) {
        List<ContractRow> known = contracts.value();
        boolean mine = changed.equals(ref) || known != null && known.stream().anyMatch(row -> row.ref().equals(changed));
        List<AmendmentRow> rows = amendments.value();
        if (mine) {
            refresh();
        } else if (changed.kind() == FileKind.AMENDMENT && rows != null
                && rows.stream().anyMatch(row -> row.ref().equals(changed))) {
            amendments.load();
        }
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

    /// Its name; empty until it is known.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Whom its newest running contract covers.
    public Section<People> people() {
        return people;
    }

    /// Its facts; empty when there is no such company for this person.
    public Section<Optional<Card>> card() {
        return card;
    }

    /// Its contracts, newest first.
    public Section<List<ContractRow>> contracts() {
        return contracts;
    }

    /// Amendments of its contracts, drafts first.
    public Section<List<AmendmentRow>> amendments() {
        return amendments;
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
        changes.cancel();
        List.of(card, contracts, amendments, people).forEach(Section::cancel);
    }
}
