package io.guichet.reimbursement.ui.claim;

import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.Optional;

/// Claims in tabs, for whoever reads them, and beside a list.
public final class ClaimScreens implements ScreenFactory {

    private final ClaimWork work;
    private final ClaimParts parts;

    public ClaimScreens(ClaimWork work, ClaimParts parts) {
        this.work = work;
        this.parts = parts;
    }

    @Override
    public Optional<Screen> make(String id) {
        return FileScreens.file(id).filter(work::reads).map(file -> new ClaimScreen(file, work, parts));
    }

    /// A claim as a part of another screen.
    public ClaimPane pane(ClaimHost host) {
        return new ClaimPane(work, parts, host, true);
    }
}
