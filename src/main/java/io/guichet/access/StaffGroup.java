package io.guichet.access;

import java.util.Locale;

/// What a staff member works as: a PostgreSQL group role of the same name in lower case.
public enum StaffGroup {
    CARE_AGENT, OPERATIONS, OPERATIONS_LEAD, SALES, AUDITOR, STAFF_ADMIN;

    /// The PostgreSQL role.
    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }
}
