package io.guichet.country.claim;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which documents a claim must have, and which of them nobody attached. A country says what each line needs while it assesses
/// a claim; one question to the database answers for all of them.
///
/// Document types are codes of `ClaimForm.documents`; their labels are `document.type.<code>`.
public final class MissingPapers {

    private final Map<String, Integer> wanted = new LinkedHashMap<>();

    /// A line needs that document. The first line that needs it is told.
    ///
    /// @param line from 0; -1 for the claim as a whole
    public void need(String type, int line) {
        wanted.putIfAbsent(type, line);
    }

    /// What is missing of a claim that has just come in without a paper.
    public List<Finding> all() {
        return findings(wanted.keySet());
    }

    /// What is missing, as findings of the code `MISSING_DOCUMENT`; nothing is asked when nothing is needed.
    ///
    /// @param connection of the transaction that assesses: who works on the claim has it or its member's file open
    public List<Finding> findings(Connection connection, CountryCode country, String claim) throws SQLException {
        return findings(lacking(connection, country, claim));
    }

    private List<Finding> findings(Collection<String> missing) {
        return missing.stream().map(type -> new Finding(Finding.Code.MISSING_DOCUMENT,
                UserMessage.of("country.finding.paper", UserMessage.of("document.type." + type)), wanted.getOrDefault(type, -1))).toList();
    }

    private List<String> lacking(Connection connection, CountryCode country, String claim) throws SQLException {
        if (wanted.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT reimbursement.lacks(?, ?, ?)")) {
            statement.setString(1, country.value());
            statement.setString(2, claim);
            statement.setArray(3, connection.createArrayOf("text", wanted.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Array missing = row.getArray(1);
                return Arrays.asList((String[]) missing.getArray());
            }
        }
    }
}
