package io.guichet.country.fr;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.Fact;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.country.fr.sql.Rows;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person compares before and after a change: the contract's terms, each member's cover and particulars.
final class FrFacts {

    private static final FieldType TEXT = new FieldType.Text(120);
    private static final FieldType DAY = new FieldType.Day();

    private final CountryCode country;

    FrFacts(CountryCode country) {
        this.country = country;
    }

    List<Fact> of(Connection connection, AmendmentOrder order, Set<FileRef> members) throws SQLException {
        Optional<Long> contract = FrMembers.key(order.contract());
        if (contract.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(contract(connection, contract.get(), order));
        for (FileRef member : members.stream().sorted(Comparator.comparing(FileRef::reference)).toList()) {
            Optional<Long> person = FrMembers.key(member.reference());
            if (person.isPresent()) {
                facts.addAll(member(connection, contract.get(), person.get(), member, order));
            }
        }
        return facts;
    }

    private List<Fact> contract(Connection connection, long contract, AmendmentOrder order) throws SQLException {
        FileRef about = new FileRef(country, FileKind.CONTRACT, order.contract());
        return Rows.first(connection, """
                SELECT k.effet, k.fin, r.libelle AS produit, o.libelle AS niveau, f.structure, f.part_employeur
                FROM fr.contrat k
                LEFT JOIN fr.formule f ON f.contrat = k.numero AND f.debut <= ? AND (f.fin IS NULL OR f.fin >= ?)
                LEFT JOIN fr.produit r ON r.code = f.produit
                LEFT JOIN fr.option o ON o.produit = f.produit AND o.code = f.option
                WHERE k.numero = ?
                """, row -> List.of(
                        fact(about, order.contract(), "fr.contract.product", TEXT, row.getString("produit")),
                        fact(about, order.contract(), "fr.contract.level", TEXT, row.getString("niveau")),
                        fact(about, order.contract(), "fr.contract.structure",
                                new FieldType.Choice(List.of("ISOLE", "DUO", "FAMILLE", "UNIFORME")), row.getString("structure")),
                        fact(about, order.contract(), "fr.contract.share", new FieldType.Figure(Unit.PERCENT), row.getString("part_employeur") == null ? null
                                : FrLabels.percent(row.getLong("part_employeur")).toPlainString()),
                        fact(about, order.contract(), "fr.contract.end", DAY, day(row, "fin"))),
                order.effective(), order.effective(), contract).orElse(List.of());
    }

    private List<Fact> member(Connection connection, long contract, long person, FileRef about, AmendmentOrder order)
            throws SQLException {
        LocalDate day = order.effective();
        // the cover of that day, else the one before: what a termination ended
        Optional<List<Fact>> found = Rows.first(connection, """
                SELECT fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage) AS nom, a.qualite, a.debut, a.fin, a.dispense,
                       a.portabilite, o.libelle AS niveau, c.adresse, c.code_postal, c.commune, b.iban
                FROM fr.personne p
                LEFT JOIN fr.coordonnees c ON c.personne = p.numero
                LEFT JOIN fr.compte_bancaire b ON b.personne = p.numero
                LEFT JOIN LATERAL (SELECT * FROM fr.affiliation x WHERE x.personne = p.numero AND x.contrat = ?
                    ORDER BY (x.debut <= ? AND (x.fin IS NULL OR x.fin >= ?)) DESC, x.debut DESC LIMIT 1) a ON true
                LEFT JOIN fr.choix_option h ON h.contrat = a.contrat AND h.assure = a.assure AND h.debut <= ?
                    AND (h.fin IS NULL OR h.fin >= ?)
                LEFT JOIN fr.option o ON o.produit = h.produit AND o.code = h.option
                WHERE p.numero = ?
                """, row -> facts(about, row.getString("nom"), row, order), contract, day, day, day, day, person);
        return found.isPresent() ? found.get() : facts(about, "", null, order);
    }

    private List<Fact> facts(FileRef about, String name, @Nullable ResultSet row, AmendmentOrder order) throws SQLException {
        List<Fact> facts = new ArrayList<>(List.of(
                fact(about, name, "fr.cover.role", new FieldType.Choice(List.of("ASSURE", "CONJOINT", "ENFANT")), text(row, "qualite")),
                fact(about, name, "fr.cover.from", DAY, day(row, "debut")),
                fact(about, name, "fr.cover.to", DAY, day(row, "fin")),
                fact(about, name, "fr.cover.level", TEXT, text(row, "niveau")),
                fact(about, name, "fr.amendment.dispense.reason", new FieldType.Choice(List.of("CONJOINT", "CDD", "TEMPS_PARTIEL",
                        "CSS", "CONTRAT_INDIVIDUEL")), text(row, "dispense")),
                fact(about, name, "fr.cover.portability", DAY, day(row, "portabilite"))));
        if (order.kind().equals("address")) {
            facts.add(fact(about, name, "fr.member.address", TEXT, text(row, "adresse")));
            facts.add(fact(about, name, "fr.member.postcode", TEXT, text(row, "code_postal")));
            facts.add(fact(about, name, "fr.member.city", TEXT, text(row, "commune")));
        } else if (order.kind().equals("bank")) {
            facts.add(fact(about, name, "fr.member.iban", new FieldType.Identifier(new Iban()), text(row, "iban")));
        }
        return facts;
    }

    private static @Nullable String text(@Nullable ResultSet row, String column) throws SQLException {
        return row == null ? null : row.getString(column);
    }

    private static @Nullable String day(@Nullable ResultSet row, String column) throws SQLException {
        LocalDate day = row == null ? null : Rows.day(row, column);
        return day == null ? null : day.toString();
    }

    private static Fact fact(FileRef about, String name, String key, FieldType type, @Nullable String value) {
        return new Fact(about, name, UserMessage.of(key), type, value, key);
    }
}
