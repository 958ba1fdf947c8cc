package io.guichet.directory.ui;

import io.guichet.directory.OpenMember;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of the same person in another country, beside the open one: opened and recorded like any other.
public final class BesideViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BesideViewModel.class);

    private final Workplace workplace;
    private final FileRef other;
    private final OverviewViewModel overview;
    private final LatestWork opening;
    private final Background.Running alive;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<MemberViewModel.State> state =
            new ReadOnlyObjectWrapper<>(MemberViewModel.State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    BesideViewModel(Workplace workplace, FileRef other, String label, LocalDate day) {
        this.workplace = workplace;
        this.other = other;
        overview = new OverviewViewModel(other, workplace);
        overview.asOf(day);
        name.set(label);
        opening = new LatestWork(workplace.background());
        workplace.openFiles().enter(other);
        alive = workplace.ticker().every(FileWatch.KEEP_ALIVE, this::keepOpen);
    }

    /// Reads from the beginning: at first, and again after that failed.
    public void load() {
        state.set(MemberViewModel.State.LOADING);
        problem.set(null);
        opening.run(() -> workplace.directory().open(other, MemberViewModel.PURPOSE), this::opened, cause -> {
            problem.set(Problem.ofReading(cause));
            state.set(MemberViewModel.State.FAILED);
        });
    }

    public FileRef other() {
        return other;
    }

    /// What people call them there.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MemberViewModel.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why it could not be opened, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public OverviewViewModel overview() {
        return overview;
    }

    @Override
    public void close() {
        opening.cancel();
        alive.cancel();
        overview.close();
        if (workplace.openFiles().leave(other)) {
            workplace.background().run(() -> {
                workplace.directory().close(other);
                return other;
            }, done -> LOG.debug("closed {}", other),
                    cause -> LOG.info("the opening of {} could not be ended, it will run out", other, cause));
        }
    }

    private void opened(Optional<OpenMember> found) {
        if (found.isEmpty()) {
            state.set(MemberViewModel.State.MISSING);
            return;
        }
        name.set(found.get().file().label());
        state.set(MemberViewModel.State.OPEN);
        overview.start();
    }

    private void keepOpen() {
        if (state.get() == MemberViewModel.State.OPEN) {
            workplace.background().run(() -> workplace.directory().refresh(other), kept -> LOG.debug("kept {}", other),
                    cause -> LOG.info("the opening of {} could not be kept alive", other, cause));
        }
    }
}
