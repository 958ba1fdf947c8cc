package io.guichet.reimbursement.ui.claim;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.field.FieldInput;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/// What a claim on the screen works with.
///
/// @param decisions  reads and decides claims
/// @param worklist   who has them
/// @param countries  what is entered of a claim
/// @param background runs what waits
/// @param feed       tells what changed
/// @param rights     of the person signed in
/// @param input      how values are read and written
/// @param clock      today
public record ClaimWork(Decisions decisions, Worklist worklist, Countries countries, Background background, ChangeFeed feed,
                        Rights rights, FieldInput input, Clock clock) {

    /// Whether this person reads that claim here, steps and all.
    boolean reads(FileRef file) {
        return file.kind() == FileKind.CLAIM && rights.readsMembers() && rights.countries().contains(file.country())
                && form(file.country()).isPresent();
    }

    /// Whether this person decides claims of that country.
    boolean decides(CountryCode country) {
        return rights.isAny(StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD) && rights.countries().contains(country);
    }

    /// Whether what a lead decides, this person does.
    boolean leads() {
        return rights.isAny(StaffGroup.OPERATIONS_LEAD);
    }

    /// What is entered of a claim of that country.
    Optional<ClaimForm> form(CountryCode country) {
        return countries.find(country).flatMap(Country::claims).map(ClaimRecords::form);
    }

    /// The day it is here.
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
