package io.guichet.country.be;

import io.guichet.country.be.table.Rows;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One amendment while it is being carried out: what was asked, of which policy, and what is wrong with it.
final class Change {

    /// The policy that is changed.
    ///
    /// @param individual somebody continues a cover by themselves
    /// @param formula    in force on the amendment's day; null outside the policy
    record Policy(String number, String branch, boolean individual, LocalDate from, @Nullable LocalDate to,
                  @Nullable String formula) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /// One membership.
    record Membership(String number, String member, String name, String role, String head, LocalDate from,
                      @Nullable LocalDate to, @Nullable LocalDate uninterruptedSince) {

        boolean isHead() {
            return head.equals(member);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    static final String EFFECTIVE = "effective";
    static final String SUBJECT = "subject";

    private static final String MEMBERSHIP = """
            SELECT a.nummer, a.verzekerde, v.voornamen, v.naam, a.rol, a.hoofd, a.begin, a.einde, a.ononderbroken_sinds
            FROM be.aansluiting a JOIN be.verzekerde v ON v.nummer = a.verzekerde
            """;
    private static final Rows.Reader<Membership> READER = row -> new Membership(row.getString("nummer"),
            row.getString("verzekerde"), BeFacts.name(row), row.getString("rol"), row.getString("hoofd"),
            Rows.knownDay(row, "begin"), Rows.day(row, "einde"), Rows.day(row, "ononderbroken_sinds"));

    private final CountryCode country;
    private final UnitOfWork work;
    private final Connection connection;
    private final AmendmentOrder order;
    private final Policy policy;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> members = new TreeSet<>();

    private Change(CountryCode country, UnitOfWork work, Connection connection, AmendmentOrder order, Policy policy) {
        this.country = country;
        this.work = work;
        this.connection = connection;
        this.order = order;
        this.policy = policy;
    }

    /// The change, or empty when there is no such policy.
    static Optional<Change> of(CountryCode country, UnitOfWork work, Connection connection, AmendmentOrder order)
            throws SQLException {
        return Rows.first(connection, """
                SELECT p.nummer, p.tak, p.soort, p.begin, p.einde, f.formule FROM be.polis p
                LEFT JOIN be.polis_formule f ON f.polis = p.nummer AND f.begin <= ?::date
                     AND (f.einde IS NULL OR f.einde >= ?::date)
                WHERE p.nummer = ?
                """, row -> new Policy(row.getString("nummer"), row.getString("tak"),
                        row.getString("soort").equals("INDIVIDUEEL"), Rows.knownDay(row, "begin"), Rows.day(row, "einde"),
                        row.getString("formule")), order.effective(), order.effective(), order.contract())
                .map(policy -> new Change(country, work, connection, order, policy));
    }

    Policy policy() {
        return policy;
    }

    UnitOfWork work() {
        return work;
    }

    AmendmentOrder order() {
        return order;
    }

    LocalDate effective() {
        return order.effective();
    }

    Optional<String> value(String field) {
        return order.values().get(field);
    }

    Optional<LocalDate> day(String field) {
        return value(field).map(LocalDate::parse);
    }

    boolean ticked(String field) {
        return value(field).filter("true"::equals).isPresent();
    }

    void problem(String field, String text, Object... arguments) {
        problems.add(new FieldProblem(field, UserMessage.of(text, arguments)));
    }

    void problems(List<FieldProblem> more) {
        problems.addAll(more);
    }

    boolean isFaultless() {
        return problems.isEmpty();
    }

    void touches(String member) {
        members.add(member);
    }

    /// Reports a day outside the policy, at the field that says it.
    void checkWithinPolicy(String field, LocalDate day) {
        LocalDate to = policy.to();
        if (day.isBefore(policy.from())) {
            problem(field, "be.error.beforePolicy", policy.from());
        } else if (to != null && day.isAfter(to)) {
            problem(field, "be.error.afterPolicy", to);
        }
    }

    /// The subject's membership of this policy that covers `day`, or the next one, else the last.
    Optional<Membership> subject(LocalDate day) throws SQLException {
        FileRef subject = order.subject();
        if (subject == null) {
            return Optional.empty();
        }
        return Rows.first(connection, MEMBERSHIP + """
                WHERE a.polis = ? AND a.verzekerde = ?
                ORDER BY coalesce(a.einde, 'infinity') >= ?::date DESC,
                         CASE WHEN coalesce(a.einde, 'infinity') >= ?::date THEN a.begin - ?::date ELSE ?::date - a.begin END
                LIMIT 1
                """, READER, policy.number(), subject.reference(), day, day, day, day);
    }

    /// The memberships of a family in this policy that go on until `day` or later, the head's among them.
    List<Membership> family(String head, LocalDate day) throws SQLException {
        return Rows.list(connection, MEMBERSHIP + """
                WHERE a.polis = ? AND a.hoofd = ? AND (a.einde IS NULL OR a.einde >= ?) ORDER BY a.verzekerde <> a.hoofd, a.nummer
                """, READER, policy.number(), head, day);
    }

    /// Memberships of somebody in this policy, other than `except`, that overlap a period.
    List<Membership> overlapping(String member, LocalDate from, @Nullable LocalDate to, String except) throws SQLException {
        return Rows.list(connection, MEMBERSHIP + """
                WHERE a.polis = ? AND a.verzekerde = ? AND a.nummer <> ?
                  AND daterange(a.begin, a.einde, '[]') && daterange(?::date, ?::date, '[]') ORDER BY a.begin
                """, READER, policy.number(), member, except, from, to);
    }

    /// The head of a family in this policy on a day, by member or national number.
    Optional<Membership> head(String named, LocalDate day) throws SQLException {
        return Rows.first(connection, MEMBERSHIP + """
                WHERE a.polis = ? AND a.rol = 'HOOFDVERZEKERDE' AND (v.nummer = ? OR v.inss = ?)
                  AND a.begin <= ? AND (a.einde IS NULL OR a.einde >= ?)
                LIMIT 1
                """, READER, policy.number(), named, named, day, day);
    }

    /// Reports an overlap that would come about.
    void checkOverlap(String member, LocalDate from, @Nullable LocalDate to, String except) throws SQLException {
        overlapping(member, from, to, except).stream().findFirst().ifPresent(other -> {
            LocalDate until = other.to();
            if (until == null) {
                problem(EFFECTIVE, "be.error.overlapOpen", other.name(), other.from());
            } else {
                problem(EFFECTIVE, "be.error.overlap", other.name(), other.from(), until);
            }
        });
    }

    void write(String sql, @Nullable Object... arguments) throws SQLException {
        Rows.write(connection, sql, arguments);
    }

    <T> Optional<T> first(String sql, Rows.Reader<T> reader, @Nullable Object... arguments) throws SQLException {
        return Rows.first(connection, sql, reader, arguments);
    }

    AmendmentResult result() {
        return problems.isEmpty()
                ? AmendmentResult.done(members.stream().map(member -> new FileRef(country, FileKind.MEMBER, member))
                        .collect(Collectors.toSet()))
                : AmendmentResult.refused(problems);
    }
}
