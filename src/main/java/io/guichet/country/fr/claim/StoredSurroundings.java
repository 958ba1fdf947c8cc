package io.guichet.country.fr.claim;

import io.guichet.country.claim.Finding;
import io.guichet.country.claim.MissingPapers;
import io.guichet.country.fr.claim.ClaimStore.Stored;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// What the tables know beside a statement that is there.
///
/// No care is later than the day its statement came in: only statements that were there by then are looked through.
record StoredSurroundings(Connection connection, Stored claim) implements Findings.Surroundings {

    private static final CountryCode COUNTRY = new CountryCode("FR");

    @Override
    public Set<Integer> twice() throws SQLException {
        return Set.copyOf(Rows.list(connection, """
                SELECT DISTINCT a.rang
                FROM fr.acte a
                JOIN fr.decompte d ON d.personne = ? AND d.numero <> ? AND d.etat <> 'REJETE' AND d.debut_soins <= a.jour
                    AND d.recu >= a.jour
                JOIN fr.acte b ON b.decompte = d.numero AND b.code = a.code AND b.jour = a.jour AND b.depense = a.depense
                WHERE a.decompte = ?
                """, row -> row.getInt("rang"), claim.person(), claim.number(), claim.number()));
    }

    @Override
    public List<String> alike() throws SQLException {
        return Rows.list(connection, "SELECT DISTINCT kind FROM reimbursement.alike('FR', ?) ORDER BY kind", row -> row.getString("kind"),
                Long.toString(claim.number()));
    }

    @Override
    public List<Finding> lacking(MissingPapers papers) throws SQLException {
        return papers.findings(connection, COUNTRY, Long.toString(claim.number()));
    }

    @Override
    public boolean payable() throws SQLException {
        return Rows.first(connection, """
                SELECT 1 FROM fr.compte_bancaire b
                WHERE b.iban IS NOT NULL AND b.personne IN (SELECT ? UNION SELECT a.assure FROM fr.affiliation a WHERE a.personne = ?)
                """, row -> row.getInt(1), claim.person(), claim.person()).isPresent();
    }
}
