package io.guichet.reimbursement.ui.queue;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Problem;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// From claim to claim: which one is looked at, what comes after a decision, and who has what. To be used on the JavaFX thread.
final class QueueFlow {

    /// What became of claims that were taken, put back or given.
    ///
    /// @param done    how many
    /// @param others  how many were refused
    /// @param refused why the others were not, each once
    record Handed(int done, int others, List<UserMessage> refused) {
        Handed {
            refused = List.copyOf(refused);
        }
    }

    private final QueueWork work;
    private final WorklistViewModel list;
    private final ReadOnlyObjectWrapper<@Nullable WorkRow> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Handed> handed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper nothingLeft = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    /// Claims come by themselves: the next one is taken, not chosen.
    private boolean taking;

    QueueFlow(QueueWork work, WorklistViewModel list) {
        this.work = work;
        this.list = list;
    }

    /// The claim that is looked at, as its row was when it was chosen; null for none.
    ReadOnlyObjectProperty<@Nullable WorkRow> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Why something could not be done, or null.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What became of the claims that were handed out last, or null.
    ReadOnlyObjectProperty<@Nullable Handed> handedProperty() {
        return handed.getReadOnlyProperty();
    }

    /// Whether there was nothing more to take when it was asked for last.
    ReadOnlyBooleanProperty nothingLeftProperty() {
        return nothingLeft.getReadOnlyProperty();
    }

    /// Whether claims are being taken or given.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// The person chose that row, or none.
    void choose(@Nullable WorkRow row) {
        WorkRow now = current.get();
        if (row == null ? now != null : now == null || !row.claim().equals(now.claim())) {
            taking = false;
            look(row);
        }
    }

    private void look(@Nullable WorkRow row) {
        nothingLeft.set(false);
        current.set(row);
        list.live().look(row == null ? null : row.claim());
    }

    /// Goes to the row below, or to the first one.
    void next() {
        step(1);
    }

    /// Goes to the row above, or to the last one in the window.
    void previous() {
        step(-1);
    }

    private void step(int by) {
        List<WorkRow> rows = list.window().rows();
        int at = place();
        int to = at < 0 ? (by > 0 ? 0 : rows.size() - 1) : at + by;
        if (to >= 0 && to < rows.size()) {
            choose(rows.get(to));
        }
    }

    private int place() {
        WorkRow now = current.get();
        List<WorkRow> rows = list.window().rows();
        for (int i = 0; now != null && i < rows.size(); i++) {
            if (rows.get(i).claim().equals(now.claim())) {
                return i;
            }
        }
        return -1;
    }

    /// Takes the most urgent claim of what is shown; where more is asked for than what claims wait for, the next row that is
    /// to decide.
    void takeNext() {
        if (!work.decides() || busy.get()) {
            return;
        }
        if (list.queryProperty().get().isNarrow()) {
            Optional<WorkRow> row = following(work::isToDecide);
            row.ifPresentOrElse(found -> take(List.of(found.claim()), taken -> {
                if (taken.done() > 0) {
                    look(found);
                }
            }), this::none);
            return;
        }
        WorkFilter filter = list.filter();
        busy.set(true);
        work.background().run(() -> work.worklist().takeNext(filter).map(this::named), found -> {
            busy.set(false);
            problem.set(null);
            if (found.isPresent()) {
                taking = true;
                look(found.get());
                list.live().changed(found.get().claim());
                list.live().settle();
            } else {
                none();
            }
        }, this::failed);
    }

    /// What is taken comes without its member's name.
    private WorkRow named(WorkRow row) {
        return work.worklist().rows(List.of(row.claim())).stream().findFirst().orElse(row);
    }

    private void none() {
        taking = false;
        look(null);
        nothingLeft.set(true);
    }

    /// The claim that is looked at was decided: the next one that is still to decide comes at once.
    void decided(Decided done) {
        WorkRow now = current.get();
        list.live().changed(done.claim());
        if (now != null && now.claim().equals(done.claim())) {
            if (taking) {
                list.live().settle();
                takeNext();
                return;
            }
            // Found before the decided one leaves.
            Optional<WorkRow> row = following(each -> work.isToDecide(each) && !each.claim().equals(done.claim()));
            if (row.isPresent()) {
                look(row.get());
            } else {
                none();
            }
        }
        list.live().settle();
    }

    /// A decision was taken back: its claim is looked at again.
    void undone(FileRef claim) {
        taking = false;
        work.background().run(() -> work.worklist().rows(List.of(claim)).stream().findFirst(), found -> {
            found.ifPresent(this::look);
            list.live().changed(claim);
            list.live().settle();
        }, this::failed);
    }

    /// The first such row below the one that is looked at, else from the beginning.
    private Optional<WorkRow> following(Predicate<WorkRow> wanted) {
        List<WorkRow> rows = list.window().rows();
        int at = place();
        Optional<WorkRow> below = rows.stream().skip(at + 1L).filter(wanted).findFirst();
        return below.isPresent() ? below : rows.stream().limit(at + 1L).filter(wanted)
                .filter(row -> current.get() == null || !row.claim().equals(current.get().claim())).findFirst();
    }

    private interface Handing {
        Outcome<WorkRow> hand(FileRef claim);
    }

    private interface Then {
        void with(Handed done);
    }

    /// Takes claims.
    void take(List<FileRef> claims) {
        take(claims, done -> { });
    }

    private void take(List<FileRef> claims, Then then) {
        hand(claims, work.worklist()::take, then);
    }

    /// Puts claims back.
    void release(List<FileRef> claims) {
        hand(claims, work.worklist()::release, done -> { });
    }

    /// Gives claims to a colleague.
    void assign(List<FileRef> claims, String colleague) {
        hand(claims, claim -> work.worklist().assign(claim, colleague), done -> list.colleagues().load());
    }

    private void hand(List<FileRef> claims, Handing handing, Then then) {
        if (claims.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        handed.set(null);
        work.background().run(() -> {
            int done = 0;
            List<UserMessage> refused = new ArrayList<>();
            for (FileRef claim : claims) {
                switch (handing.hand(claim)) {
                    case Outcome.Done<WorkRow> fine -> done++;
                    case Outcome.Invalid<WorkRow> invalid -> invalid.problems().forEach(each -> refused.add(each.message()));
                    case Outcome.Denied<WorkRow> denied -> refused.add(denied.reason());
                    case Outcome.Conflict<WorkRow> overtaken -> refused.add(UserMessage.of("reimbursement.error.overtaken"));
                }
            }
            return new Handed(done, claims.size() - done, refused.stream().distinct().toList());
        }, done -> {
            busy.set(false);
            problem.set(null);
            handed.set(done);
            claims.forEach(list.live()::changed);
            list.live().settle();
            then.with(done);
        }, this::failed);
    }

    private void failed(Exception cause) {
        busy.set(false);
        problem.set(Problem.of(cause));
    }
}
