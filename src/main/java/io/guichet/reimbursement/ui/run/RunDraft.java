package io.guichet.reimbursement.ui.run;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.reimbursement.PastRun.Kind;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.Runs.Selection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What a run is to be ordered for: which claims, what is decided of them and why. More claims than a run can have come in parts.
final class RunDraft {

    private static final int LONGEST_NOTE = 2_000;

    private final RunDesk desk;
    private final RunSubject subject;
    private final ReadOnlyObjectWrapper<@Nullable Selection> selection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Integer> part = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<@Nullable Kind> kind = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> reason = new ReadOnlyObjectWrapper<>();
    private final StringProperty note = new SimpleStringProperty("");

    /// @param wanted what is to be decided, or null when that is still to be chosen
    RunDraft(RunDesk desk, RunSubject subject, @Nullable Action wanted) {
        this.desk = desk;
        this.subject = subject;
        switch (wanted) {
            case Action.Approve() -> kind.set(Kind.APPROVE);
            case Action.Reject(String why) -> set(Kind.REJECT, why);
            case Action.Again(String why) -> set(Kind.AGAIN, why);
            case null -> {
                if (subject.decided()) {
                    set(Kind.AGAIN, subject instanceof RunSubject.MadeWrong ? "CONTRACT_CHANGED" : "TARIFF_CHANGED");
                }
            }
        }
    }

    private void set(Kind wanted, String why) {
        kind.set(wanted);
        reason.set(why.isEmpty() ? null : why);
    }

    RunSubject subject() {
        return subject;
    }

    /// These are the claims.
    void found(Selection claims) {
        selection.set(claims);
    }

    /// What can be decided of these claims, in the order to offer.
    List<Kind> kinds() {
        return subject.decided() ? List.of(Kind.AGAIN) : List.of(Kind.APPROVE, Kind.REJECT, Kind.AGAIN);
    }

    /// Why, in the order to offer; empty where no reason is needed.
    List<String> reasons() {
        Kind now = kind.get();
        return now == Kind.AGAIN ? desk.decisions().corrections() : now == Kind.REJECT ? desk.rejections(claims().stream()
                .map(FileRef::country).collect(Collectors.toCollection(TreeSet<CountryCode>::new))) : List.of();
    }

    /// This is decided of each claim.
    ///
    /// @return whether that is new
    boolean choose(Kind wanted) {
        if (wanted == kind.get()) {
            return false;
        }
        reason.set(null);
        kind.set(wanted);
        return true;
    }

    /// For this reason.
    ///
    /// @return whether that is new
    boolean because(@Nullable String code) {
        if (code == null || code.equals(reason.get())) {
            return false;
        }
        reason.set(code);
        return true;
    }

    /// What is ordered; empty as long as something is missing for it.
    Optional<RunOrder> order() {
        Kind now = kind.get();
        String why = reason.get();
        if (now == null || claims().isEmpty() || note.get().strip().length() > LONGEST_NOTE || now != Kind.APPROVE && why == null) {
            return Optional.empty();
        }
        String code = why == null ? "" : why;
        return Optional.of(new RunOrder(switch (now) {
            case APPROVE -> new Action.Approve();
            case REJECT -> new Action.Reject(code);
            case AGAIN, UNDO -> new Action.Again(code);
        }, claims(), note.get().strip()));
    }

    /// The claims of the part at hand.
    List<FileRef> claims() {
        List<List<FileRef>> parts = parts();
        return part.get() < parts.size() ? parts.get(part.get()) : List.of();
    }

    List<List<FileRef>> parts() {
        Selection found = selection.get();
        return found == null ? List.of() : found.parts();
    }

    /// Whether there is another part after this one.
    boolean hasNext() {
        return part.get() + 1 < parts().size();
    }

    /// Goes to the next part.
    void next() {
        part.set(part.get() + 1);
    }

    /// The claims it is about, or null before they are known.
    ReadOnlyObjectProperty<@Nullable Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// The part of them at hand, from 0.
    ReadOnlyObjectProperty<Integer> partProperty() {
        return part.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable String> reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /// For colleagues.
    StringProperty noteProperty() {
        return note;
    }
}
