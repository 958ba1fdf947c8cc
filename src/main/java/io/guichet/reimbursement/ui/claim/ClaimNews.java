package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.UserMessage;
import io.guichet.reimbursement.DocumentRequest;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.WorkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What colleagues did with a claim between two readings.
final class ClaimNews {

    private ClaimNews() {
    }

    /// @param user who looks at it: what they did themselves is no news
    static List<UserMessage> between(OpenClaim before, OpenClaim now, String user) {
        List<UserMessage> news = new ArrayList<>();
        int more = now.history().size() - before.history().size();
        for (PastDecision past : now.history().subList(0, Math.max(0, more)).reversed()) {
            if (!past.staff().equals(user)) {
                news.add(UserMessage.of("reimbursement.claim.news.decided", past.staff(),
                        UserMessage.of("reimbursement.decision." + past.kind().name()), past.after()));
            }
        }
        List<DocumentRequest> open = before.requests().stream().filter(request -> request.answered() == null).toList();
        now.requests().stream().filter(request -> request.answered() != null)
                .filter(request -> open.stream().anyMatch(asked -> asked.document().equals(request.document())
                        && asked.at().equals(request.at())))
                .forEach(request -> news.add(UserMessage.of("reimbursement.claim.news.answered",
                        UserMessage.of("document.type." + request.document()))));
        Optional<String> had = before.work().map(WorkRow::assignee);
        Optional<String> has = now.work().map(WorkRow::assignee);
        if (!had.equals(has) && has.filter(who -> !who.equals(user)).isPresent()) {
            news.add(UserMessage.of("reimbursement.claim.news.taken", has.get()));
        } else if (had.filter(user::equals).isPresent() && has.isEmpty() && more <= 0) {
            news.add(UserMessage.of("reimbursement.claim.news.released"));
        }
        if (!before.file().claim().equals(now.file().claim()) || !before.file().lines().equals(now.file().lines())) {
            news.add(UserMessage.of("reimbursement.claim.news.revised"));
        }
        return news;
    }
}
