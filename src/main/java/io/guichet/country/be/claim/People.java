package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Status;
import io.guichet.country.be.table.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the tables say of some people, read once for all of them: how the mutuality insures them, their policies, and what is used
/// of their ceilings.
final class People {

    private static final String PERSONS = """
            SELECT v.nummer, coalesce(bool_or(m.bim), false) AS bim, coalesce(bool_or(m.gmd), false) AS gmd,
                   EXISTS (SELECT FROM be.bankrekening b WHERE b.verzekerde = v.nummer AND b.iban IS NOT NULL) AS rekening
            FROM be.verzekerde v LEFT JOIN be.mutualiteit_aansluiting m ON m.verzekerde = v.nummer
            WHERE v.nummer = ANY (?) GROUP BY v.nummer
            """;
    private static final String MEMBERSHIPS = """
            SELECT a.verzekerde, a.nummer, a.polis, p.tak, a.begin, least(a.einde, p.einde) AS einde, p.geschorst_vanaf,
                   coalesce(a.ononderbroken_sinds, a.begin) AS sinds, x.begin AS vanaf, x.formule, f.naam
            FROM be.aansluiting a
            JOIN be.polis p ON p.nummer = a.polis
            JOIN be.polis_formule x ON x.polis = p.nummer
            JOIN be.formule f ON f.code = x.formule
            WHERE a.verzekerde = ANY (?) ORDER BY a.verzekerde, a.polis, a.nummer, x.begin
            """;
    private static final String CEILINGS = """
            SELECT verzekerde, formule, extract(year FROM begin)::integer AS jaar, verbruikt FROM be.jaarplafond WHERE verzekerde = ANY (?)
            """;

    private record Person(Status status, boolean hasAccount) {
    }

    /// A formula of a policy.
    private record Chosen(LocalDate from, String formula, String name) {
    }

    /// What somebody has of a policy, with its formulas, the first one first.
    private record Membership(String policy, Branch branch, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate suspended,
                              LocalDate since, List<Chosen> formulas) {

        Coverage on(LocalDate day) {
            Chosen chosen = formulas.stream().filter(each -> !each.from().isAfter(day)).reduce((one, later) -> later)
                    .orElse(formulas.getFirst());
            return new Coverage(policy, chosen.formula(), chosen.name(), branch, from, to, suspended, since);
        }
    }

    private final Map<String, Person> persons = new HashMap<>();
    private final Map<String, Map<String, Membership>> memberships = new HashMap<>();
    private final Map<String, Map<Integer, Long>> used = new HashMap<>();

    private People() {
    }

    /// Reads what the signed-in role may see: ceilings only of people whose file is open.
    static People of(Connection connection, Collection<String> members) throws SQLException {
        People people = new People();
        list(connection, PERSONS, members, row -> people.persons.put(row.getString("nummer"),
                new Person(Status.of(row.getBoolean("bim"), row.getBoolean("gmd")), row.getBoolean("rekening"))));
        list(connection, MEMBERSHIPS, members, row -> {
            Map<String, Membership> those = people.memberships.computeIfAbsent(row.getString("verzekerde"), member -> new HashMap<>());
            Membership membership = those.get(row.getString("nummer"));
            if (membership == null) {
                membership = new Membership(row.getString("polis"), Branch.of(row.getString("tak")), Rows.knownDay(row, "begin"),
                        Rows.day(row, "einde"), Rows.day(row, "geschorst_vanaf"), Rows.knownDay(row, "sinds"), new ArrayList<>());
                those.put(row.getString("nummer"), membership);
            }
            membership.formulas().add(new Chosen(Rows.knownDay(row, "vanaf"), row.getString("formule"), row.getString("naam")));
        });
        list(connection, CEILINGS, members, row -> people.used.computeIfAbsent(key(row.getString("verzekerde"), row.getString("formule")),
                key -> new HashMap<>()).put(row.getInt("jaar"), Rows.cents(row, "verbruikt")));
        return people;
    }

    private interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private static void list(Connection connection, String sql, Collection<String> members, Taker taker) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", members.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        }
    }

    private static String key(String member, String formula) {
        return member + " " + formula;
    }

    boolean knows(String member) {
        return persons.containsKey(member);
    }

    /// Which of the four interventions the mutuality pays for them.
    Status status(String member) {
        Person person = persons.get(member);
        return person == null ? Status.ORDINARY : person.status();
    }

    boolean hasAccount(String member) {
        Person person = persons.get(member);
        return person != null && person.hasAccount();
    }

    /// The policy that decides about care of a branch on a day: one of that branch which covers the day, paid for; of several the one
    /// joined last. Where none does, the nearest one, which covers nothing then; empty for who never had any.
    Optional<Coverage> cover(String member, Branch branch, LocalDate day) {
        return memberships.getOrDefault(member, Map.of()).values().stream().map(each -> each.on(day))
                .min(Comparator.comparing((Coverage each) -> each.branch() != branch).thenComparing(each -> !each.runs(day))
                        .thenComparing(each -> each.isSuspended(day)).thenComparingLong(each -> Math.abs(each.from().toEpochDay() - day.toEpochDay()))
                        .thenComparing(Coverage::policy).thenComparing(Coverage::from));
    }

    /// The formulas that any of them ever had.
    Set<String> formulas() {
        return memberships.values().stream().flatMap(those -> those.values().stream()).flatMap(each -> each.formulas().stream())
                .map(Chosen::formula).collect(Collectors.toSet());
    }

    /// What was used of the ceiling of a formula, by calendar year; cents.
    Map<Integer, Long> used(String member, String formula) {
        return used.getOrDefault(key(member, formula), Map.of());
    }

    /// A decision was taken: so much of the ceiling is used now.
    void use(String member, String formula, int year, long cents) {
        used.computeIfAbsent(key(member, formula), key -> new HashMap<>()).merge(year, cents, Long::sum);
    }
}
