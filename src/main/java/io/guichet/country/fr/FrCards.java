package io.guichet.country.fr;

import static io.guichet.country.binding.CardQuery.shown;

import io.guichet.country.binding.CardQuery;
import io.guichet.country.binding.CardQuery.RelatedQuery;
import io.guichet.country.binding.CardQuery.TableQuery;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import java.util.List;
import java.util.Optional;

/// French companies, contracts and statements at a glance.
final class FrCards {

    private static final FieldType AMOUNT = new FieldType.Figure(Unit.MONEY);

    private FrCards() {
    }

    static List<CardQuery> all(CountryCode country) {
        return List.of(entreprise(country), contrat(country), decompte(country));
    }

    private static CardQuery entreprise(CountryCode country) {
        return new CardQuery(country, FileKind.COMPANY, Optional::of, """
                SELECT e.raison_sociale, e.siren, e.idcc, e.ape, e.effectif, e.creation, e.adresse, e.code_postal, e.commune,
                       e.telephone, e.courriel, s.siret,
                       (SELECT count(*) FROM fr.etablissement t WHERE t.entreprise = e.siren),
                       EXISTS (SELECT FROM fr.etablissement t WHERE t.entreprise = e.siren AND t.alsace_moselle)
                FROM fr.entreprise e LEFT JOIN fr.etablissement s ON s.entreprise = e.siren AND s.siege
                WHERE e.siren = ?
                """, List.of(new FieldGroup("fr.company.group.company", List.of(
                shown("fr.company.siren", new FieldType.Identifier(FrIdentifiers.SIREN), "entreprise.siren"),
                shown("fr.company.idcc", new FieldType.Text(4), "entreprise.idcc"),
                shown("fr.company.activity", new FieldType.Text(5), "entreprise.ape"),
                shown("fr.company.employees", new FieldType.Figure(Unit.NUMBER), "entreprise.effectif"),
                shown("fr.company.registered", new FieldType.Day(), "entreprise.creation"),
                shown("fr.company.address", new FieldType.Text(120), "entreprise.adresse"),
                shown("fr.company.postcode", new FieldType.Text(5), "entreprise.code_postal"),
                shown("fr.company.city", new FieldType.Text(80), "entreprise.commune"),
                shown("fr.company.phone", new FieldType.Phone(country.value()), "entreprise.telephone"),
                shown("fr.company.email", new FieldType.Email(), "entreprise.courriel"))),
                new FieldGroup("fr.company.group.establishments", List.of(
                shown("fr.company.siret", new FieldType.Identifier(FrIdentifiers.SIRET), "etablissement.siret"),
                shown("fr.company.establishments", new FieldType.Figure(Unit.NUMBER), "etablissement.entreprise"),
                shown("fr.company.localScheme", new FieldType.Flag(), "etablissement.alsace_moselle")))),
                List.of(new RelatedQuery(FileKind.CONTRACT, """
                        SELECT k.numero, k.numero FROM fr.contrat_collectif c JOIN fr.contrat k ON k.numero = c.numero
                        WHERE c.entreprise = ? ORDER BY k.effet DESC, k.numero LIMIT 50
                        """)));
    }

