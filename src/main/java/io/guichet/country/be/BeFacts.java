package io.guichet.country.be;

import io.guichet.country.be.table.Rows;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.Fact;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person compares before and after an amendment: the policy, then each member touched.
final class BeFacts {

    private static final FieldType DAY = new FieldType.Day();
    private static final FieldType TEXT = new FieldType.Text(200);
    private static final String ROLE = "be.amendment.enrol.role";

    private static final String CONTRACT = """
            SELECT p.nummer, p.einde, f.naam AS product, pf.werkgeversaandeel,
                   (SELECT count(*) FROM be.aansluiting a WHERE a.polis = p.nummer AND a.begin <= ?::date
                        AND least(a.einde, p.einde, 'infinity') >= ?::date) AS mensen
            FROM be.polis p
            LEFT JOIN be.polis_formule pf ON pf.polis = p.nummer AND pf.begin <= ?::date AND (pf.einde IS NULL OR pf.einde >= ?::date)
            LEFT JOIN be.formule f ON f.code = pf.formule
            WHERE p.nummer = ?
            """;
    private static final String MEMBERS = """
            SELECT v.nummer, v.naam, v.voornamen, a.rol, a.begin, a.einde, a.wachttijd_tot, a.ononderbroken_sinds, b.iban,
                   nullif(concat_ws(', ', nullif(concat_ws(' ', c.straat, c.huisnummer, c.bus), ''),
                                    nullif(concat_ws(' ', c.postcode, c.gemeente), '')), '') AS adres,
                   (SELECT x.nummer FROM be.polis x WHERE x.voortzetting_van = ? AND x.verzekeringnemer = v.nummer
                    ORDER BY x.begin DESC LIMIT 1) AS voortzetting
            FROM be.verzekerde v
            LEFT JOIN be.contactgegevens c ON c.verzekerde = v.nummer
            LEFT JOIN be.bankrekening b ON b.verzekerde = v.nummer
            LEFT JOIN LATERAL (SELECT * FROM be.aansluiting x WHERE x.verzekerde = v.nummer AND x.polis = ?
                               ORDER BY x.begin DESC LIMIT 1) a ON true
            WHERE v.nummer = ANY (?)
            """;

    private final CountryCode country;

    BeFacts(CountryCode country) {
        this.country = country;
    }

    /// The name people call somebody by, from a row with `voornamen` and `naam`.
    static String name(ResultSet row) throws SQLException {
        String firstNames = row.getString("voornamen");
        int blank = firstNames.indexOf(' ');
        return (blank < 0 ? firstNames : firstNames.substring(0, blank)) + " " + row.getString("naam");
    }

    List<Fact> of(UnitOfWork work, AmendmentOrder order, Set<FileRef> members) {
        LocalDate day = order.effective();
        List<Fact> facts = new ArrayList<>(Rows.first(work, CONTRACT, this::contract, day, day, day, day, order.contract())
                .orElse(List.of()));
        String[] numbers = members.stream().map(FileRef::reference).sorted().toArray(String[]::new);
        Map<String, List<Fact>> known = new TreeMap<>();
        Rows.list(work, MEMBERS, row -> known.put(row.getString("nummer"), member(row)), order.contract(), order.contract(),
                numbers);
        // somebody who is not on record yet has the same facts, all of them empty
        members.stream().sorted(Comparator.comparing(FileRef::reference)).forEach(member ->
                facts.addAll(known.getOrDefault(member.reference(), nobody(member))));
        return facts;
    }

    private List<Fact> contract(ResultSet row) throws SQLException {
        FileRef about = new FileRef(country, FileKind.CONTRACT, row.getString("nummer"));
        String name = row.getString("nummer");
        return List.of(
                fact(about, name, "be.contract.product", TEXT, row.getString("product")),
                fact(about, name, "be.contract.employerShare", new FieldType.Figure(Unit.PERCENT), row.getString("werkgeversaandeel")),
                fact(about, name, "be.contract.end", DAY, row.getString("einde")),
                fact(about, name, "be.fact.people", new FieldType.Figure(Unit.NUMBER), row.getString("mensen")));
    }

    private List<Fact> member(ResultSet row) throws SQLException {
        return member(new FileRef(country, FileKind.MEMBER, row.getString("nummer")), name(row), row.getString("rol"),
                row.getString("begin"), row.getString("einde"), row.getString("wachttijd_tot"),
                row.getString("ononderbroken_sinds"), row.getString("voortzetting"), row.getString("adres"),
                row.getString("iban"));
    }

    private static List<Fact> nobody(FileRef member) {
        return member(member, member.reference(), null, null, null, null, null, null, null, null);
    }

    private static List<Fact> member(FileRef about, String name, @Nullable String role, @Nullable String from,
                                     @Nullable String to, @Nullable String waiting, @Nullable String since,
                                     @Nullable String continuation, @Nullable String address, @Nullable String iban) {
        return List.of(
                fact(about, name, ROLE, new FieldType.Choice(BeAmendmentKinds.ROLES), role),
                fact(about, name, "be.fact.from", DAY, from),
                fact(about, name, "be.fact.to", DAY, to),
                fact(about, name, "be.fact.waitingUntil", DAY, waiting),
                fact(about, name, "be.fact.uninterruptedSince", DAY, since),
                fact(about, name, "be.fact.continuation", TEXT, continuation),
                fact(about, name, "be.fact.address", TEXT, address),
                fact(about, name, "be.member.iban", new FieldType.Identifier(new Iban()), iban));
    }

    private static Fact fact(FileRef about, String name, String key, FieldType type, @Nullable String value) {
        return new Fact(about, name, UserMessage.of(key), type, value, key);
    }
}
