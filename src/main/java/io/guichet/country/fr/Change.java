package io.guichet.country.fr;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One change to a French contract while it is being carried out: what was asked, the contract as it stands, what is wrong
/// so far, whom it touched.
final class Change {

    static final String EFFECTIVE = "effective";
    static final String SUBJECT = "subject";

    private final Connection connection;
    private final AmendmentOrder order;
    private final Contract contract;
    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<Long> members = new LinkedHashSet<>();

    /// A contract's own row.
    ///
    /// @param collective of a company, not of a person
    record Contract(long number, boolean collective, LocalDate from, @Nullable LocalDate to) {
    }

    /// One row of `affiliation`.
    ///
    /// @param key    its number
    /// @param person who
    /// @param head   who brings the insurance
    record Membership(long key, long person, long head, String name, LocalDate from, @Nullable LocalDate to,
                      @Nullable String dispensation) {
        boolean isHead() {
            return person == head;
        }
    }

    Change(Connection connection, AmendmentOrder order, Contract contract, LocalDate today) {
        this.connection = connection;
        this.order = order;
        this.contract = contract;
        this.today = today;
    }

    /// The contract of that number, locked: changes to one contract follow each other.
    static Optional<Contract> contract(Connection connection, long number) throws SQLException {
        return Rows.first(connection, "SELECT numero, genre, effet, fin FROM fr.contrat WHERE numero = ? FOR UPDATE",
                row -> new Contract(row.getLong("numero"), row.getString("genre").equals("COLLECTIF"),
                        row.getObject("effet", LocalDate.class), Rows.day(row, "fin")), number);
    }

    Connection connection() {
        return connection;
    }

    Contract contract() {
        return contract;
    }

    LocalDate effective() {
        return order.effective();
    }

    LocalDate today() {
        return today;
    }

    AmendmentOrder order() {
        return order;
    }

    /// The value of a field, or empty.
    Optional<String> value(String field) {
        return order.values().get(field);
    }

    Optional<LocalDate> day(String field) {
        return value(field).map(LocalDate::parse);
    }

    /// The member it is about, or empty for a newcomer whom the fields describe.
    Optional<Long> subject() {
        return Optional.ofNullable(order.subject()).flatMap(ref -> FrMembers.key(ref.reference()));
    }

    /// Notes that something is wrong at a field.
    void wrong(String field, String text, Object... arguments) {
        problems.add(new FieldProblem(field, UserMessage.of(text, arguments)));
    }

    void wrong(List<FieldProblem> found) {
        problems.addAll(found);
    }

    boolean isWrong() {
        return !problems.isEmpty();
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /// Notes that a member is touched.
    void touched(long member) {
        members.add(member);
    }

    Set<FileRef> members(CountryCode country) {
        return members.stream().map(member -> new FileRef(country, FileKind.MEMBER, Long.toString(member)))
                .collect(Collectors.toSet());
    }

    /// Whether the contract holds on the effective day; says so when it does not.
    boolean holds() {
        LocalDate to = contract.to();
        if (effective().isBefore(contract.from()) || to != null && effective().isAfter(to)) {
            wrong(EFFECTIVE, to == null ? "fr.error.beforeContract" : "fr.error.outsideContract",
                    to == null ? new Object[] {contract.from()} : new Object[] {contract.from(), to});
            return false;
        }
        return true;
    }

    /// The cover of the subject on that day, or empty and a problem when there is none.
    Optional<Membership> covered(LocalDate day) throws SQLException {
        Optional<Membership> found = Optional.empty();
        if (subject().isPresent()) {
            found = memberships("a.personne = ?", subject().get(), day).stream().findFirst();
        }
        if (found.isEmpty()) {
            wrong(SUBJECT, "fr.error.notCovered", day);
        }
        return found;
    }

    /// The covers of a whole family that last on that day or begin later, the head first.
    List<Membership> family(long head, LocalDate day) throws SQLException {
        return Rows.list(connection, SELECT + """
                 WHERE a.contrat = ? AND a.assure = ? AND (a.fin IS NULL OR a.fin >= ?)
                ORDER BY (a.personne = a.assure) DESC, a.debut, a.numero
                """, Change::membership, contract.number(), head, day);
    }

    private static final String SELECT = """
            SELECT a.numero, a.personne, a.assure, a.debut, a.fin, a.dispense,
                   fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage) AS nom
            FROM fr.affiliation a JOIN fr.personne p ON p.numero = a.personne
            """;

    private List<Membership> memberships(String condition, long person, LocalDate day) throws SQLException {
        return Rows.list(connection, SELECT + " WHERE a.contrat = ? AND " + condition
                + " AND a.debut <= ? AND (a.fin IS NULL OR a.fin >= ?)", Change::membership, contract.number(), person, day, day);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(row.getLong("numero"), row.getLong("personne"), row.getLong("assure"), row.getString("nom"),
                row.getObject("debut", LocalDate.class), Rows.day(row, "fin"), row.getString("dispense"));
    }
}
