package io.guichet.country.be;

import static io.guichet.country.binding.CardQuery.shown;

import io.guichet.country.binding.CardQuery;
import io.guichet.country.binding.CardQuery.RelatedQuery;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import java.util.List;
import java.util.Optional;

/// Belgian employers, policies and statements in their first form.
final class BeCards {

    private BeCards() {
    }

    static List<CardQuery> all(CountryCode country) {
        return List.of(werkgever(country), polis(country), afrekening(country));
    }

    private static CardQuery werkgever(CountryCode country) {
        return new CardQuery(country, FileKind.COMPANY, Optional::of, """
                SELECT naam, ondernemingsnummer, paritair_comite, personeel, taal, postcode, gemeente
                FROM be.werkgever WHERE ondernemingsnummer = ?
                """, List.of(new FieldGroup("be.company.group.company", List.of(
                shown("be.company.number", new FieldType.Identifier(BeIdentifiers.ENTERPRISE),
                        "werkgever.ondernemingsnummer"),
                shown("be.company.jointCommittee", new FieldType.Text(6), "werkgever.paritair_comite"),
                shown("be.company.employees", new FieldType.Text(9), "werkgever.personeel"),
                shown("be.company.language", new FieldType.Choice(List.of("nl", "fr", "de")), "werkgever.taal"),
                shown("be.company.postcode", new FieldType.Text(4), "werkgever.postcode"),
                shown("be.company.city", new FieldType.Text(80), "werkgever.gemeente")))),
                List.of(new RelatedQuery(FileKind.CONTRACT, """
                        SELECT nummer, nummer FROM be.polis WHERE werkgever = ? ORDER BY begin DESC, nummer LIMIT 50
                        """)));
    }

    private static CardQuery polis(CountryCode country) {
        return new CardQuery(country, FileKind.CONTRACT, Optional::of, """
                SELECT nummer, nummer, tak, begin, einde FROM be.polis WHERE nummer = ?
                """, List.of(new FieldGroup("be.contract.group.contract", List.of(
                shown("be.contract.number", new FieldType.Text(9), "polis.nummer"),
                shown("be.contract.formula", new FieldType.Choice(List.of("HOSPITALISATIE", "AMBULANT", "TANDZORG")),
                        "polis.tak"),
                shown("be.contract.start", new FieldType.Day(), "polis.begin"),
                shown("be.contract.end", new FieldType.Day(), "polis.einde")))),
                List.of(new RelatedQuery(FileKind.COMPANY, """
                        SELECT w.ondernemingsnummer, w.naam
                        FROM be.polis p JOIN be.werkgever w ON w.ondernemingsnummer = p.werkgever
                        WHERE p.nummer = ?
                        """)));
    }

    private static CardQuery afrekening(CountryCode country) {
        return new CardQuery(country, FileKind.CLAIM, Optional::of, """
                SELECT '+++' || left(ogm, 3) || '/' || substr(ogm, 4, 4) || '/' || right(ogm, 5) || '+++',
                       ogm, ontvangen, toestand
                FROM be.afrekening WHERE ogm = ?
                """, List.of(new FieldGroup("be.claim.group.claim", List.of(
                shown("be.claim.number", new FieldType.Identifier(BeIdentifiers.OGM), "afrekening.ogm"),
                shown("be.claim.received", new FieldType.Day(), "afrekening.ontvangen"),
                shown("be.claim.state", new FieldType.Choice(
                        List.of("ONTVANGEN", "IN_BEHANDELING", "BEREKEND", "BETAALD", "GEWEIGERD")),
                        "afrekening.toestand")))),
                List.of(new RelatedQuery(FileKind.MEMBER, """
                        SELECT v.nummer, be.roepnaam(v.voornamen, v.naam)
                        FROM be.afrekening f JOIN be.verzekerde v ON v.nummer = f.verzekerde
                        WHERE f.ogm = ?
                        """), new RelatedQuery(FileKind.CONTRACT, """
                        SELECT polis, polis FROM be.afrekening WHERE ogm = ?
                        """)));
    }
}
