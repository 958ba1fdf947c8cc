package io.guichet.reimbursement.ui.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.ChangeWatch;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.WorkRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A claim on the screen: read, read again when it changes anywhere, and the form that is open on it. What is typed stays,
/// whatever arrives; what arrived is told. All methods are called on the JavaFX thread.
public final class ClaimViewModel implements AutoCloseable {

    /// What there is to see.
    public enum State { NOTHING, LOADING, OPEN, MISSING, FAILED }

    private final ClaimWork work;
    private final LatestWork reading;
    private final ChangeWatch watch;
    private final Map<FileRef, DecidingForm> drafts = new HashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable OpenClaim> claim = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<UserMessage>> news = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable DecidingForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final Runnable typed = this::count;
    private @Nullable FileRef shown;

    public ClaimViewModel(ClaimWork work) {
        this.work = work;
        reading = new LatestWork(work.background());
        watch = new ChangeWatch(work.feed(), work.background(), change -> change.file().equals(shown), this::load);
    }

    /// Shows another claim, or none. What was typed for the one before is there again when it is shown again.
    public void show(@Nullable FileRef wanted) {
        if (Objects.equals(wanted, shown)) {
            return;
        }
        keepDraft();
        shown = wanted;
        current.set(false);
        news.set(List.of());
        problem.set(null);
        title.set("");
        if (wanted == null) {
            reading.cancel();
            claim.set(null);
            state.set(State.NOTHING);
        } else {
            if (claim.get() == null) {
                state.set(State.LOADING);
            }
            load();
        }
    }

    /// Reads it, at first or again.
    public void load() {
        FileRef wanted = shown;
        if (wanted != null) {
            reading.run(() -> work.decisions().open(wanted), found -> arrived(wanted, found), this::failed);
        }
    }

    private void arrived(FileRef wanted, Optional<OpenClaim> found) {
        problem.set(null);
        OpenClaim before = claim.get();
        if (found.isEmpty()) {
            claim.set(null);
            current.set(false);
            state.set(State.MISSING);
            return;
        }
        boolean again = before != null && before.file().ref().equals(wanted);
        title.set(found.get().file().number());
        if (again) {
            tell(ClaimNews.between(before, found.get(), work.rights().user()));
        }
        claim.set(found.get());
        current.set(true);
        state.set(State.OPEN);
        if (!again) {
            use(drafts.remove(wanted));
        }
    }

    private void failed(Exception cause) {
        problem.set(Problem.ofReading(cause));
        OpenClaim before = claim.get();
        if (before == null || !before.file().ref().equals(shown)) {
            claim.set(null);
            state.set(State.FAILED);
        }
    }

    /// What came in while the person looked at it: told for as long as something is typed, or nothing else was done.
    private void tell(List<UserMessage> what) {
        if (!what.isEmpty()) {
            news.set(what);
        }
    }

    /// Forgets what was told.
    void heard() {
        news.set(List.of());
    }

    private void keepDraft() {
        DecidingForm open = form.get();
        FileRef before = shown;
        if (open != null && open.typed() && before != null) {
            drafts.put(before, open);
        }
        use(null);
    }

    /// Opens a form, or leaves the one that is open.
    void use(@Nullable DecidingForm wanted) {
        DecidingForm before = form.get();
        if (before != null) {
            before.onTyped(null);
        }
        if (wanted != null) {
            wanted.onTyped(typed);
        }
        form.set(wanted);
        count();
    }

    private void count() {
        DecidingForm open = form.get();
        unsaved.set(!drafts.isEmpty() || open != null && open.typed());
    }

    /// What people call it, as long as it is not read.
    void expect(String label) {
        if (title.get().isEmpty()) {
            title.set(label);
        }
    }

    /// The claim that is wanted, read or not.
    public @Nullable FileRef shown() {
        return shown;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What was read last, or null. Of another claim than the one that is wanted while `current` does not hold.
    public ReadOnlyObjectProperty<@Nullable OpenClaim> claimProperty() {
        return claim.getReadOnlyProperty();
    }

    /// Whether what was read last is the claim that is wanted.
    public ReadOnlyBooleanProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Why it could not be read, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What colleagues did with it while it was looked at.
    public ReadOnlyObjectProperty<List<UserMessage>> newsProperty() {
        return news.getReadOnlyProperty();
    }

    /// The form that is open, or null.
    public ReadOnlyObjectProperty<@Nullable DecidingForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// What people call it; empty while that is not known.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Whether something typed is not decided.
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// The claim, once it is read and while it is the one that is wanted.
    Optional<OpenClaim> open() {
        return current.get() ? Optional.ofNullable(claim.get()) : Optional.empty();
    }

    /// The amounts of a claim: as decided, or as the rules would; empty when neither is known.
    static Optional<ClaimDecision> amounts(OpenClaim claim) {
        return claim.file().decision().or(() -> claim.assessment().map(Assessment::decision));
    }

    /// Whether there is something to decide.
    static boolean undecided(OpenClaim claim) {
        return claim.file().state() == ClaimState.RECEIVED || claim.file().state() == ClaimState.PENDED;
    }

    /// Whether somebody else has it.
    static boolean held(OpenClaim claim, String user) {
        return claim.work().map(WorkRow::assignee).filter(who -> !who.equals(user)).isPresent();
    }

    @Override
    public void close() {
        reading.cancel();
        watch.close();
    }
}
