package io.guichet.country.be;

import io.guichet.country.MemberRecords;
import io.guichet.country.be.table.Rows;
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
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.Product;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Belgian policies: of one branch each, taken out by an employer, or by a person who continues such a cover.
final class BeContracts implements ContractRecords {

    private static final List<String> BRANCHES = List.of("HOSPITALISATIE", "AMBULANT", "TANDZORG");
    private static final List<FieldGroup> GROUPS = List.of(new FieldGroup("be.contract.group.contract", List.of(
            CardQuery.shown("be.contract.number", new FieldType.Text(9), "polis.nummer"),
            CardQuery.shown("be.contract.formula", new FieldType.Choice(BRANCHES), "polis.tak"),
            CardQuery.shown("be.contract.product", new FieldType.Text(80), "polis_formule.formule"),
            CardQuery.shown("be.contract.kind", new FieldType.Choice(List.of("COLLECTIEF", "INDIVIDUEEL")), "polis.soort"),
            CardQuery.shown("be.contract.continues", new FieldType.Text(9), "polis.voortzetting_van"),
            CardQuery.shown("be.contract.start", new FieldType.Day(), "polis.begin"),
            CardQuery.shown("be.contract.end", new FieldType.Day(), "polis.einde"),
            CardQuery.shown("be.contract.suspendedFrom", new FieldType.Day(), "polis.geschorst_vanaf"),
            CardQuery.shown("be.contract.employerShare", new FieldType.Figure(Unit.PERCENT), "polis_formule.werkgeversaandeel"))));

    private static final String FILE = """
            SELECT p.*, f.naam AS product, f.code, pf.werkgeversaandeel, w.naam AS werkgever_naam, v.voornamen, v.naam,
                   (SELECT count(*) FROM be.aansluiting a WHERE a.polis = p.nummer AND a.begin <= ?::date
                        AND least(a.einde, p.einde, 'infinity') >= ?::date) AS mensen
            FROM be.polis p
            JOIN LATERAL (SELECT * FROM be.polis_formule x WHERE x.polis = p.nummer
                          ORDER BY (x.begin <= ?::date) DESC, abs(x.begin - ?::date) LIMIT 1) pf ON true
            JOIN be.formule f ON f.code = pf.formule
            LEFT JOIN be.werkgever w ON w.ondernemingsnummer = p.werkgever
            LEFT JOIN be.verzekerde v ON v.nummer = p.verzekeringnemer
            WHERE p.nummer = ?
            """;

    private static final String PEOPLE = """
            SELECT a.nummer, a.verzekerde, v.naam, v.voornamen, v.geboortedatum, a.rol, a.begin, least(a.einde, p.einde) AS einde
            FROM be.aansluiting a
            JOIN be.polis p ON p.nummer = a.polis
            JOIN be.verzekerde v ON v.nummer = a.verzekerde
            JOIN be.verzekerde h ON h.nummer = a.hoofd
            WHERE a.polis = ? AND least(a.einde, p.einde, 'infinity') >= ?::date
              AND (?::text = '' OR NOT EXISTS (
                  SELECT FROM string_to_table(translate(lower(public.unaccent(?::text)), '-''%%_\\', '  '), ' ') woord
                  WHERE ' ' || translate(lower(public.unaccent(v.voornamen || ' ' || v.naam)), '-''', '  ')
                        NOT LIKE '%% ' || woord || '%%'))
              %s
            ORDER BY %s LIMIT ?
            """;
    private static final String BEHIND = "AND (" + order("a") + ") > (SELECT " + order("b")
            + " FROM be.aansluiting b JOIN be.verzekerde h ON h.nummer = b.hoofd WHERE b.nummer = ?)";

