package io.guichet.contract.ui;

import io.guichet.contract.AmendmentRow;
import io.guichet.contract.ContractRow;
import io.guichet.country.Card;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
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

    private final FileRef ref;
    private final ContractWork work;
    private final Section<Optional<Card>> card;
    private final Section<List<ContractRow>> contracts;
    private final Section<List<AmendmentRow>> amendments;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> revealProblem = new ReadOnlyObjectWrapper<>();
    private final ChangeFeed.Subscription changes;

    public CompanyViewModel(FileRef ref, ContractWork work) {
        this.ref = ref;
        this.work = work;
        card = new Section<>(work.background(), () -> () -> work.directory().card(ref));
        contracts = new Section<>(work.background(), () -> () -> work.contracts().of(ref));
        amendments = new Section<>(work.background(),
                () -> () -> ContractViewModel.draftsFirst(work.amendments().of(ref, AMENDMENTS)));
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

    /// Its facts and the people one can reach there; empty when there is no such company for this person.
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
        List.of(card, contracts, amendments).forEach(Section::cancel);
    }
}
