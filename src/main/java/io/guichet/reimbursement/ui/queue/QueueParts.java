package io.guichet.reimbursement.ui.queue;

import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.ui.claim.ClaimHost;
import io.guichet.reimbursement.ui.claim.ClaimPane;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What the view of the queue is made with.
///
/// @param views     loads it
/// @param texts     its words
/// @param navigator opens other files
/// @param dialogs   asks before a saved view is deleted
/// @param claims    shows a claim beside the list
/// @param all       opens the dry run of a decision for all that match; a refusal without a reason asks for one first
/// @param many      the same for chosen claims
public record QueueParts(FxmlViews views, Texts texts, Navigator navigator, Dialogs dialogs, Function<ClaimHost, ClaimPane> claims,
                         BiConsumer<WorkFilter, Action> all, BiConsumer<List<FileRef>, Action> many) {
}
