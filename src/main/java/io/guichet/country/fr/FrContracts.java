package io.guichet.country.fr;

import io.guichet.country.binding.CardQuery;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.Offer;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.contract.PossibleDuplicate.Why;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.Product;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The contracts of France: of companies, and of the self-employed.
final class FrContracts implements ContractRecords {

    private static final List<FieldGroup> GROUPS = List.of(
            new FieldGroup("fr.contract.group.contract", List.of(
                    CardQuery.shown("fr.contract.number", new FieldType.Text(18), "contrat.numero"),
                    CardQuery.shown("fr.contract.kind", new FieldType.Choice(List.of("COLLECTIF", "INDIVIDUEL")), "contrat.genre"),
                    CardQuery.shown("fr.contract.start", new FieldType.Day(), "contrat.effet"),
                    CardQuery.shown("fr.contract.end", new FieldType.Day(), "contrat.fin"),
                    CardQuery.shown("fr.contract.suspended", new FieldType.Day(), "contrat.suspendu_depuis"))),
            new FieldGroup("fr.contract.group.terms", List.of(
                    CardQuery.shown("fr.contract.product", new FieldType.Text(80), "produit.libelle"),
                    CardQuery.shown("fr.contract.level", new FieldType.Text(80), "option.libelle"),
                    CardQuery.shown("fr.contract.structure", new FieldType.Choice(List.of("ISOLE", "DUO", "FAMILLE", "UNIFORME")),
                            "formule.structure"),
                    CardQuery.shown("fr.contract.share", new FieldType.Figure(Unit.PERCENT), "formule.part_employeur"),
                    CardQuery.shown("fr.contract.responsible", new FieldType.Flag(), "produit.responsable"),
                    CardQuery.shown("fr.contract.madelin", new FieldType.Flag(), "contrat_individuel.madelin"))));

    private final CountryCode country;
    private final FrAmendments amendments;

    FrContracts(CountryCode country, Clock clock, List<FieldGroup> member) {
        this.country = country;
        this.amendments = new FrAmendments(country, clock, member);
    }

    @Override
    public List<Product> products(UnitOfWork work, LocalDate day) {
        return work.sql(connection -> Rows.list(connection, """
                SELECT p.code, p.libelle, p.exemple,
                       (SELECT array_agg(o.code ORDER BY o.rang) FROM fr.option o WHERE o.produit = p.code AND o.rang > 0) AS options
                FROM fr.produit p WHERE p.debut <= ? AND (p.fin IS NULL OR p.fin >= ?) ORDER BY p.libelle, p.code
                """, row -> new Product(row.getString("code"), row.getString("libelle"), row.getArray("options") == null ? List.of()
                        : Arrays.asList((String[]) row.getArray("options").getArray()), row.getBoolean("exemple")), day, day));
    }

    @Override
    public Map<String, List<Offer>> offers(UnitOfWork work, String contract, LocalDate day) {
        return Map.of("fr.amendment.formula.product", products(work, day).stream()
                .map(product -> new Offer(product.code(), product.name())).toList());
    }

    @Override
    public Optional<ContractFile> find(UnitOfWork work, String contract, LocalDate day) {
        return FrMembers.key(contract).flatMap(number -> work.sql(connection -> Rows.first(connection, """
                SELECT k.numero, k.genre, k.effet, k.fin, k.suspendu_depuis, k.renouvellement, k.version, e.siren,
                       coalesce(e.raison_sociale, fr.nom_affiche(s.prenoms, s.nom_naissance, s.nom_usage)) AS preneur,
                       i.madelin, f.structure, f.part_employeur, r.libelle AS produit, r.responsable, o.libelle AS niveau,
                       (SELECT count(DISTINCT a.personne) FROM fr.affiliation a WHERE a.contrat = k.numero AND a.dispense IS NULL
                            AND a.debut <= ? AND (a.fin IS NULL OR a.fin >= ?) AND (k.fin IS NULL OR k.fin >= ?)) AS personnes
                FROM fr.contrat k
                LEFT JOIN fr.contrat_collectif c ON c.numero = k.numero
                LEFT JOIN fr.entreprise e ON e.siren = c.entreprise
                LEFT JOIN fr.contrat_individuel i ON i.numero = k.numero
                LEFT JOIN fr.personne s ON s.numero = i.souscripteur
                LEFT JOIN LATERAL (SELECT * FROM fr.formule g WHERE g.contrat = k.numero
                    -- before it begins, what it begins with
                    ORDER BY g.debut <= ? DESC, CASE WHEN g.debut <= ? THEN g.debut END DESC, g.debut LIMIT 1) f ON true
                LEFT JOIN fr.produit r ON r.code = f.produit
                LEFT JOIN fr.option o ON o.produit = f.produit AND o.code = f.option
                WHERE k.numero = ?
                """, row -> file(row, day), day, day, day, day, day, number)));
    }

    private ContractFile file(ResultSet row, LocalDate day) throws SQLException {
        LocalDate from = row.getObject("effet", LocalDate.class);
        LocalDate to = Rows.day(row, "fin");
        LocalDate suspended = Rows.day(row, "suspendu_depuis");
        String number = row.getString("numero");
        String siren = row.getString("siren");
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("fr.contract.number", number);
        values.put("fr.contract.kind", row.getString("genre"));
        values.put("fr.contract.start", from.toString());
        values.put("fr.contract.end", to == null ? null : to.toString());
        values.put("fr.contract.suspended", suspended == null ? null : suspended.toString());
        values.put("fr.contract.product", row.getString("produit"));
        values.put("fr.contract.level", row.getString("niveau"));
        values.put("fr.contract.structure", row.getString("structure"));
        values.put("fr.contract.share", siren == null ? null : FrLabels.percent(row.getLong("part_employeur")).toPlainString());
        values.put("fr.contract.responsible", Boolean.toString(row.getBoolean("responsable")));
        values.put("fr.contract.madelin", siren == null ? Boolean.toString(row.getBoolean("madelin")) : null);
        return new ContractFile(new FileRef(country, FileKind.CONTRACT, number), number, row.getLong("version"), GROUPS,
                FieldValues.of(values), row.getString("produit") == null ? "" : row.getString("produit") + ", "
                + row.getString("niveau"), siren == null ? null : new FileRef(country, FileKind.COMPANY, siren),
                String.valueOf(row.getString("preneur")), from, to, state(day, from, to, suspended), row.getLong("personnes"),
                Month.of(row.getInt("renouvellement")));
    }

