package io.guichet.access;

import io.guichet.kernel.CountryCode;
import java.util.Objects;
import java.util.Set;

/// What the signed-in person may do. The client hides by it; the database refuses by the same roles.
///
/// @param user      the PostgreSQL role
/// @param groups    what they work as
/// @param countries whose schema they may use
public record Rights(String user, Set<StaffGroup> groups, Set<CountryCode> countries) {

    public Rights {
        Objects.requireNonNull(user);
        groups = Set.copyOf(groups);
        countries = Set.copyOf(countries);
    }

    /// Whether this person works as one of these.
    public boolean isAny(StaffGroup... wanted) {
        for (StaffGroup group : wanted) {
            if (groups.contains(group)) {
                return true;
            }
        }
        return false;
    }

    /// May look at member files.
    public boolean readsMembers() {
        return isAny(StaffGroup.CARE_AGENT, StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD, StaffGroup.AUDITOR);
    }

    /// May change member files.
    public boolean changesMembers() {
        return isAny(StaffGroup.CARE_AGENT, StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD);
    }
}
