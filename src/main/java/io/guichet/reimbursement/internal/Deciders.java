package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/// Who decides claims, asked once: what changes meanwhile, the database refuses anyway.
final class Deciders {

    private final Access access;
    private volatile @Nullable Rights known;

    Deciders(Access access) {
        this.access = access;
    }

    boolean may(CountryCode country) {
        return rights().isAny(StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD) && rights().countries().contains(country);
    }

    boolean mayAssign(CountryCode country) {
        return may(country) && rights().isAny(StaffGroup.OPERATIONS_LEAD);
    }

    String user() {
        return rights().user();
    }

    private Rights rights() {
        Rights rights = known;
        if (rights == null) {
            rights = access.rights();
            known = rights;
        }
        return rights;
    }
}
