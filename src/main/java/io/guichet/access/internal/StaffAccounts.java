package io.guichet.access.internal;

import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.postgresql.PGConnection;

/// Staff accounts: login roles that are members of what they work as and of where.
public final class StaffAccounts {

    private final Connection owner;

    /// @param owner connection of a role that may create roles
    public StaffAccounts(Connection owner) {
        this.owner = owner;
    }

    /// Whether somebody signs in by that name.
    public boolean exists(String name) throws SQLException {
        return isRole(name, "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ? AND rolcanlogin");
    }

    private boolean isRole(String name, String sql) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /// Whether anybody can sign in who administers staff.
    public boolean hasAdministrator() throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT 1 FROM pg_catalog.pg_roles staff
                 WHERE staff.rolcanlogin AND NOT staff.rolsuper AND pg_has_role(staff.oid, ?, 'MEMBER')""")) {
            statement.setString(1, StaffGroup.STAFF_ADMIN.role());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /// Creates an account. One that bears the name of a group role is that role, allowed to sign in: what it gets, all
    /// members of the group get, which suits invented staff alone. The password leaves this program only as a SCRAM verifier: no log of the server can hold it.
    ///
    /// @param password is wiped
    public void create(String name, char[] password, Collection<StaffGroup> groups, Collection<CountryCode> countries)
            throws SQLException {
        PGConnection postgres = owner.unwrap(PGConnection.class);
        String role = postgres.escapeIdentifier(name);
        try (Statement statement = owner.createStatement()) {
            boolean group = isRole(name, "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ? AND NOT rolcanlogin");
            statement.execute((group ? "ALTER" : "CREATE") + " ROLE " + role + " LOGIN");
            for (StaffGroup each : groups) {
                if (!each.role().equals(name)) {
                    statement.execute("GRANT " + each.role() + " TO " + role);
                }
            }
            for (CountryCode country : countries) {
                statement.execute("GRANT country_" + country.folder() + " TO " + role);
            }
        }
        postgres.alterUserPassword(name, password, "scram-sha-256");
    }
}
