package io.guichet.access.internal;

import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
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
    /// Whether there is such a role.
    public boolean exists(String name) throws SQLException {
        return found("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?", name);
    }

    /// Whether anybody can sign in who administers staff.
    public boolean hasAdministrator() throws SQLException {
        return found("""
                SELECT 1 FROM pg_catalog.pg_roles staff
                 WHERE staff.rolcanlogin AND NOT staff.rolsuper AND pg_has_role(staff.oid, ?, 'MEMBER')""",
                StaffGroup.STAFF_ADMIN.role());
    }

    /// Creates an account, or completes one: what it works as and where is added, the password is set where there was no
    /// way to sign in. The password leaves this program only as a SCRAM verifier: no log of the server can hold it.
    ///
    /// @param password is wiped
    public void hire(String name, char[] password, Collection<StaffGroup> groups, Collection<CountryCode> countries)
            throws SQLException {
        PGConnection postgres = owner.unwrap(PGConnection.class);
        String role = postgres.escapeIdentifier(name);
        boolean mayLogIn = mayLogIn(name);
        try (Statement statement = owner.createStatement()) {
            if (!mayLogIn) {
                statement.execute((exists(name) ? "ALTER ROLE " : "CREATE ROLE ") + role + " LOGIN");
            }
            for (StaffGroup group : groups) {
                if (!group.role().equals(name)) {
                    statement.execute("GRANT " + group.role() + " TO " + role);
                }
            }
            for (CountryCode country : countries) {
                statement.execute("GRANT country_" + country.folder() + " TO " + role);
            }
        }
        if (!mayLogIn) {
            postgres.alterUserPassword(name, password, "scram-sha-256");
        }
        Arrays.fill(password, '\0');
    }

    private boolean mayLogIn(String name) throws SQLException {
        return found("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ? AND rolcanlogin", name);
    }

    private boolean found(String sql, String argument) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
