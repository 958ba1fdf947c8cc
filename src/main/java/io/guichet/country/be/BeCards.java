package io.guichet.country.be;

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

/// Belgian employers, policies and statements at a glance. What a policy is on other days, its screen says.
final class BeCards {

    private static final FieldType AMOUNT = new FieldType.Figure(Unit.MONEY);

    private static final List<String> ACTS = List.of("HUISARTS", "SPECIALIST", "KINE", "TANDPREVENTIE", "TANDZORG",
            "TANDPROTHESE", "ORTHODONTIE", "HOSPITALISATIE", "BEVALLING");

    private BeCards() {
    }

    static List<CardQuery> all(CountryCode country) {
        return List.of(werkgever(country), polis(country), afrekening(country));
    }

    private static CardQuery werkgever(CountryCode country) {
        return new CardQuery(country, FileKind.COMPANY, Optional::of, """
                SELECT naam, ondernemingsnummer, paritair_comite, personeel, taal, email, straat, huisnummer, postcode, gemeente
                FROM be.werkgever WHERE ondernemingsnummer = ?
                """, List.of(new FieldGroup("be.company.group.company", List.of(
                shown("be.company.number", new FieldType.Identifier(BeIdentifiers.ENTERPRISE),
                        "werkgever.ondernemingsnummer"),
                shown("be.company.jointCommittee", new FieldType.Text(6), "werkgever.paritair_comite"),
                shown("be.company.employees", new FieldType.Figure(Unit.NUMBER), "werkgever.personeel"),
                shown("be.company.language", new FieldType.Choice(List.of("nl", "fr", "de")), "werkgever.taal"),
                shown("be.company.email", new FieldType.Email(), "werkgever.email"),
                shown("be.company.street", new FieldType.Text(100), "werkgever.straat"),
                shown("be.company.houseNumber", new FieldType.Text(10), "werkgever.huisnummer"),
                shown("be.company.postcode", new FieldType.Text(4), "werkgever.postcode"),
                shown("be.company.city", new FieldType.Text(80), "werkgever.gemeente")))),
                List.of(new RelatedQuery(FileKind.CONTRACT, """
                        SELECT p.nummer, p.nummer || ' ' || f.naam FROM be.polis p
                        JOIN LATERAL (SELECT x.formule FROM be.polis_formule x WHERE x.polis = p.nummer
                                      ORDER BY x.begin DESC LIMIT 1) pf ON true
                        JOIN be.formule f ON f.code = pf.formule
                        WHERE p.werkgever = ? ORDER BY p.begin DESC, p.nummer LIMIT 50
                        """)));
    }

    private static CardQuery polis(CountryCode country) {
        return new CardQuery(country, FileKind.CONTRACT, Optional::of, """
                SELECT p.nummer, p.nummer, p.tak, f.naam, p.soort, p.begin, p.einde, p.geschorst_vanaf, p.vervalmaand,
                       CASE WHEN p.soort = 'COLLECTIEF' THEN pf.werkgeversaandeel END
                FROM be.polis p
                JOIN LATERAL (SELECT x.formule, x.werkgeversaandeel FROM be.polis_formule x WHERE x.polis = p.nummer
                              ORDER BY x.begin > current_date, abs(x.begin - current_date) LIMIT 1) pf ON true
                JOIN be.formule f ON f.code = pf.formule
                WHERE p.nummer = ?
                """, List.of(new FieldGroup("be.contract.group.contract", List.of(
                shown("be.contract.number", new FieldType.Text(9), "polis.nummer"),
                shown("be.contract.formula", new FieldType.Choice(List.of("HOSPITALISATIE", "AMBULANT", "TANDZORG")),
                        "polis.tak"),
                shown("be.contract.product", new FieldType.Text(80), "polis_formule.formule"),
                shown("be.contract.kind", new FieldType.Choice(List.of("COLLECTIEF", "INDIVIDUEEL")), "polis.soort"),
                shown("be.contract.start", new FieldType.Day(), "polis.begin"),
                shown("be.contract.end", new FieldType.Day(), "polis.einde"),
                shown("be.contract.suspendedFrom", new FieldType.Day(), "polis.geschorst_vanaf"),
                shown("be.contract.dueMonth", new FieldType.Figure(Unit.MONTH), "polis.vervalmaand"),
                shown("be.contract.employerShare", new FieldType.Figure(Unit.PERCENT), "polis_formule.werkgeversaandeel")))),
                List.of(new RelatedQuery(FileKind.COMPANY, """
                        SELECT w.ondernemingsnummer, w.naam
                        FROM be.polis p JOIN be.werkgever w ON w.ondernemingsnummer = p.werkgever
                        WHERE p.nummer = ?
                        """), new RelatedQuery(FileKind.CONTRACT, """
                        SELECT voortzetting_van, voortzetting_van FROM be.polis WHERE nummer = ? AND voortzetting_van IS NOT NULL
                        """)));
    }

