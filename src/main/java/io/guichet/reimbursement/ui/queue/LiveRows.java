package io.guichet.reimbursement.ui.queue;

import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.live.Change;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.RowWindow;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps the rows of the window as they are in the queue while colleagues take and decide. What changed in half a second is
/// read in one go, however much it is. Rows that no longer belong leave; the one that is looked at and those that were chosen
/// stay until the person goes on, and are known to be out of place. To be used on the JavaFX thread.
final class LiveRows implements AutoCloseable {

    /// How long what changes is gathered.
    static final Duration PACE = Duration.ofMillis(500);
    /// How often the sums of everything shown are asked for while things change: some must be counted.
    static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 500;
    private static final Comparator<WorkRow> ORDER = Comparator.comparingInt((WorkRow row) -> row.place().urgency())
            .thenComparing(row -> row.place().due()).thenComparingLong(row -> row.place().id());

    private final QueueWork work;
    private final RowWindow<WorkRow> window;
    private final Ticked ticked;
    private final Supplier<WorkFilter> filter;
    private final Set<FileRef> changed = new LinkedHashSet<>();
    private final Set<FileRef> strays = new HashSet<>();
    private final ChangeFeed.Subscription changes;
    private final List<Background.Running> ticking;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private Runnable onChange = () -> { };
    private Runnable onPause = () -> { };
    private boolean unsummed;
    private boolean reading;
    private @Nullable FileRef looked;

    LiveRows(QueueWork work, RowWindow<WorkRow> window, Ticked ticked, Supplier<WorkFilter> filter) {
        this.work = work;
        this.window = window;
        this.ticked = ticked;
        this.filter = filter;
        changes = work.feed().onChange(change -> {
            if (isClaim(change)) {
                work.background().onScreen(() -> changed(change.file()));
            }
        });
        ticking = List.of(work.ticker().every(PACE, this::settle), work.ticker().every(PAUSE, this::pause));
    }

    private boolean isClaim(Change change) {
        return change.file().kind() == FileKind.CLAIM && work.rights().countries().contains(change.file().country());
    }

    /// Raised whenever rows may look otherwise.
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Run when something changed and was read.
    void onChange(Runnable action) {
        onChange = action;
    }

    /// Run now and then while things change.
    void onPause(Runnable action) {
        onPause = action;
    }

    /// A claim changed, here or elsewhere.
    void changed(FileRef claim) {
        changed.add(claim);
    }

    /// Everything may have changed: the rows of the window, and what comes first by now.
    void all() {
        window.rows().forEach(row -> changed(row.claim()));
        WorkFilter now = filter.get();
        work.background().run(() -> work.worklist().page(new WorkPageRequest(now, null, false, WorklistViewModel.PAGE)).rows(), first -> {
            first.forEach(row -> changed(row.claim()));
            settle();
        }, window::fail);
    }

    /// Reads what changed.
    void settle() {
        if (reading || changed.isEmpty()) {
            return;
        }
        List<FileRef> asked = changed.stream().limit(MOST).toList();
        asked.forEach(changed::remove);
        reading = true;
        WorkFilter now = filter.get();
        work.background().run(() -> work.worklist().rows(asked), rows -> {
            reading = false;
            unsummed = true;
            if (now.equals(filter.get())) {
                merge(asked, rows);
            }
            onChange.run();
        }, cause -> {
            reading = false;
            changed.addAll(asked);
            window.fail(cause);
        });
    }

    private void pause() {
        if (unsummed) {
            unsummed = false;
            onPause.run();
        }
    }

    /// The person looks at that claim now, or at none: what was kept in its place for them may go.
    void look(@Nullable FileRef claim) {
        looked = claim;
        List<FileRef> going = strays.stream().filter(stray -> !isKept(stray)).toList();
        if (!going.isEmpty()) {
            going.forEach(strays::remove);
            window.merge(row -> going.contains(row.claim()), List.of(), ORDER);
        }
    }

    /// Whether a row stands there only because somebody looks at it or chose it.
    boolean isStray(FileRef claim) {
        return strays.contains(claim);
    }

    /// The window is read anew.
    void forget() {
        strays.clear();
    }

    private boolean isKept(FileRef claim) {
        return claim.equals(looked) || ticked.has(claim);
    }

    private void merge(Collection<FileRef> asked, List<WorkRow> rows) {
        Map<FileRef, WorkRow> now = rows.stream().collect(Collectors.toMap(WorkRow::claim, Function.identity()));
        ticked.refresh(asked, now);
        Set<FileRef> gone = new HashSet<>();
        Set<FileRef> there = new HashSet<>();
        for (WorkRow row : window.rows()) {
            there.add(row.claim());
            if (asked.contains(row.claim())) {
                WorkRow found = now.get(row.claim());
                boolean belongs = found != null && filter.get().matches(found, work.today());
                if (belongs) {
                    strays.remove(row.claim());
                } else if (isKept(row.claim())) {
                    strays.add(row.claim());
                } else {
                    gone.add(row.claim());
                    strays.remove(row.claim());
                }
            }
        }
        List<WorkRow> come = new ArrayList<>(rows);
        come.removeIf(row -> there.contains(row.claim()) || !filter.get().matches(row, work.today()));
        window.replaceAll(row -> now.getOrDefault(row.claim(), row));
        if (!gone.isEmpty() || !come.isEmpty()) {
            window.merge(row -> gone.contains(row.claim()), come, ORDER);
        }
        revision.set(revision.get() + 1);
    }

    @Override
    public void close() {
        changes.cancel();
        ticking.forEach(Background.Running::cancel);
    }
}