    static ContractState state(LocalDate day, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate suspended) {
        if (day.isBefore(from)) {
            return ContractState.COMING;
        }
        if (to != null && day.isAfter(to)) {
            return ContractState.ENDED;
        }
        return suspended != null && !day.isBefore(suspended) ? ContractState.SUSPENDED : ContractState.RUNNING;
    }

    @Override
    public List<Guarantee> guarantees(UnitOfWork work, String contract, LocalDate day) {
        return FrMembers.key(contract).map(number -> work.sql(connection -> Rows.list(connection, """
                SELECT g.* FROM fr.formule f
                JOIN fr.garantie g ON g.produit = f.produit AND g.option = f.option
                    AND g.debut <= ? AND (g.fin IS NULL OR g.fin >= ?)
                WHERE f.contrat = ? AND f.debut <= ? AND (f.fin IS NULL OR f.fin >= ?)
                ORDER BY g.rang, g.code
                """, row -> new Guarantee(FrLabels.family(row.getString("famille")), row.getString("code"),
                        FrLabels.guarantee(row.getString("code")), FrLabels.level(row),
                        row.getObject("debut", LocalDate.class), Rows.day(row, "fin")), day, day, number, day, day)))
                .orElse(List.of());
    }

    @Override
    public Page<CoveredPerson> people(UnitOfWork work, String contract, LocalDate day, String typed, @Nullable String after,
                                      int limit) {
        return FrMembers.key(contract).map(number -> work.sql(connection ->
                new FrPeopleList(country).page(connection, number, day, typed, after, limit)))
                .orElse(new Page<>(List.of(), false));
    }

    @Override
    public Optional<String> coveredWithoutHead(UnitOfWork work, String contract, Set<FileRef> members) {
        Object[] people = members.stream().flatMap(member -> FrMembers.key(member.reference()).stream()).toArray();
        return FrMembers.key(contract).flatMap(number -> work.sql(connection -> {
            Array touched = connection.createArrayOf("bigint", people);
            return Rows.first(connection, """
                    SELECT fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage)
                    FROM fr.affiliation a JOIN fr.personne p ON p.numero = a.personne
                    WHERE a.contrat = ? AND a.qualite <> 'ASSURE' AND (a.personne = ANY (?) OR a.assure = ANY (?))
                      AND NOT coalesce(daterange(a.debut, a.fin, '[]') <@ (
                          SELECT range_agg(daterange(h.debut, h.fin, '[]')) FROM fr.affiliation h
                          WHERE h.contrat = a.contrat AND h.personne = a.assure AND h.dispense IS NULL), false)
                    ORDER BY a.numero LIMIT 1
                    """, row -> row.getString(1), number, touched, touched);
        }));
    }

    @Override
    public List<PremiumLine> premium(UnitOfWork work, String contract, LocalDate day) {
        return FrMembers.key(contract).map(number -> work.sql(connection -> FrPremiums.lines(connection, number, day)))
                .orElse(List.of());
    }

    @Override
    public List<AmendmentKind> amendments() {
        return amendments.kinds();
    }

    @Override
    public AmendmentResult apply(UnitOfWork work, AmendmentOrder order) {
        return work.sql(connection -> amendments.apply(connection, order));
    }

    @Override
    public List<Fact> facts(UnitOfWork work, AmendmentOrder order, Set<FileRef> members) {
        return work.sql(connection -> new FrFacts(country).of(connection, order, members));
    }

    /// How the contribution is composed moves premiums alone.
    @Override
    public boolean movesClaims(String kind) {
        return !kind.equals("structure");
    }

    @Override
    public List<TouchedClaim> touchedClaims(UnitOfWork work, Set<FileRef> members, LocalDate from) {
        Long[] numbers = members.stream().flatMap(ref -> FrMembers.key(ref.reference()).stream()).toArray(Long[]::new);
        return work.sql(connection -> Rows.list(connection,
                "SELECT numero, personne, debut_soins, etat FROM fr.decomptes_touches(?, ?)",
                row -> new TouchedClaim(new FileRef(country, FileKind.CLAIM, row.getString("numero")), row.getString("numero"),
                        new FileRef(country, FileKind.MEMBER, row.getString("personne")),
                        row.getObject("debut_soins", LocalDate.class), FrMemberCover.state(row.getString("etat"))),
                connection.createArrayOf("bigint", numbers), from));
    }

    @Override
    public List<PossibleDuplicate> duplicates(UnitOfWork work, AmendmentOrder order) {
        if (order.subject() != null) {
            return List.of();
        }
        return work.sql(connection -> FrDuplicates.of(connection, order.values()).stream().map(known -> new PossibleDuplicate(
                new FileRef(country, FileKind.MEMBER, Long.toString(known.person())), known.name(), known.birth(),
                known.sameNir() ? Why.NATIONAL_ID : Why.NAME_AND_BIRTH)).toList());
    }
}
