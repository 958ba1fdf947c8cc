package io.guichet.country.fr;

import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.country.fr.Premium.AgeFactor;
import io.guichet.country.fr.Premium.Family;
import io.guichet.country.fr.Premium.Part;
import io.guichet.country.fr.Premium.Price;
import io.guichet.country.fr.Premium.Result;
import io.guichet.country.fr.Premium.Role;
import io.guichet.country.fr.Premium.Terms;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what a contract's premium of a day is made of, and says how it comes about.
final class FrPremiums {

    private FrPremiums() {
    }

    private record Agreed(String product, boolean byAge, boolean collective, Terms terms) {
    }

    static List<PremiumLine> lines(Connection connection, long contract, LocalDate day) throws SQLException {
        Optional<Agreed> agreed = agreed(connection, contract, day);
        if (agreed.isEmpty()) {
            return List.of(new PremiumLine(Kind.TOTAL, UserMessage.of("fr.premium.total"),
                    UserMessage.of("fr.premium.notRunning"), Money.ZERO));
        }
        Terms terms = agreed.get().terms();
        Result result = Premium.of(terms, families(connection, contract, day, agreed.get()));
        List<PremiumLine> lines = new ArrayList<>();
        for (Part part : result.parts()) {
            lines.add(new PremiumLine(Kind.NET, label(part.role(), terms), reason(part, agreed.get()), Money.euros(part.amount())));
        }
        lines.add(new PremiumLine(Kind.TAX, UserMessage.of("fr.premium.tax"),
                UserMessage.of("fr.premium.taxReason", FrLabels.percent(terms.taxRate())), Money.euros(result.tax())));
        lines.add(new PremiumLine(Kind.TOTAL, UserMessage.of("fr.premium.total"), UserMessage.of("fr.premium.totalReason"),
                Money.euros(result.total())));
        if (agreed.get().collective()) {
            lines.add(new PremiumLine(Kind.EMPLOYER_SHARE, UserMessage.of("fr.premium.employer"),
                    UserMessage.of("fr.premium.employerReason", FrLabels.percent(terms.employerShare())),
                    Money.euros(result.employer())));
        }
        lines.add(new PremiumLine(Kind.MEMBER_SHARE, UserMessage.of("fr.premium.member"),
                UserMessage.of("fr.premium.memberReason"), Money.euros(result.member())));
        return lines;
    }

    private static UserMessage label(Role role, Terms terms) {
        return UserMessage.of("fr.premium.part", FrLabels.of("fr.premium.role", role.role()),
                FrLabels.of("fr.premium.level", role.level().equals(terms.mandatory()) ? "MANDATORY" : role.level()));
    }

    private static UserMessage reason(Part part, Agreed agreed) {
        Price price = agreed.terms().prices().get(part.role());
        if (price == null) {
            throw new IllegalStateException("no tariff for " + part.role());
        }
        if (price.ofCeiling()) {
            return UserMessage.of("fr.premium.ofCeiling", part.count(), FrLabels.percent(price.amount()),
                    Money.euros(agreed.terms().ceiling()));
        }
        return UserMessage.of(agreed.byAge() ? "fr.premium.byAge" : "fr.premium.tariff", part.count(), Money.euros(price.amount()));
    }

