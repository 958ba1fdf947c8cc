package io.guichet.reimbursement.ui.queue;

import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// The queue of claims, for whoever reads claims; who decides them works in it.
public final class QueueScreens implements ScreenFactory {

    private static final int ORDER = 12;

    private final QueueWork work;
    private final QueueParts parts;

    public QueueScreens(QueueWork work, QueueParts parts) {
        this.work = work;
        this.parts = parts;
    }

    @Override
    public Optional<Screen> make(String id) {
        return id.equals(WorklistScreen.ID) && work.rights().readsMembers()
                ? Optional.of(new WorklistScreen(work, parts)) : Optional.empty();
    }

    @Override
    public List<NavEntry> navigation() {
        return work.rights().readsMembers()
                ? List.of(new NavEntry(WorklistScreen.ID, "reimbursement.queue.title", Feather.INBOX, ORDER)) : List.of();
    }
}
