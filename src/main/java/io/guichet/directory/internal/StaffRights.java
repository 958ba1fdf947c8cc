package io.guichet.directory.internal;

import io.guichet.access.Access;
import io.guichet.access.Rights;
import io.guichet.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/// The rights of the signed-in person, asked once: what changes meanwhile, the database refuses anyway.
final class StaffRights {

    private final Access access;
    private volatile @Nullable Rights known;

    StaffRights(Access access) {
        this.access = access;
    }

    /// May change members of this country.
    boolean changes(CountryCode country) {
        Rights rights = known;
        if (rights == null) {
            rights = access.rights();
            known = rights;
        }
        return rights.changesMembers() && rights.countries().contains(country);
    }
}
