package io.guichet.reimbursement.ui.queue;

import io.guichet.access.Rights;
import io.guichet.access.SavedViews;
import io.guichet.access.StaffGroup;
import io.guichet.country.claim.ClaimState;
import io.guichet.directory.Directory;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Ticker;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/// What the queue on the screen works with.
///
/// @param worklist   the claims
/// @param views      filters that this person keeps
/// @param directory  knows members by name
/// @param background runs what waits
/// @param feed       tells what changed anywhere
/// @param ticker     takes what changed together
/// @param rights     of the person signed in
/// @param clock      today
public record QueueWork(Worklist worklist, SavedViews views, Directory directory, Background background, ChangeFeed feed,
                        Ticker ticker, Rights rights, Clock clock) {

    /// The day it is here.
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Their countries, in the order of their letters.
    List<CountryCode> countries() {
        return rights.countries().stream().sorted().toList();
    }

    /// Whether this person decides claims.
    boolean decides() {
        return rights.isAny(StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD);
    }

    /// Whether this person gives claims to colleagues.
    boolean leads() {
        return rights.isAny(StaffGroup.OPERATIONS_LEAD);
    }

    /// Whether this person may decide that claim now: undecided, in no colleague's hands, and waiting for nothing.
    boolean isToDecide(WorkRow row) {
        return decides() && row.state() != ClaimState.ACCEPTED && (row.assignee() == null || isMine(row))
                && (row.waitsUntil() == null || !row.waitsUntil().isAfter(today()));
    }

    /// Whether this person has it.
    boolean isMine(WorkRow row) {
        return rights.user().equals(row.assignee());
    }
}
