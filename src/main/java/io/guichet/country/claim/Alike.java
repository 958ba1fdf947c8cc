package io.guichet.country.claim;

import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Another claim of the same country with something in common that two claims should not have.
///
/// @param kind  what it is: `care`, `invoice`, `account`, `document`
/// @param other the country's key of the other claim, whosever it is
public record Alike(String kind, String other) {

    private static final String ALIKE = "SELECT claim, kind, other FROM reimbursement.alike_before(?, ?)";

    public Alike {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(other);
    }

    /// What is alike of each of these claims, by claim. Of those that are like each other the later one is like the one before it.
    ///
    /// @param claims keys, in the order they came in
    public static Map<String, List<Alike>> of(Connection connection, CountryCode country, Collection<String> claims) throws SQLException {
        Map<String, List<Alike>> alike = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ALIKE)) {
            statement.setString(1, country.value());
            statement.setArray(2, connection.createArrayOf("text", claims.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    alike.computeIfAbsent(row.getString("claim"), claim -> new ArrayList<>())
                            .add(new Alike(row.getString("kind"), row.getString("other")));
                }
            }
        }
        return alike;
    }
}
