package io.guichet.contract.ui;

import io.guichet.access.Rights;
import io.guichet.access.SavedViews;
import io.guichet.contract.Amendments;
import io.guichet.contract.Batches;
import io.guichet.contract.Contracts;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Directory;
import io.guichet.document.Documents;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Ticker;
import java.time.Clock;
import java.time.LocalDate;

/// What every screen of contracts works with.
///
/// @param contracts  what is insured
/// @param amendments changes to it
/// @param batches    many changes at once
/// @param views      filters that this person keeps
/// @param directory  companies, and members whom a newcomer may be
/// @param documents  papers that an amendment asks for
/// @param background runs what waits
/// @param feed       tells what other windows changed
/// @param ticker     saves drafts now and then
/// @param rights     of the person signed in
/// @param input      how values are read and written
/// @param clock      today
public record ContractWork(Contracts contracts, Amendments amendments, Batches batches, SavedViews views,
                           Directory directory, Documents documents, Background background, ChangeFeed feed,
                           Ticker ticker, Rights rights, FieldInput input, Clock clock) {

    /// The day it is here.
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Whether this person may change contracts of that country.
    boolean changes(CountryCode country) {
        return rights.changesMembers() && rights.countries().contains(country);
    }
}