    private static final String PREMIUM = """
            SELECT t.leeftijd_van, t.leeftijd_tot, t.bedrag, x.taks, x.riziv, f.werkgeversaandeel, (
                SELECT count(*) FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde
                WHERE a.polis = p.nummer AND a.begin <= ?::date AND least(a.einde, p.einde, 'infinity') >= ?::date
                  AND greatest(0, extract(year FROM age(date_trunc('month', ?::date), v.geboortedatum)))
                      BETWEEN t.leeftijd_van AND t.leeftijd_tot) AS mensen
            FROM be.polis p
            JOIN be.polis_formule f ON f.polis = p.nummer AND f.begin <= ?::date AND (f.einde IS NULL OR f.einde >= ?::date)
            JOIN be.premietaks x ON x.tak = p.tak AND x.begin <= ?::date AND (x.einde IS NULL OR x.einde >= ?::date)
            JOIN be.premietarief t ON t.formule = f.formule AND t.begin <= ?::date AND (t.einde IS NULL OR t.einde >= ?::date)
            WHERE p.nummer = ? ORDER BY t.leeftijd_van
            """;

    private final CountryCode country;
    private final BeAmendments amendments;
    private final BeFacts facts;

    BeContracts(CountryCode country, MemberRecords members, Clock clock) {
        this.country = country;
        this.facts = new BeFacts(country);
        this.amendments = new BeAmendments(country, members, clock);
    }

    @Override
    public List<Product> products(UnitOfWork work, LocalDate day) {
        return Rows.list(work, """
                SELECT code, naam, voorbeeld FROM be.formule
                WHERE begin <= ? AND (einde IS NULL OR einde >= ?) ORDER BY tak, code
                """, row -> new Product(row.getString("code"), row.getString("naam"), List.of(), row.getBoolean("voorbeeld")),
                day, day);
    }

    @Override
    public Map<String, List<Offer>> offers(UnitOfWork work, String contract, LocalDate day) {
        return Map.of(PolicyChanges.PRODUCT, Rows.list(work, """
                SELECT f.code, f.naam FROM be.formule f JOIN be.polis p ON p.tak = f.tak
                WHERE p.nummer = ? AND f.begin <= ? AND (f.einde IS NULL OR f.einde >= ?) ORDER BY f.naam, f.code
                """, row -> new Offer(row.getString("code"), row.getString("naam")), contract, day, day));
    }

    @Override
    public Optional<ContractFile> find(UnitOfWork work, String contract, LocalDate day) {
        return Rows.first(work, FILE, row -> file(row, day), day, day, day, day, contract);
    }

    private ContractFile file(ResultSet row, LocalDate day) throws SQLException {
        String number = row.getString("nummer");
        LocalDate from = Rows.knownDay(row, "begin");
        LocalDate to = Rows.day(row, "einde");
        LocalDate suspended = Rows.day(row, "geschorst_vanaf");
        String company = row.getString("werkgever");
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("be.contract.number", number);
        values.put("be.contract.formula", row.getString("tak"));
        values.put("be.contract.product", row.getString("product"));
        values.put("be.contract.kind", row.getString("soort"));
        values.put("be.contract.continues", row.getString("voortzetting_van"));
        values.put("be.contract.start", from.toString());
        values.put("be.contract.end", row.getString("einde"));
        values.put("be.contract.suspendedFrom", row.getString("geschorst_vanaf"));
        values.put("be.contract.employerShare", company == null ? null : row.getString("werkgeversaandeel"));
        return new ContractFile(new FileRef(country, FileKind.CONTRACT, number), number, row.getLong("version"), GROUPS,
                FieldValues.of(values), row.getString("product"),
                company == null ? null : new FileRef(country, FileKind.COMPANY, company),
                company == null ? BeFacts.name(row) : row.getString("werkgever_naam"), from, to,
                state(day, from, to, suspended), row.getLong("mensen"), Month.of(row.getInt("vervalmaand")));
    }

