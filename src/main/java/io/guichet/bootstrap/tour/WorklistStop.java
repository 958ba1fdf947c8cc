package io.guichet.bootstrap.tour;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import java.util.List;
import javafx.scene.control.CheckBox;

/// The queue of claims: nothing chosen yet, a claim taken, filtered, nobody, rows chosen with their sums, dark and large. What
/// was taken is given back: each language begins with the same queue.
final class WorklistStop implements TourStop {

    private static final String SCREEN = "worklist";
    private static final int SOME = 4;

    @Override
    public void visit(TourGuide guide) {
        guide.act(() -> guide.composition().tabs().open(SCREEN, false));
        guide.picture("worklist");
        List<FileRef> first = guide.components().worklist().page(new WorkPageRequest(WorkFilter.UNDECIDED, null, false, SOME)).rows()
                .stream().map(WorkRow::claim).toList();
        if (!first.isEmpty()) {
            guide.press("#takeNext");
            guide.picture("worklist-taken");
            form(guide, "adjust");
            form(guide, "reject");
            form(guide, "ask");
            guide.resize(1920, 1080);
            guide.picture("worklist-1920x1080");
            ShellStop.theme(guide, Theme.DARK);
            guide.picture("worklist-dark");
            ShellStop.theme(guide, Theme.LIGHT);
            guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
            choose(guide);
        }
        guide.press("#view-overdue");
        guide.picture("worklist-overdue");
        guide.type(".queue-member", "xqzw");
        guide.picture("worklist-nobody");
        guide.press("#clear");
        giveBack(guide);
        guide.act(() -> guide.composition().tabs().closeSelected());
    }

    /// What is open below the lines, where there is little room for both.
    private static void form(TourGuide guide, String kind) {
        guide.press("#claim-" + kind);
        guide.picture("worklist-" + kind);
        guide.press("#form-leave");
    }

    private static void choose(TourGuide guide) {
        guide.press("#choose");
        guide.act(() -> guide.composition().window().stage().getScene().getRoot().lookupAll(".queue-split .check-box").stream()
                .map(CheckBox.class::cast).limit(SOME).toList().forEach(CheckBox::fire));
        guide.picture("worklist-chosen");
        guide.press("#chooseNothing");
    }

    private static void giveBack(TourGuide guide) {
        String lead = guide.components().access().rights().user();
        guide.components().worklist().page(new WorkPageRequest(WorkFilter.ALL.withAssignee(lead), null, false, 100)).rows()
                .forEach(row -> guide.components().worklist().release(row.claim()));
    }
}
