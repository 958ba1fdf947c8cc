package io.guichet.country.fr;

import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people of a contract, family by family.
final class FrPeopleList {

    private final CountryCode country;

    FrPeopleList(CountryCode country) {
        this.country = country;
    }

    Page<CoveredPerson> page(Connection connection, long contract, LocalDate day, String typed, @Nullable String after, int limit)
            throws SQLException {
        // a place is the head's name, the head, the rank in the family, the row
        String[] place = after == null ? new String[] {"", "0", "0", "0"} : after.split("\n", -1);
        String words = typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        List<CoveredPerson> rows = Rows.list(connection, """
                SELECT * FROM (
                    SELECT a.numero, a.personne, a.assure, a.qualite, a.debut, least(a.fin, k.fin) AS fin, p.date_naissance,
                           fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage) AS nom,
                           lower(public.unaccent(coalesce(h.nom_usage, h.nom_naissance) || ' ' || h.prenoms)) COLLATE "C" AS chef,
                           CASE a.qualite WHEN 'ASSURE' THEN 0 WHEN 'CONJOINT' THEN 1 ELSE 2 END AS rang,
                           ' ' || lower(public.unaccent(concat_ws(' ', p.nom_usage, p.nom_naissance, p.prenoms))) AS mots
                    FROM fr.contrat k
                    JOIN fr.affiliation a ON a.contrat = k.numero
                    JOIN fr.personne p ON p.numero = a.personne
                    JOIN fr.personne h ON h.numero = a.assure
                    WHERE k.numero = ? AND a.dispense IS NULL AND (a.fin IS NULL OR a.fin >= ?) AND (k.fin IS NULL OR k.fin >= ?)
                ) gens
                WHERE NOT EXISTS (SELECT FROM string_to_table(lower(public.unaccent(?)), ' ') mot WHERE mots NOT LIKE '% ' || mot || '%')
                  AND (chef, assure, rang, numero) > (? COLLATE "C", ?, ?, ?)
                ORDER BY chef, assure, rang, numero LIMIT ?
                """, row -> new CoveredPerson(new FileRef(country, FileKind.MEMBER, row.getString("personne")), row.getString("nom"),
                        row.getObject("date_naissance", LocalDate.class), FrLabels.role(row.getString("qualite")),
                        row.getLong("assure") == row.getLong("personne"), row.getObject("debut", LocalDate.class),
                        Rows.day(row, "fin"), row.getString("chef") + "\n" + row.getLong("assure") + "\n" + row.getInt("rang")
                        + "\n" + row.getLong("numero")),
                contract, day, day, words, place[0], Long.valueOf(place[1]), Integer.valueOf(place[2]), Long.valueOf(place[3]),
                limit + 1);
        return new Page<>(rows.subList(0, Math.min(limit, rows.size())), rows.size() > limit);
    }
}
