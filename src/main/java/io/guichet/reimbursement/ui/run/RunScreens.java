package io.guichet.reimbursement.ui.run;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.WorkFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The screens of runs: past ones, one of them, and a new one. For people who decide claims; auditors see what was done.
public final class RunScreens implements ScreenFactory {

    private static final int ORDER = 16;
    private static final String RUN = "run:";
    private static final String NEW = "new-run:";
    private static final Pattern PAST = Pattern.compile(RUN + "([0-9]{1,18})");

    private final RunDesk desk;
    private final RunParts parts;
    /// What new runs are about. A new run is nothing that could be opened again tomorrow: what matches then is something else.
    private final Map<String, Ordered> ordered = new HashMap<>();

    public RunScreens(RunDesk desk, RunParts parts) {
        this.desk = desk;
        this.parts = parts;
    }

    private record Ordered(RunSubject subject, @Nullable Action action) {
    }

    /// Opens the dry run of a decision for all claims of the queue that match. On the JavaFX thread.
    ///
    /// @param action what is decided; a `Reject` or `Again` with an empty reason asks for one first
    public void open(WorkFilter filter, RunOrder.Action action) {
        open(new RunSubject.Matching(filter), action);
    }

    /// Opens a new run about these claims: what is decided of them is chosen there. On the JavaFX thread.
    public void open(List<FileRef> claims) {
        open(new RunSubject.Chosen(claims), null);
    }

    /// Opens the dry run of a decision for these claims. On the JavaFX thread.
    public void open(List<FileRef> claims, RunOrder.Action action) {
        open(new RunSubject.Chosen(claims), action);
    }

    private void open(RunSubject subject, @Nullable Action action) {
        String id = NEW + (ordered.size() + 1);
        ordered.put(id, new Ordered(subject, action));
        parts.navigator().open(id, false);
    }

    /// The id of the screen of a run.
    static String id(long run) {
        return RUN + run;
    }

    @Override
    public Optional<Screen> make(String id) {
        if (!desk.sees()) {
            return Optional.empty();
        }
        if (id.equals(RunsScreen.ID)) {
            return Optional.of(new RunsScreen(desk, parts, subject -> open(subject, null)));
        }
        Matcher past = PAST.matcher(id);
        if (past.matches()) {
            return Optional.of(new RunScreen(id, RunViewModel.past(Long.parseLong(past.group(1)), desk), parts));
        }
        return desk.decides() ? Optional.ofNullable(ordered.get(id))
                .map(each -> new RunScreen(id, RunViewModel.ordering(each.subject(), each.action(), desk), parts)) : Optional.empty();
    }

    @Override
    public List<NavEntry> navigation() {
        return desk.sees() ? List.of(new NavEntry(RunsScreen.ID, "reimbursement.runs.title", Feather.LAYERS, ORDER)) : List.of();
    }
}
