/// Claims on their way to a decision, in every country: one queue, what was decided of each and why, corrections, and many
/// at once.
///
/// Holds the work only. What a claim is, its amounts and their steps stand in its country, and `country.claim.ClaimRecords`
/// writes them. A country's triggers publish each claim that can still be worked on by
/// `reimbursement.publish(reimbursement.published_claim[])`, and by what it is recognised by
/// `reimbursement.publish_prints(reimbursement.published_print[])`, in the transaction that writes it; the findings
/// `DUPLICATE`, `SAME_INVOICE`, `SHARED_ACCOUNT` and `REUSED_DOCUMENT` of an assessment are what `reimbursement.alike`
/// answers.
@AppModule(name = "reimbursement", dependsOn = {"access", "contract", "directory", "document"})
@NullMarked
package io.guichet.reimbursement;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
