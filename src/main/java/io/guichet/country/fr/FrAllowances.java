package io.guichet.country.fr;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.Allowance.Unit;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left of limited guarantees on a day.
final class FrAllowances {

    private FrAllowances() {
    }

    /// The limits of the covers of that day, and the counters of the person beside them: a guarantee that nobody used yet
    /// has no counter. Who may not read counters reads no limits either: "nothing used" would be a guess.
    static List<Allowance> of(Connection connection, long person, LocalDate day) throws SQLException {
        return Rows.list(connection, """
                WITH droits AS (
                    SELECT DISTINCT ON (g.code) g.code, g.rang, g.mode,
                           CASE WHEN g.plafond_annuel IS NOT NULL THEN g.plafond_annuel WHEN g.mode = 'EUROS_AN' THEN g.montant
                                ELSE g.plafond_nombre END AS plafond,
                           CASE WHEN g.plafond_annuel IS NOT NULL OR g.mode = 'EUROS_AN' THEN 'CENTIME'
                                WHEN g.mode = 'EUROS_JOUR' THEN 'JOUR' ELSE 'SEANCE' END AS unite
                    FROM fr.affiliation a
                    JOIN fr.contrat k ON k.numero = a.contrat AND (k.fin IS NULL OR k.fin >= ?)
                    JOIN fr.formule f ON f.contrat = a.contrat AND f.debut <= ? AND (f.fin IS NULL OR f.fin >= ?)
                    LEFT JOIN fr.choix_option c ON c.contrat = a.contrat AND c.assure = a.assure AND c.produit = f.produit
                        AND c.debut <= ? AND (c.fin IS NULL OR c.fin >= ?)
                    JOIN fr.garantie g ON g.produit = f.produit AND g.option = coalesce(c.option, f.option)
                        AND g.debut <= ? AND (g.fin IS NULL OR g.fin >= ?)
                    WHERE a.personne = ? AND a.dispense IS NULL AND a.debut <= ? AND (a.fin IS NULL OR a.fin >= ?)
                      AND (g.plafond_annuel IS NOT NULL OR g.mode = 'EUROS_AN' OR g.plafond_nombre IS NOT NULL)
                    ORDER BY g.code, 4 DESC)
                SELECT coalesce(d.code, n.code) AS code, coalesce(d.rang, 0) AS rang, coalesce(d.unite, n.unite) AS unite,
                       coalesce(greatest(d.plafond, n.utilise), n.plafond) AS plafond, coalesce(n.utilise, 0) AS utilise,
                       coalesce(n.debut, date_trunc('year', ?::date)::date) AS debut,
                       coalesce(n.fin, (date_trunc('year', ?::date) + interval '1 year - 1 day')::date) AS fin
                FROM droits d
                FULL JOIN (SELECT * FROM fr.compteur n WHERE n.personne = ? AND daterange(n.debut, n.fin, '[]') @> ?::date) n
                    ON n.code = d.code
                WHERE directory.has_open('FR', 'member', ?) AND (d.code IS NOT NULL OR n.code = 'OPTIQUE' AND EXISTS (SELECT FROM droits))
                ORDER BY 2, 1
                """, FrAllowances::allowance, day, day, day, day, day, day, day, person, day, day, day, day, person, day,
                Long.toString(person));
    }

    private static Allowance allowance(ResultSet row) throws SQLException {
        String code = row.getString("code");
        LocalDate to = row.getObject("fin", LocalDate.class);
        @Nullable UserMessage note = code.equals("OPTIQUE") ? UserMessage.of("fr.cover.renewal", to.plusDays(1)) : null;
        Unit unit = switch (row.getString("unite")) {
            case "CENTIME" -> Unit.MONEY;
            case "JOUR" -> Unit.DAYS;
            default -> Unit.SERVICES;
        };
        return new Allowance(code, FrLabels.guarantee(code), unit, row.getLong("plafond"), row.getLong("utilise"),
                row.getObject("debut", LocalDate.class), to, note);
    }
}
