package io.guichet.bootstrap.tour;

import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.ui.Theme;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.WorkFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;

/// Many decisions at once: nothing yet, a dry run with what it refuses, carried out, taken back, the list, decided again.
final class CorrectionsStop implements TourStop {

    private static final String SCREEN = "runs";
    private static final int OF_EACH = 14;
    private static final int DECIDED = 3;
    private static final String SAID = "Batch of November";

    @Override
    public void visit(TourGuide guide) {
        boolean first = guide.components().runs().page(null, false, 1).rows().isEmpty();
        if (first) {
            guide.act(() -> guide.composition().tabs().open(SCREEN, false));
            guide.picture("runs-empty");
            guide.act(() -> guide.composition().tabs().closeSelected());
        }
        List<FileRef> claims = claims(guide);
        if (claims.isEmpty()) {
            return;
        }
        if (first) {
            past(guide, claims);
        }
        guide.act(() -> guide.composition().runs().open(claims));
        guide.picture("run-new");
        guide.act(() -> choose(guide, "#kind", 0));
        guide.press("#rehearse");
        guide.picture("run-dry");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("run-dry-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.press("#showREFUSED");
        guide.picture("run-refused");
        guide.press("#carryOut");
        guide.picture("run-confirm");
        guide.press("#answer-leave");
        guide.act(() -> choose(guide, "#kind", 1));
        guide.picture("run-reason");
        guide.act(() -> guide.composition().tabs().closeSelected());
        list(guide);
    }

    private static List<FileRef> claims(TourGuide guide) {
        List<FileRef> claims = new ArrayList<>();
        guide.components().access().rights().countries().stream().sorted().forEach(country -> claims.addAll(guide.components().runs()
                .matching(WorkFilter.UNDECIDED.withCountries(Set.of(country))).claims().stream().limit(OF_EACH).toList()));
        // One that is decided already: there is nothing to decide of it.
        guide.components().runs().matching(WorkFilter.ALL.withStates(Set.of(ClaimState.ACCEPTED))).claims().stream().limit(DECIDED)
                .forEach(claims::add);
        return claims;
    }

    /// Something to look back at: one run that stands, and one that was taken back. The claims are as before then.
    private static void past(TourGuide guide, List<FileRef> claims) {
        for (int n = 0; n < 2; n++) {
            RunOrder order = new RunOrder(new RunOrder.Action.Approve(), claims.subList(0, Math.min(claims.size(), OF_EACH)), SAID);
            if (guide.components().runs().apply(order, share -> { }) instanceof Outcome.Done<RunReport>(RunReport done)) {
                guide.components().runs().undo(done.run().orElseThrow(), share -> { });
            }
        }
    }

    private static void choose(TourGuide guide, String selector, int index) {
        guide.find(selector).map(ComboBox.class::cast).orElseThrow().getSelectionModel().select(index);
    }

    private static void list(TourGuide guide) {
        guide.act(() -> guide.composition().tabs().open(SCREEN, false));
        guide.picture("runs");
        long newest = guide.components().runs().page(null, false, 2).rows().getLast().run();
        guide.act(() -> guide.composition().tabs().open("run:" + newest, false));
        guide.picture("run-past");
        guide.act(() -> guide.composition().tabs().closeSelected());
        guide.act(() -> guide.composition().tabs().closeSelected());
    }
}