    private static CardQuery afrekening(CountryCode country) {
        return new CardQuery(country, FileKind.CLAIM, Optional::of, """
                SELECT '+++' || left(f.ogm, 3) || '/' || substr(f.ogm, 4, 4) || '/' || right(f.ogm, 5) || '+++',
                       f.ogm, f.rubriek, m.naam, o.kamer, z.naam, f.eerste_zorg, f.laatste_zorg, f.ontvangen, f.toestand,
                       f.gevraagd || ' EUR', f.mutualiteit || ' EUR', f.andere || ' EUR', f.terugbetaald || ' EUR', f.eigen_deel || ' EUR',
                       CASE WHEN f.soort = 'VERBLIJF' THEN f.franchise || ' EUR' END, f.begunstigde, f.betaald_op, right(f.rekening, 4)
                FROM be.afrekening f
                JOIN be.formule m ON m.code = f.formule
                LEFT JOIN be.opname o ON o.nummer = f.opname
                LEFT JOIN be.ziekenhuis z ON z.erkenning = o.ziekenhuis
                WHERE f.ogm = ?
                """, List.of(new FieldGroup("be.claim.group.claim", List.of(
                shown("be.claim.number", new FieldType.Identifier(BeIdentifiers.OGM), "afrekening.ogm"),
                shown("be.claim.act", new FieldType.Choice(ACTS), "afrekening.rubriek"),
                shown("be.claim.formula", new FieldType.Text(80), "afrekening.formule"),
                shown("be.claim.room", new FieldType.Choice(List.of("EENPERSOONS", "TWEEPERSOONS", "GEMEENSCHAPPELIJK")),
                        "opname.kamer"),
                shown("be.claim.hospital", new FieldType.Text(120), "opname.ziekenhuis"),
                shown("be.claim.firstDay", new FieldType.Day(), "afrekening.eerste_zorg"),
                shown("be.claim.lastDay", new FieldType.Day(), "afrekening.laatste_zorg"),
                shown("be.claim.received", new FieldType.Day(), "afrekening.ontvangen"),
                shown("be.claim.state", new FieldType.Choice(
                        List.of("ONTVANGEN", "IN_BEHANDELING", "BEREKEND", "BETAALD", "GEWEIGERD")),
                        "afrekening.toestand"))),
                new FieldGroup("be.claim.group.amounts", List.of(
                        shown("be.claim.charged", AMOUNT, "afrekening.gevraagd"),
                        shown("be.claim.mutuality", AMOUNT, "afrekening.mutualiteit"),
                        shown("be.claim.others", AMOUNT, "afrekening.andere"),
                        shown("be.claim.reimbursed", AMOUNT, "afrekening.terugbetaald"),
                        shown("be.claim.ownShare", AMOUNT, "afrekening.eigen_deel"),
                        shown("be.claim.deductible", AMOUNT, "afrekening.franchise"),
                        shown("be.claim.payee", new FieldType.Choice(List.of("VERZEKERDE", "ZORGVERLENER", "ZIEKENHUIS")),
                                "afrekening.begunstigde"),
                        shown("be.claim.paidOn", new FieldType.Day(), "afrekening.betaald_op"),
                        shown("be.claim.accountEnd", new FieldType.Text(4), "afrekening.rekening")))),
                List.of(new TableQuery("be.claim.group.lines", List.of(
                        shown("be.claim.line.day", new FieldType.Day(), "factuurlijn.van"),
                        shown("be.claim.line.code", new FieldType.Text(6), "factuurlijn.code"),
                        shown("be.claim.line.act", new FieldType.Text(200), "prestatie.omschrijving"),
                        shown("be.claim.line.times", new FieldType.Figure(Unit.NUMBER), "factuurlijn.aantal"),
                        shown("be.claim.charged", AMOUNT, "factuurlijn.gevraagd"),
                        shown("be.claim.line.supplement", AMOUNT, "factuurlijn.ereloonsupplement"),
                        shown("be.claim.mutuality", AMOUNT, "factuurlijn.mutualiteit"),
                        shown("be.claim.reimbursed", AMOUNT, "factuurlijn.terugbetaald"),
                        shown("be.claim.ownShare", AMOUNT, "factuurlijn.eigen_deel")), """
                        SELECT l.van, l.code, p.omschrijving, nullif(l.aantal, 1), l.gevraagd || ' EUR',
                               nullif(l.ereloonsupplement + l.kamersupplement, 0) || ' EUR', l.mutualiteit || ' EUR',
                               l.terugbetaald || ' EUR', l.eigen_deel || ' EUR'
                        FROM be.factuurlijn l JOIN be.prestatie p ON p.code = l.code WHERE l.ogm = ? ORDER BY l.rang
                        """)),
                List.of(new RelatedQuery(FileKind.MEMBER, """
                        SELECT v.nummer, be.roepnaam(v.voornamen, v.naam)
                        FROM be.afrekening f JOIN be.verzekerde v ON v.nummer = f.verzekerde
                        WHERE f.ogm = ?
                        """), new RelatedQuery(FileKind.CONTRACT, """
                        SELECT polis, polis FROM be.afrekening WHERE ogm = ?
                        """)));
    }
}