    private static Optional<Agreed> agreed(Connection connection, long contract, LocalDate day) throws SQLException {
        Optional<Agreed> found = Rows.first(connection, """
                SELECT f.produit, f.option, f.structure, f.part_employeur, p.par_age, k.genre,
                       (SELECT valeur FROM fr.parametre t WHERE t.code = CASE WHEN p.responsable THEN 'TSA_RESPONSABLE'
                            ELSE 'TSA_NON_RESPONSABLE' END AND t.debut <= ?::date AND (t.fin IS NULL OR t.fin >= ?::date)) AS tsa,
                       (SELECT valeur FROM fr.parametre t WHERE t.code = 'PMSS' AND t.debut <= ?::date
                            AND (t.fin IS NULL OR t.fin >= ?::date)) AS pmss
                FROM fr.contrat k
                JOIN fr.formule f ON f.contrat = k.numero AND f.debut <= ? AND (f.fin IS NULL OR f.fin >= ?)
                JOIN fr.produit p ON p.code = f.produit
                WHERE k.numero = ? AND k.effet <= ? AND (k.fin IS NULL OR k.fin >= ?)
                """, row -> new Agreed(row.getString("produit"), row.getBoolean("par_age"), row.getString("genre").equals("COLLECTIF"),
                        new Terms(row.getString("structure"), row.getString("option"), row.getInt("part_employeur"),
                                row.getInt("tsa"), row.getLong("pmss"), Map.of(), List.of())),
                day, day, day, day, day, day, contract, day, day);
        if (found.isEmpty()) {
            return found;
        }
        Agreed agreed = found.get();
        Map<Role, Price> prices = new HashMap<>();
        Rows.list(connection, """
                SELECT option, role, montant, part_pmss FROM fr.tarif
                WHERE produit = ? AND debut <= ? AND (fin IS NULL OR fin >= ?)
                """, row -> prices.put(new Role(row.getString("option"), row.getString("role")), price(row)), agreed.product(), day, day);
        List<AgeFactor> ages = agreed.byAge() ? Rows.list(connection, """
                SELECT age_minimum, age_maximum, facteur FROM fr.facteur_age
                WHERE produit = ? AND debut <= ? AND (fin IS NULL OR fin >= ?) ORDER BY age_minimum
                """, row -> new AgeFactor(row.getInt(1), row.getInt(2), row.getInt(3)), agreed.product(), day, day) : List.of();
        Terms terms = agreed.terms();
        // a contract from before there were products has no tariff: it costs what its own papers say, not what we invent
        if (prices.keySet().stream().noneMatch(role -> role.role().equals(terms.structure()))) {
            return Optional.empty();
        }
        return Optional.of(new Agreed(agreed.product(), agreed.byAge(), agreed.collective(), new Terms(terms.structure(),
                terms.mandatory(), terms.employerShare(), terms.taxRate(), terms.ceiling(), prices, ages)));
    }

    private static Price price(ResultSet row) throws SQLException {
        Long amount = Rows.number(row, "montant");
        return amount == null ? new Price(row.getLong("part_pmss"), true) : new Price(amount, false);
    }

    /// Families that pay on that day, alike ones counted together; who keeps cover after leaving, or is exempt, pays nothing.
    private static List<Family> families(Connection connection, long contract, LocalDate day, Agreed agreed) throws SQLException {
        return Rows.list(connection, """
                SELECT niveau, chef, adultes, enfants, count(*) AS nombre
                FROM (SELECT coalesce((SELECT c.option FROM fr.choix_option c WHERE c.contrat = a.contrat AND c.assure = a.assure
                                AND c.produit = ? AND c.debut <= ? AND (c.fin IS NULL OR c.fin >= ?)), ?) AS niveau,
                             max(age.annees) FILTER (WHERE a.qualite = 'ASSURE') AS chef,
                             coalesce(array_agg(age.annees ORDER BY age.annees DESC) FILTER (WHERE a.qualite = 'CONJOINT'), '{}') AS adultes,
                             coalesce(array_agg(age.annees ORDER BY age.annees DESC) FILTER (WHERE a.qualite = 'ENFANT'), '{}') AS enfants,
                             bool_or(a.qualite = 'ASSURE' AND a.dispense IS NULL AND (a.portabilite IS NULL OR a.portabilite > ?)) AS paie
                      FROM fr.affiliation a
                      JOIN fr.personne p ON p.numero = a.personne
                      CROSS JOIN LATERAL (SELECT CASE WHEN ? THEN extract(year FROM ?::date) - extract(year FROM p.date_naissance)
                                                 ELSE 0 END::integer AS annees) age
                      WHERE a.contrat = ? AND a.debut <= ? AND (a.fin IS NULL OR a.fin >= ?)
                      GROUP BY a.contrat, a.assure) familles
                WHERE paie
                GROUP BY niveau, chef, adultes, enfants
                ORDER BY niveau, chef, adultes, enfants
                """, row -> new Family(row.getString("niveau"), row.getInt("chef"), ages(row.getArray("adultes")),
                        ages(row.getArray("enfants")), row.getLong("nombre")),
                agreed.product(), day, day, agreed.terms().mandatory(), day, agreed.byAge(), day, contract, day, day);
    }

    private static List<Integer> ages(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }
}
