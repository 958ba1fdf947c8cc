package io.guichet.country.es.claim;

import io.guichet.country.claim.Alike;
import io.guichet.country.es.sql.EsSql;
import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Other requests that a request is compared with, of this person on any policy, refused ones apart.
///
/// @param sameCare    numbers of requests with the same care, by line from 0
/// @param sameInvoice the number of one with the same invoice, or null
/// @param alike       kinds of what requests of anybody have in common with it, in their order
record Beside(SortedMap<Integer, String> sameCare, @Nullable String sameInvoice, List<String> alike) {

    private static final String SAME = "SELECT id, linea, numero FROM es.iguales(?)";

    private record Same(UUID claim, int line, String number) {
    }

    /// What stands beside each of these requests. Of those that are like each other the later one is like the one before it.
    ///
    /// @param claims in the order they came in
    static Map<UUID, Beside> of(Connection connection, CountryCode country, List<UUID> claims) throws SQLException {
        Map<UUID, SortedMap<Integer, String>> same = new HashMap<>();
        for (Same each : EsSql.list(connection, SAME, row -> new Same(EsSql.key(row, "id"), row.getInt("linea"), row.getString("numero")),
                connection.createArrayOf("uuid", claims.toArray()))) {
            same.computeIfAbsent(each.claim(), claim -> new TreeMap<>()).put(each.line(), each.number());
        }
        Map<String, List<Alike>> alike = Alike.of(connection, country, claims.stream().map(UUID::toString).toList());
        Map<UUID, Beside> beside = new HashMap<>();
        for (UUID claim : claims) {
            SortedMap<Integer, String> lines = same.getOrDefault(claim, new TreeMap<>());
            String invoice = lines.remove(-1);
            beside.put(claim, new Beside(lines, invoice,
                    alike.getOrDefault(claim.toString(), List.of()).stream().map(Alike::kind).distinct().sorted().toList()));
        }
        return beside;
    }
}
