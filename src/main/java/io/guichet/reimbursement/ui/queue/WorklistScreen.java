package io.guichet.reimbursement.ui.queue;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.ui.claim.ClaimHost;
import io.guichet.reimbursement.ui.claim.ClaimPane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The queue in a tab.
final class WorklistScreen implements Screen {

    static final String ID = "worklist";
    static final KeyCombination TAKE = new KeyCodeCombination(KeyCode.N);

    private final WorklistViewModel list;
    private final QueueFlow flow;
    private final QueueWork work;
    private final QueueParts parts;
    private final ClaimPane claim;
    private final Subscription looking;
    private @Nullable WorklistController controller;

    WorklistScreen(QueueWork work, QueueParts parts) {
        this.work = work;
        this.parts = parts;
        list = new WorklistViewModel(work);
        flow = new QueueFlow(work, list);
        claim = parts.claims().apply(new Host());
        looking = flow.currentProperty().subscribe(row -> claim.show(row == null ? null : row.claim()));
        list.start();
    }

    /// What the claim beside the list tells.
    private final class Host implements ClaimHost {

        @Override
        public void decided(Decided done) {
            flow.decided(done);
        }

        @Override
        public void undone(FileRef file) {
            flow.undone(file);
        }

        @Override
        public void next() {
            flow.next();
        }

        @Override
        public void previous() {
            flow.previous();
        }
    }

    ClaimPane claim() {
        return claim;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<String> title() {
        return parts.texts().localeProperty().map(language -> parts.texts().get("reimbursement.queue.title"));
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return claim.unsaved();
    }

    @Override
    public Parent createView() {
        WorklistController made = new WorklistController(this, list, flow, work, parts);
        controller = made;
        return parts.views().view("reimbursement/worklist").with(WorklistController.class, () -> made).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> keys = new ArrayList<>();
        if (work.decides()) {
            keys.add(new Shortcut(TAKE, "reimbursement.queue.shortcut.take", () -> {
                if (claim.isFree()) {
                    flow.takeNext();
                }
            }));
        }
        // What confirms and leaves a form of the claim is that of the list's own fields while no form is open.
        claim.shortcuts().stream().filter(each -> !claim.isFree() || !isOfForms(each)).forEach(keys::add);
        keys.add(new Shortcut(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), "reimbursement.queue.shortcut.number",
                shown(WorklistController::focusNumber)));
        keys.add(new Shortcut(new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN), "reimbursement.queue.shortcut.member",
                shown(WorklistController::focusMember)));
        keys.add(new Shortcut(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN), "reimbursement.queue.shortcut.open",
                shown(WorklistController::open)));
        keys.add(new Shortcut(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                "reimbursement.queue.shortcut.copy", shown(WorklistController::copyNumber)));
        return keys;
    }

    private static boolean isOfForms(Shortcut shortcut) {
        return shortcut.keys() instanceof KeyCodeCombination keys
                && (keys.getCode() == KeyCode.ENTER || keys.getCode() == KeyCode.ESCAPE);
    }

    private Runnable shown(Consumer<WorklistController> action) {
        return () -> {
            if (controller != null) {
                action.accept(controller);
            }
        };
    }

    @Override
    public void refresh() {
        list.refresh();
        claim.refresh();
    }

    @Override
    public void close() {
        looking.unsubscribe();
        claim.close();
        list.close();
    }
}
