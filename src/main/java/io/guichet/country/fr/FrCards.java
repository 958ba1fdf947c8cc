package io.guichet.country.fr;

import static io.guichet.country.binding.CardQuery.shown;

import io.guichet.country.binding.CardQuery;
import io.guichet.country.binding.CardQuery.RelatedQuery;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import java.util.List;
import java.util.Optional;

/// French companies, contracts and statements in their first form.
final class FrCards {

    private FrCards() {
    }

    static List<CardQuery> all(CountryCode country) {
        return List.of(entreprise(country), contrat(country), decompte(country));
    }

    private static CardQuery entreprise(CountryCode country) {
        return new CardQuery(country, FileKind.COMPANY, Optional::of, """
                SELECT raison_sociale, siren, idcc, effectif, adresse, code_postal, commune
                FROM fr.entreprise WHERE siren = ?
                """, List.of(new FieldGroup("fr.company.group.company", List.of(
                shown("fr.company.siren", new FieldType.Identifier(FrIdentifiers.SIREN), "entreprise.siren"),
                shown("fr.company.idcc", new FieldType.Text(4), "entreprise.idcc"),
                shown("fr.company.employees", new FieldType.Text(9), "entreprise.effectif"),
                shown("fr.company.address", new FieldType.Text(120), "entreprise.adresse"),
                shown("fr.company.postcode", new FieldType.Text(5), "entreprise.code_postal"),
                shown("fr.company.city", new FieldType.Text(80), "entreprise.commune")))),
                List.of(new RelatedQuery(FileKind.CONTRACT, """
                        SELECT k.numero, k.numero FROM fr.contrat_collectif c JOIN fr.contrat k ON k.numero = c.numero
                        WHERE c.entreprise = ? ORDER BY k.effet DESC, k.numero LIMIT 50
                        """)));
    }

    private static CardQuery contrat(CountryCode country) {
        return new CardQuery(country, FileKind.CONTRACT, FrMembers::key, """
                SELECT k.numero, k.numero, f.structure, p.responsable, k.effet, k.fin
                FROM fr.contrat k
                LEFT JOIN LATERAL (SELECT structure, produit FROM fr.formule WHERE contrat = k.numero ORDER BY debut DESC LIMIT 1) f ON true
                LEFT JOIN fr.produit p ON p.code = f.produit
                WHERE k.numero = ?
                """, List.of(new FieldGroup("fr.contract.group.contract", List.of(
                shown("fr.contract.number", new FieldType.Text(18), "contrat_collectif.numero"),
                shown("fr.contract.structure", new FieldType.Choice(List.of("ISOLE", "DUO", "FAMILLE", "UNIFORME")),
                        "contrat_collectif.structure"),
                shown("fr.contract.responsible", new FieldType.Flag(), "contrat_collectif.responsable"),
                shown("fr.contract.start", new FieldType.Day(), "contrat_collectif.effet"),
                shown("fr.contract.end", new FieldType.Day(), "contrat_collectif.fin")))),
                List.of(new RelatedQuery(FileKind.COMPANY, """
                        SELECT e.siren, e.raison_sociale
                        FROM fr.contrat_collectif k JOIN fr.entreprise e ON e.siren = k.entreprise
                        WHERE k.numero = ?
                        """)));
    }

    private static CardQuery decompte(CountryCode country) {
        return new CardQuery(country, FileKind.CLAIM, FrMembers::key, """
                SELECT numero, numero, recu, etat FROM fr.decompte WHERE numero = ?
                """, List.of(new FieldGroup("fr.claim.group.claim", List.of(
                shown("fr.claim.number", new FieldType.Text(18), "decompte.numero"),
                shown("fr.claim.received", new FieldType.Day(), "decompte.recu"),
                shown("fr.claim.state", new FieldType.Choice(List.of("RECU", "EN_COURS", "LIQUIDE", "PAYE", "REJETE")),
                        "decompte.etat")))),
                List.of(new RelatedQuery(FileKind.MEMBER, """
                        SELECT p.numero, fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage)
                        FROM fr.decompte d JOIN fr.personne p ON p.numero = d.personne
                        WHERE d.numero = ?
                        """)));
    }
}
