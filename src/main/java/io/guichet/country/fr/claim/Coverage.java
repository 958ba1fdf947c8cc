package io.guichet.country.fr.claim;

import io.guichet.country.fr.adjudication.Guarantee;
import io.guichet.country.fr.adjudication.Mode;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.sql.Rows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the tables say of one person's cover, asked day by day.
final class Coverage implements Covers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Connection connection;
    private final long person;
    private final Map<LocalDate, Optional<Cover>> days = new HashMap<>();

    Coverage(Connection connection, long person) {
        this.connection = connection;
        this.person = person;
    }

    @Override
    public Optional<Cover> on(LocalDate day) throws SQLException {
        Optional<Cover> known = days.get(day);
        if (known == null) {
            known = read(day);
            days.put(day, known);
        }
        return known;
    }

    private record Terms(String product, String level, boolean responsible, LocalDate birth, long head) {
    }

    private Optional<Cover> read(LocalDate day) throws SQLException {
        Optional<Terms> found = Rows.first(connection, """
                SELECT f.produit, coalesce(c.option, f.option) AS niveau, r.responsable, p.date_naissance, a.assure
                FROM fr.affiliation a
                JOIN fr.personne p ON p.numero = a.personne
                JOIN fr.contrat k ON k.numero = a.contrat AND k.effet <= ? AND (k.fin IS NULL OR k.fin >= ?)
                    AND (k.suspendu_depuis IS NULL OR k.suspendu_depuis > ?)
                JOIN fr.formule f ON f.contrat = a.contrat AND f.debut <= ? AND (f.fin IS NULL OR f.fin >= ?)
                JOIN fr.produit r ON r.code = f.produit
                LEFT JOIN fr.choix_option c ON c.contrat = a.contrat AND c.assure = a.assure AND c.produit = f.produit
                    AND c.debut <= ? AND (c.fin IS NULL OR c.fin >= ?)
                WHERE a.personne = ? AND a.dispense IS NULL AND a.debut <= ? AND (a.fin IS NULL OR a.fin >= ?)
                ORDER BY (a.qualite = 'ASSURE') DESC, a.debut, a.contrat LIMIT 1
                """, row -> new Terms(row.getString("produit"), row.getString("niveau"), row.getBoolean("responsable"),
                        row.getObject("date_naissance", LocalDate.class), row.getLong("assure")),
                day, day, day, day, day, day, day, person, day, day);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Terms terms = found.get();
        return Optional.of(new Cover(terms.product(), terms.level(), terms.responsible(), terms.birth(), terms.head(), plan(terms, day)));
    }

    private Plan plan(Terms terms, LocalDate day) throws SQLException {
        return Plan.of(terms.responsible(), Rows.list(connection, """
                SELECT code, mode, taux, taux_non_optam, montant, forfait, plafond_annuel, plafond_nombre FROM fr.garantie
                WHERE produit = ? AND option = ? AND debut <= ? AND (fin IS NULL OR fin >= ?)
                """, Coverage::guarantee, terms.product(), terms.level(), day, day));
    }

    static Guarantee guarantee(ResultSet row) throws SQLException {
        Long others = Rows.number(row, "taux_non_optam");
        return new Guarantee(row.getString("code"), Mode.ofStored(row.getString("mode")), percent(row.getLong("taux")),
                others == null ? null : percent(others), row.getLong("montant"), row.getLong("forfait"), row.getLong("plafond_annuel"),
                row.getInt("plafond_nombre"));
    }

    private static BigDecimal percent(long percent) {
        return BigDecimal.valueOf(percent).divide(HUNDRED);
    }
}
