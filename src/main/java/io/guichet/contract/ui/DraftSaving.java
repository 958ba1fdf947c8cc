package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.SaveDraft;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Stores a draft: by key, when it is left, and now and then. What a colleague stored first is merged field by field; only
/// where both changed the same the person decides.
public final class DraftSaving {

    /// What a colleague stored first.
    ///
    /// @param theirs as it is stored now
    public record Conflict(AmendmentDetails theirs) {
    }

    static final UserMessage KEPT = UserMessage.of("contract.amendment.kept");

    private final ContractWork work;
    private final FileRef contract;
    private final Consumer<AmendmentDetails> stored;
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<FieldProblem>> elsewhere = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Conflict> conflict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable FileRef ref;
    private long version;
    private boolean refused;

    /// @param stored told what is stored after each writing
    DraftSaving(ContractWork work, FileRef contract, Consumer<AmendmentDetails> stored) {
        this.work = work;
        this.contract = contract;
        this.stored = stored;
    }

    /// Whether it is being stored.
    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /// Why it could not be stored, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What is wrong and belongs to no field.
    public ReadOnlyObjectProperty<List<FieldProblem>> elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    /// What a colleague stored first, until that is decided, or null.
    public ReadOnlyObjectProperty<@Nullable Conflict> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /// When it was stored last in this window, or null.
    public ReadOnlyObjectProperty<@Nullable Instant> savedAtProperty() {
        return savedAt.getReadOnlyProperty();
    }

    /// The draft's file, or null while it was never stored.
    @Nullable FileRef ref() {
        return ref;
    }

    long version() {
        return version;
    }

    /// This is what is stored.
    void stand(AmendmentDetails details) {
        ref = details.row().ref();
        version = details.version();
    }

    void fail(@Nullable Problem cause) {
        problem.set(cause);
    }

    void tell(List<FieldProblem> problems) {
        elsewhere.set(List.copyOf(problems));
    }

    /// Stores by itself what of the draft can be stored.
    void store(DraftForm draft) {
        if (draft.dirtyProperty().get() && draft.storable() && problem.get() == null) {
            save(draft, () -> { });
        }
    }

    /// Stores what can be stored and goes on when that has ended, well or not. What is being stored already is waited for:
    /// more may have been typed since.
    void settle(DraftForm draft, Runnable then) {
        Runnable rest = () -> {
            store(draft);
            whenIdle(then);
        };
        whenIdle(rest);
    }

    private void whenIdle(Runnable then) {
        if (saving.get()) {
            waiting.add(then);
        } else {
            then.run();
        }
    }

    private void rest() {
        if (!saving.get()) {
            List<Runnable> now = List.copyOf(waiting);
            waiting.clear();
            now.forEach(Runnable::run);
        }
    }

    /// Whether closing now would lose something of the draft: what cannot be read, and what could not be stored.
    boolean loses(DraftForm draft) {
        return draft.dirtyProperty().get() && (draft.unreadableProperty().get() || problem.get() != null
                || conflict.get() != null || refused);
    }

    /// Stores the draft and then goes on; goes on at once when there is nothing to store.
    void save(DraftForm draft, Runnable then) {
        if (saving.get() || conflict.get() != null) {
            return;
        }
        if (!draft.dirtyProperty().get() && ref != null) {
            then.run();
            return;
        }
        AmendmentOrder order = draft.order();
        String note = draft.note();
        SaveDraft command = new SaveDraft(contract.country(), ref, version, order, note);
        problem.set(null);
        elsewhere.set(List.of());
        refused = false;
        saving.set(true);
        work.background().run(() -> work.amendments().save(command), outcome -> {
            saving.set(false);
            end(draft, order, note, outcome, then);
            rest();
        }, this::failed);
    }

    private void end(DraftForm draft, AmendmentOrder order, String note, Outcome<AmendmentDetails> outcome, Runnable then) {
        switch (outcome) {
            case Outcome.Done<AmendmentDetails>(AmendmentDetails details) -> {
                stand(details);
                draft.settle(order, note, details);
                savedAt.set(work.clock().instant());
                stored.accept(details);
                then.run();
            }
            case Outcome.Invalid<AmendmentDetails>(List<FieldProblem> problems) -> {
                refused = true;
                tell(draft.complain(problems));
            }
            case Outcome.Conflict<AmendmentDetails>(long current, List<FieldChange> changes) -> ask(draft, then);
            case Outcome.Denied<AmendmentDetails>(UserMessage reason) -> problem.set(Problem.of(reason).keeping(KEPT));
        }
    }

    /// Until what is stored is known, the draft stays on its old version: nothing can be overwritten.
    private void ask(DraftForm draft, Runnable then) {
        FileRef mine = ref;
        if (mine == null) {
            return;
        }
        saving.set(true);
        work.background().run(() -> work.amendments().find(mine), found -> {
            saving.set(false);
            meet(draft, found, then);
            rest();
        }, this::failed);
    }

    private void meet(DraftForm draft, Optional<AmendmentDetails> found, Runnable then) {
        if (found.isEmpty()) {
            problem.set(Problem.of(UserMessage.of("contract.amendment.gone")).keeping(KEPT));
            return;
        }
        AmendmentDetails theirs = found.get();
        if (theirs.row().state() != AmendmentRow.State.DRAFT) {
            problem.set(Problem.of(UserMessage.of("contract.amendment.noDraft", theirs.row().by())).keeping(KEPT));
            return;
        }
        if (draft.overlaps(theirs).isEmpty() && !draft.subjectOverlaps(theirs)) {
            version = theirs.version();
            draft.rebase(theirs, false);
            save(draft, then);
        } else {
            conflict.set(new Conflict(theirs));
        }
    }

    /// Decides a conflict: what both changed becomes theirs or stays mine; everything else is merged. Then it is stored.
    void settle(DraftForm draft, boolean takeTheirs) {
        Conflict shown = conflict.get();
        if (shown != null) {
            conflict.set(null);
            version = shown.theirs().version();
            draft.rebase(shown.theirs(), takeTheirs);
            save(draft, () -> { });
        }
    }

    private void failed(Exception cause) {
        saving.set(false);
        problem.set(Problem.of(cause).keeping(KEPT));
        rest();
    }
}