    private static CardQuery contrat(CountryCode country) {
        return new CardQuery(country, FileKind.CONTRACT, FrMembers::key, """
                SELECT k.numero, k.numero, k.genre, p.libelle, o.libelle, f.structure, p.responsable, k.effet, k.fin, k.suspendu_depuis,
                       k.renouvellement
                FROM fr.contrat k
                LEFT JOIN LATERAL (SELECT * FROM fr.formule WHERE contrat = k.numero ORDER BY debut DESC LIMIT 1) f ON true
                LEFT JOIN fr.produit p ON p.code = f.produit
                LEFT JOIN fr.option o ON o.produit = f.produit AND o.code = f.option
                WHERE k.numero = ?
                """, List.of(new FieldGroup("fr.contract.group.contract", List.of(
                shown("fr.contract.number", new FieldType.Text(18), "contrat.numero"),
                shown("fr.contract.kind", new FieldType.Choice(List.of("COLLECTIF", "INDIVIDUEL")), "contrat.genre"),
                shown("fr.contract.product", new FieldType.Text(80), "produit.libelle"),
                shown("fr.contract.level", new FieldType.Text(80), "option.libelle"),
                shown("fr.contract.structure", new FieldType.Choice(List.of("ISOLE", "DUO", "FAMILLE", "UNIFORME")),
                        "formule.structure"),
                shown("fr.contract.responsible", new FieldType.Flag(), "produit.responsable"),
                shown("fr.contract.start", new FieldType.Day(), "contrat.effet"),
                shown("fr.contract.end", new FieldType.Day(), "contrat.fin"),
                shown("fr.contract.suspended", new FieldType.Day(), "contrat.suspendu_depuis"),
                shown("fr.contract.renewal", new FieldType.Figure(Unit.MONTH), "contrat.renouvellement")))),
                List.of(new RelatedQuery(FileKind.COMPANY, """
                        SELECT e.siren, e.raison_sociale
                        FROM fr.contrat_collectif k JOIN fr.entreprise e ON e.siren = k.entreprise
                        WHERE k.numero = ?
                        """), new RelatedQuery(FileKind.MEMBER, """
                        SELECT p.numero, fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage)
                        FROM fr.contrat_individuel i JOIN fr.personne p ON p.numero = i.souscripteur
                        WHERE i.numero = ?
                        """)));
    }

    /// A statement with its acts, one a line.
    private static CardQuery decompte(CountryCode country) {
        List<FieldGroup> groups = List.of(new FieldGroup("fr.claim.group.claim", List.of(
                shown("fr.claim.number", new FieldType.Text(18), "decompte.numero"),
                shown("fr.claim.received", new FieldType.Day(), "decompte.recu"),
                shown("fr.claim.care", new FieldType.Day(), "decompte.debut_soins"),
                shown("fr.claim.state", new FieldType.Choice(List.of("RECU", "EN_COURS", "LIQUIDE", "PAYE", "REJETE")),
                        "decompte.etat"),
                shown("fr.claim.charged", AMOUNT, "decompte.depense"),
                shown("fr.claim.amo", AMOUNT, "decompte.amo"),
                shown("fr.claim.amc", AMOUNT, "decompte.amc"),
                shown("fr.claim.left", AMOUNT, "decompte.reste"),
                shown("fr.claim.paid", new FieldType.Day(), "decompte.paye_le"),
                shown("fr.claim.account", new FieldType.Text(4), "decompte.compte_fin"))));
        return new CardQuery(country, FileKind.CLAIM, FrMembers::key, """
                SELECT numero, numero, recu, debut_soins, etat, round(depense / 100.0, 2) || ' EUR', round(amo / 100.0, 2) || ' EUR',
                       round(amc / 100.0, 2) || ' EUR', round(reste / 100.0, 2) || ' EUR', paye_le, compte_fin
                FROM fr.decompte WHERE numero = ?
                """, groups, List.of(new TableQuery("fr.claim.acts", List.of(
                shown("fr.claim.line.day", new FieldType.Day(), "acte.jour"),
                shown("fr.claim.line.code", new FieldType.Text(40), "acte.code"),
                shown("fr.claim.act", new FieldType.Choice(FrLabels.ACTS), "acte.code"),
                shown("fr.claim.line.times", new FieldType.Figure(Unit.NUMBER), "acte.quantite"),
                shown("fr.claim.charged", AMOUNT, "acte.depense"),
                shown("fr.claim.line.amo", AMOUNT, "acte.amo"),
                shown("fr.claim.line.amc", AMOUNT, "acte.amc"),
                shown("fr.claim.line.left", AMOUNT, "acte.reste")), """
                        SELECT jour, code, code, nullif(quantite, 1), round(depense / 100.0, 2) || ' EUR',
                               round(amo / 100.0, 2) || ' EUR', round(amc / 100.0, 2) || ' EUR', round(reste / 100.0, 2) || ' EUR'
                        FROM fr.acte WHERE decompte = ? ORDER BY rang
                        """)), List.of(new RelatedQuery(FileKind.MEMBER, """
                        SELECT p.numero, fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage)
                        FROM fr.decompte d JOIN fr.personne p ON p.numero = d.personne
                        WHERE d.numero = ?
                        """)));
    }
}
