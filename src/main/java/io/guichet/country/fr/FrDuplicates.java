package io.guichet.country.fr;

import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// Who a newcomer may already be: somebody with the same NIR, or with the same name and birth date.
final class FrDuplicates {

    private FrDuplicates() {
    }

    /// Somebody on file.
    ///
    /// @param sameNir it is the same person; otherwise it may be
    record Known(long person, String name, LocalDate birth, boolean sameNir) {
    }

    static List<Known> of(Connection connection, FieldValues values) throws SQLException {
        String nir = values.get("fr.member.nir").map(typed -> typed.substring(0, Nir.WITHOUT_KEY)).orElse(null);
        return Rows.list(connection, """
                SELECT p.numero, fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage) AS nom, p.date_naissance,
                       p.nir IS NOT DISTINCT FROM ?::text AND p.nir IS NOT NULL AS meme_nir
                FROM fr.personne p
                WHERE p.nir = ?::text
                UNION
                SELECT p.numero, fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage), p.date_naissance,
                       p.nir IS NOT DISTINCT FROM ?::text AND p.nir IS NOT NULL
                FROM fr.personne p
                WHERE p.date_naissance = ?::date
                  AND lower(public.unaccent(?)) IN (lower(public.unaccent(p.nom_naissance)), lower(public.unaccent(p.nom_usage)))
                  AND split_part(lower(public.unaccent(p.prenoms)), ' ', 1) = split_part(lower(public.unaccent(?)), ' ', 1)
                ORDER BY meme_nir DESC, numero LIMIT 20
                """, row -> new Known(row.getLong("numero"), row.getString("nom"), row.getObject("date_naissance", LocalDate.class),
                        row.getBoolean("meme_nir")), nir, nir, nir, values.get("fr.member.birthDate").orElse(null),
                values.get("fr.member.birthName").orElse(""), values.get("fr.member.firstNames").orElse(""));
    }
}