    /// How a policy stands on a day.
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
        return BeGuarantees.of(work, contract, day);
    }

    @Override
    public Page<CoveredPerson> people(UnitOfWork work, String contract, LocalDate day, String typed, @Nullable String after,
                                      int limit) {
        String words = typed.strip();
        Rows.Reader<CoveredPerson> reader = row -> new CoveredPerson(
                new FileRef(country, FileKind.MEMBER, row.getString("verzekerde")), BeFacts.name(row),
                Rows.knownDay(row, "geboortedatum"), role(row.getString("rol")), row.getString("rol").equals("HOOFDVERZEKERDE"),
                Rows.knownDay(row, "begin"), Rows.day(row, "einde"), row.getString("nummer"));
        List<CoveredPerson> found = after == null
                ? Rows.list(work, PEOPLE.formatted("", order("a")), reader, contract, day, words, words, limit + 1)
                : Rows.list(work, PEOPLE.formatted(BEHIND, order("a")), reader, contract, day, words, words, after, limit + 1);
        boolean more = found.size() > limit;
        return new Page<>(more ? found.subList(0, limit) : found, more);
    }

    /// Families by the head's name; in each the head, the partner, the children.
    private static String order(String membership) {
        return "h.naam, h.voornamen, h.nummer, position(left(%1$s.rol, 1) IN 'HPK'), %1$s.begin, %1$s.nummer"
                .formatted(membership);
    }

    /// What somebody is on a policy.
    static UserMessage role(String code) {
        return UserMessage.of("be.amendment.enrol.role." + code);
    }

    @Override
    public Optional<String> coveredWithoutHead(UnitOfWork work, String contract, Set<FileRef> members) {
        Object[] people = members.stream().map(FileRef::reference).toArray();
        return work.sql(connection -> {
            Array touched = connection.createArrayOf("text", people);
            return Rows.list(work, """
                    SELECT v.voornamen, v.naam
                    FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde
                    WHERE a.polis = ? AND a.hoofd <> a.verzekerde AND (a.verzekerde = ANY (?) OR a.hoofd = ANY (?))
                      AND NOT coalesce(daterange(a.begin, a.einde, '[]') <@ (
                          SELECT range_agg(daterange(h.begin, h.einde, '[]')) FROM be.aansluiting h
                          WHERE h.polis = a.polis AND h.verzekerde = a.hoofd AND h.hoofd = h.verzekerde), false)
                    ORDER BY a.nummer LIMIT 1
                    """, BeFacts::name, contract, touched, touched).stream().findFirst();
        });
    }

    @Override
    public List<PremiumLine> premium(UnitOfWork work, String contract, LocalDate day) {
        record Line(Premie.Group group, Premie.Rates rates) {
        }
        List<Line> found = Rows.list(work, PREMIUM, row -> new Line(
                new Premie.Group(new Premie.Tariff(row.getInt("leeftijd_van"), row.getInt("leeftijd_tot"),
                        Rows.cents(row, "bedrag")), row.getInt("mensen")),
                new Premie.Rates((int) Rows.cents(row, "taks"), (int) Rows.cents(row, "riziv"),
                        (int) Rows.cents(row, "werkgeversaandeel"))),
                day, day, day, day, day, day, day, day, day, contract);
        return found.isEmpty() ? List.of()
                : new Premie(found.stream().map(Line::group).toList(), found.getFirst().rates()).lines();
    }

    @Override
    public List<AmendmentKind> amendments() {
        return amendments.kinds();
    }

    @Override
    public AmendmentResult apply(UnitOfWork work, AmendmentOrder order) {
        return amendments.apply(work, order);
    }

    /// Where somebody lives and is paid decides no claim.
    @Override
    public boolean movesClaims(String kind) {
        return !kind.equals("address") && !kind.equals("bank");
    }

    @Override
    public List<Fact> facts(UnitOfWork work, AmendmentOrder order, Set<FileRef> members) {
        return facts.of(work, order, members);
    }

    @Override
    public List<TouchedClaim> touchedClaims(UnitOfWork work, Set<FileRef> members, LocalDate from) {
        String[] numbers = members.stream().filter(member -> member.country().equals(country)).map(FileRef::reference)
                .sorted().toArray(String[]::new);
        return Rows.list(work, "SELECT * FROM be.geraakte_afrekeningen(?, ?)", row -> new TouchedClaim(
                new FileRef(country, FileKind.CLAIM, row.getString("ogm")), Ogm.printed(row.getString("ogm")),
                new FileRef(country, FileKind.MEMBER, row.getString("verzekerde")), Rows.knownDay(row, "eerste_zorg"),
                BeMemberCover.state(row.getString("toestand"))), numbers, from);
    }

    @Override
    public List<PossibleDuplicate> duplicates(UnitOfWork work, AmendmentOrder order) {
        return amendments.duplicates(work, Objects.requireNonNull(order));
    }
}
