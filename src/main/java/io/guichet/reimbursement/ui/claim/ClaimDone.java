package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.Verdict;

/// What was done, in one sentence.
final class ClaimDone {

    private ClaimDone() {
    }

    static UserMessage of(OpenClaim claim, Verdict verdict, Decided decided) {
        String number = claim.file().number();
        UserMessage said = switch (verdict) {
            case Verdict.Approve() -> UserMessage.of("reimbursement.claim.done.approved", number, decided.insurer());
            case Verdict.Adjust _ -> UserMessage.of("reimbursement.claim.done.adjusted", number, decided.insurer());
            case Verdict.Reject _ -> UserMessage.of("reimbursement.claim.done.rejected", number);
            case Verdict.Ask ask -> UserMessage.of("reimbursement.claim.done.asked", number,
                    UserMessage.of("document.type." + ask.document()), ask.until());
        };
        return decided.difference().filter(difference -> difference.minor() != 0)
                .map(difference -> UserMessage.of("reimbursement.claim.done.difference", said, difference(difference)))
                .orElse(said);
    }

    /// What is left to pay, or to recover.
    static UserMessage difference(Money amount) {
        return amount.minor() >= 0 ? UserMessage.of("reimbursement.claim.difference.pay", amount)
                : UserMessage.of("reimbursement.claim.difference.recover", Money.ZERO.minus(amount));
    }
}
