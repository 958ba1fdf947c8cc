package io.guichet.contract.internal;

import io.guichet.access.Access;
import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/// Who may amend contracts, asked once: what changes meanwhile, the database refuses anyway.
final class Amenders {

    private final Access access;
    private volatile @Nullable Rights known;

    Amenders(Access access) {
        this.access = access;
    }

    boolean may(CountryCode country) {
        Rights rights = known;
        if (rights == null) {
            rights = access.rights();
            known = rights;
        }
        return rights.isAny(StaffGroup.CARE_AGENT, StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD)
                && rights.countries().contains(country);
    }
}
