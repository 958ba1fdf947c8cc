package io.guichet.access.internal;

import io.guichet.access.Access;
import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.database.Database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Reads the rights of the signed-in role from its memberships.
public final class PgAccess implements Access {

    private final Database database;

    public PgAccess(Database database) {
        this.database = database;
    }

    @Override
    public Rights rights() {
        return database.read(work -> work.sql(PgAccess::read));
    }

    private static Rights read(Connection connection) throws SQLException {
        String sql = """
                SELECT session_user, access.my_countries(),
                       ARRAY(SELECT g FROM unnest(?::text[]) g WHERE access.is_any(g))""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text",
                    Arrays.stream(StaffGroup.values()).map(StaffGroup::role).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Set<CountryCode> countries = new HashSet<>();
                for (Object code : (Object[]) row.getArray(2).getArray()) {
                    countries.add(new CountryCode((String) code));
                }
                Set<Object> roles = Set.of((Object[]) row.getArray(3).getArray());
                Set<StaffGroup> groups = new HashSet<>();
                for (StaffGroup group : StaffGroup.values()) {
                    if (roles.contains(group.role())) {
                        groups.add(group);
                    }
                }
                return new Rights(row.getString(1), groups, countries);
            }
        }
    }
}
