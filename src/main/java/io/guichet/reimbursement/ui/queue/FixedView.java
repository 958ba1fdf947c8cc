package io.guichet.reimbursement.ui.queue;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A view that everybody has, with how many claims it shows.
///
/// @param id     names it: `toDecide`
/// @param title  key of what it is called
/// @param icon   beside the title
/// @param query  what it shows
/// @param number how many that is
record FixedView(String id, String title, Ikon icon, WorkQuery query, ToLongFunction<WorkNumbers> number) {

    private static final WorkFilter PENDED = WorkFilter.ALL.withStates(Set.of(ClaimState.PENDED));

    /// For somebody who decides, or who looks only.
    static List<FixedView> of(QueueWork work) {
        List<FixedView> views = new ArrayList<>();
        views.add(new FixedView("toDecide", "reimbursement.queue.view.toDecide", Feather.INBOX, WorkQuery.UNDECIDED,
                WorkNumbers::undecided));
        if (work.decides()) {
            views.add(new FixedView("mine", "reimbursement.queue.view.mine", Feather.USER,
                    new WorkQuery(WorkFilter.UNDECIDED.withAssignee(work.rights().user()), ""), WorkNumbers::mine));
        }
        views.add(new FixedView("free", "reimbursement.queue.view.free", Feather.CIRCLE,
                new WorkQuery(WorkFilter.UNDECIDED.withFree(true), ""), WorkNumbers::free));
        views.add(new FixedView("overdue", "reimbursement.queue.view.overdue", Feather.ALERT_TRIANGLE,
                new WorkQuery(WorkFilter.UNDECIDED.withOverdue(true), ""), WorkNumbers::overdue));
        views.add(new FixedView("unpaid", "reimbursement.queue.view.unpaid", Feather.CHECK,
                new WorkQuery(WorkFilter.ALL.withStates(Set.of(ClaimState.ACCEPTED)), ""), WorkNumbers::unpaid));
        return List.copyOf(views);
    }

    /// What waits for that.
    static WorkQuery waitingFor(Finding.Code code) {
        return new WorkQuery(PENDED.withReason(code), "");
    }

    /// What claims wait for now, the most frequent first.
    static List<Map.Entry<Finding.Code, Long>> pended(WorkNumbers numbers) {
        return numbers.pended().entrySet().stream()
                .sorted(Map.Entry.<Finding.Code, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).toList();
    }
}
