package io.guichet.directory.ui;

import io.guichet.directory.AccountDetails;
import io.guichet.directory.Identities;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// An account on the screen: read, never written, and read again when it or its links change.
public final class AccountViewModel implements AutoCloseable {

    /// What there is to see.
    public enum State { LOADING, OPEN, MISSING, FAILED }

    /// An account as it is shown.
    ///
    /// @param details what is known
    /// @param linked  files about the same person
    public record Shown(AccountDetails details, List<SearchRow> linked) {
        public Shown {
            linked = List.copyOf(linked);
        }
    }

    private final FileRef ref;
    private final Identities identities;
    private final FileWatch watch;
    private final LatestWork asking;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

    public AccountViewModel(FileRef ref, Workplace workplace) {
        this.ref = ref;
        this.identities = workplace.identities();
        asking = new LatestWork(workplace.background());
        // Each reading is recorded as one: it is not read again just to keep something alive.
        watch = new FileWatch(workplace, ref, change -> load(), this::load, () -> { });
    }

    /// Starts reading. Called once.
    public void start() {
        watch.start();
        load();
    }

    /// Reads, at first or again.
    public void load() {
        asking.run(() -> {
            Optional<AccountDetails> found = identities.account(ref);
            return found.map(details -> new Shown(details, identities.linked(ref)));
        }, found -> {
            problem.set(null);
            if (found.isPresent()) {
                title.set(found.get().details().name());
                shown.set(found.get());
                state.set(State.OPEN);
            } else {
                state.set(State.MISSING);
            }
        }, cause -> {
            problem.set(Problem.ofReading(cause));
            if (state.get() == State.LOADING) {
                state.set(State.FAILED);
            }
        });
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

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Why it could not be read, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What people call it; empty until it is known.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public void close() {
        asking.cancel();
        watch.close();
    }
}
