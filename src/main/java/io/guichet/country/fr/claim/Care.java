package io.guichet.country.fr.claim;

import io.guichet.country.fr.claim.ClaimStore.StoredAct;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Something by which it shows that care is claimed twice: the same act of a person on one day, for the same amount.
///
/// @param charged cents
record Care(long person, String code, LocalDate day, long charged) {

    static Care of(ChunkClaim claim, StoredAct act) {
        EnteredAct entered = act.entered();
        return new Care(claim.person(), entered.code(), entered.day(), entered.charged());
    }

    /// What of the care of these claims, which are not written yet, other statements have.
    static Set<Care> known(Connection connection, List<ChunkClaim> claims) throws SQLException {
        List<Care> asked = claims.stream().flatMap(claim -> claim.acts().stream().map(act -> of(claim, act))).distinct().toList();
        Table care = new Table("bigint", "text", "date", "bigint");
        asked.forEach(each -> care.add(each.person(), each.code(), each.day(), each.charged()));
        return Set.copyOf(Rows.list(connection, "SELECT fr.soins_connus(?, ?, ?, ?)", row -> asked.get(row.getInt(1) - 1),
                care.arguments(connection)));
    }
}
