package io.guichet.contract.internal;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.Product;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contracts over the tables of `Scratch`: ten euros a head and month, twenty with choice B.
final class ScratchContracts implements ContractRecords {

    static final CountryCode CODE = new CountryCode("ZZ");

    /// What members claimed, as a test says.
    final List<TouchedClaim> claims = new ArrayList<>();
    /// Whether `enrol` looks before it writes; else only the database refuses.
    boolean careful = true;

    private static FieldSpec field(String key, FieldType type, boolean required) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, "stay." + key, 1000);
    }

    private static AmendmentKind kind(String code, Subject subject, boolean bulk, List<String> documents, FieldSpec... fields) {
        return new AmendmentKind(code, subject, List.of(new FieldGroup("zz.amendment.group", List.of(fields))), documents, bulk);
    }

    @Override
    public List<AmendmentKind> amendments() {
        FieldSpec choice = field("zz.amendment.option.choice", new FieldType.Choice(List.of("A", "B", "C")), true);
        return List.of(
                kind("enrol", Subject.NEWCOMER, true, List.of(), field("zz.member.name", new FieldType.Text(60), true),
                        field("zz.member.birthDate", new FieldType.Day(), true),
                        field("zz.amendment.enrol.number", new FieldType.Text(9), false),
                        field("zz.amendment.enrol.head", new FieldType.Text(20), false)),
                kind("terminate", Subject.COVERED, true, List.of(), field("zz.amendment.terminate.reason", new FieldType.Text(40), true)),
                kind("attested", Subject.COVERED, true, List.of("form", "seal"),
                        field("zz.amendment.terminate.reason", new FieldType.Text(40), true)),
                kind("option", Subject.COVERED, false, List.of(), choice),
                kind("address", Subject.COVERED, false, List.of(), field("zz.amendment.address.street", new FieldType.Text(60), true)),
                kind("structure", Subject.CONTRACT, false, List.of(), choice),
                kind("sealed", Subject.CONTRACT, false, List.of("form", "seal"), choice));
    }

    @Override
    public AmendmentResult apply(UnitOfWork work, AmendmentOrder order) {
        FileRef subject = order.subject();
        String day = order.effective().toString();
        String pact = order.contract();
        return switch (order.kind()) {
            case "enrol" -> enrol(work, order, subject, day, pact);
            case "terminate", "attested" -> {
                int ended = run(work, "UPDATE zz.stay SET until = ?::date - 1, version = version + 1 WHERE pact = ? AND person = ?"
                        + " AND since < ?::date AND coalesce(until, 'infinity') >= ?::date", day, pact, person(subject), day, day);
                yield ended > 0 ? AmendmentResult.done(Set.of(subject)) : refused("effective", "zz.error.notCovered");
            }
            case "option" -> option(work, order, subject, day, pact);
            case "address" -> {
                String street = order.values().get("zz.amendment.address.street").orElseThrow();
                run(work, "INSERT INTO zz.post AS p (person, street) VALUES (?, ?) ON CONFLICT (person) DO UPDATE"
                        + " SET street = excluded.street, version = p.version + 1 WHERE p.street IS DISTINCT FROM excluded.street",
                        person(subject), street);
                yield AmendmentResult.done(Set.of(subject));
            }
            default -> {
                run(work, "UPDATE zz.terms SET choice = ?, version = version + 1 WHERE pact = ? AND choice <> ?",
                        order.values().get("zz.amendment.option.choice").orElseThrow(), pact,
                        order.values().get("zz.amendment.option.choice").orElseThrow());
                yield AmendmentResult.done(Set.of());
            }
        };
    }

    private AmendmentResult enrol(UnitOfWork work, AmendmentOrder order, @Nullable FileRef subject, String day, String pact) {
        String person = subject == null ? text(work, "SELECT 'N' || nextval('zz.newcomer_code')").orElseThrow() : person(subject);
        Optional<String> head = order.values().get("zz.amendment.enrol.head");
        Optional<String> under = head.flatMap(code -> text(work,
                "SELECT id::text FROM zz.stay WHERE pact = ? AND person = ? ORDER BY since DESC LIMIT 1", pact, code));
        if (head.isPresent() && under.isEmpty()) {
            return refused("zz.amendment.enrol.head", "zz.error.noHead");
        }
        if (careful && text(work, "SELECT 'x' FROM zz.stay WHERE pact = ? AND person = ? AND coalesce(until, 'infinity') >= ?::date",
                pact, person, day).isPresent()) {
            return refused("effective", "zz.error.overlap");
        }
        if (subject == null) {
            run(work, "INSERT INTO zz.newcomer (code, name, number, born) VALUES (?, ?, ?, ?::date)", person,
                    order.values().get("zz.member.name").orElseThrow(),
                    order.values().get("zz.amendment.enrol.number").orElse(null),
                    order.values().get("zz.member.birthDate").orElseThrow());
        }
        run(work, "INSERT INTO zz.stay (pact, person, since, head) VALUES (?, ?, ?::date, ?::bigint)", pact, person, day,
                under.orElse(null));
        return AmendmentResult.done(Set.of(new FileRef(CODE, FileKind.MEMBER, person)));
    }

    private static AmendmentResult option(UnitOfWork work, AmendmentOrder order, @Nullable FileRef subject, String day, String pact) {
        String choice = order.values().get("zz.amendment.option.choice").orElseThrow();
        Optional<String> stay = text(work, "SELECT id::text FROM zz.stay WHERE pact = ? AND person = ? AND since < ?::date"
                + " AND until IS NULL", pact, person(subject), day);
        if (stay.isEmpty()) {
            return refused("effective", "zz.error.notCovered");
        }
        run(work, "UPDATE zz.stay SET until = ?::date - 1, version = version + 1 WHERE id = ?::bigint", day, stay.get());
        run(work, "INSERT INTO zz.stay (pact, person, since, choice) VALUES (?, ?, ?::date, ?)", pact, person(subject), day, choice);
        return AmendmentResult.done(Set.of(subject));
    }

    private static String person(@Nullable FileRef subject) {
        if (subject == null) {
            throw new IllegalArgumentException("nobody");
        }
        return subject.reference();
    }

    private static AmendmentResult refused(String field, String key) {
        return AmendmentResult.refused(List.of(new FieldProblem(field, UserMessage.of(key))));
    }

    @Override
    public Optional<ContractFile> find(UnitOfWork work, String contract, LocalDate day) {
        return text(work, "SELECT choice FROM zz.terms WHERE pact = ?", contract).map(choice -> new ContractFile(
                new FileRef(CODE, FileKind.CONTRACT, contract), contract, 1, List.of(), FieldValues.of(Map.of()), choice, null,
                "Guild", LocalDate.of(2020, 1, 1), null, ContractState.RUNNING, 0, null));
    }

    @Override
    public List<PremiumLine> premium(UnitOfWork work, String contract, LocalDate day) {
        long cents = Long.parseLong(text(work, "SELECT coalesce(sum(CASE choice WHEN 'B' THEN 2000 ELSE 1000 END), 0)::text FROM zz.stay"
                + " WHERE pact = ? AND ?::date BETWEEN since AND coalesce(until, 'infinity')", contract, day.toString()).orElseThrow());
        return List.of(new PremiumLine(PremiumLine.Kind.NET, UserMessage.of("zz.net"), UserMessage.of("zz.net"), Money.euros(cents)),
                new PremiumLine(PremiumLine.Kind.TOTAL, UserMessage.of("zz.all"), UserMessage.of("zz.all"), Money.euros(cents)));
    }

    @Override
    public List<Fact> facts(UnitOfWork work, AmendmentOrder order, Set<FileRef> members) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(new FileRef(CODE, FileKind.CONTRACT, order.contract()), "", UserMessage.of("zz.choice"),
                new FieldType.Text(1), text(work, "SELECT choice FROM zz.terms WHERE pact = ?", order.contract()).orElse(null), "zz.choice"));
        for (FileRef member : members) {
            facts.add(new Fact(member, member.reference(), UserMessage.of("zz.choice"), new FieldType.Text(1),
                    text(work, "SELECT choice FROM zz.stay WHERE pact = ? AND person = ? AND ?::date BETWEEN since AND"
                            + " coalesce(until, 'infinity')", order.contract(), member.reference(),
                            order.effective().toString()).orElse(null), "zz.choice"));
        }
        return facts;
    }

    @Override
    public Page<CoveredPerson> people(UnitOfWork work, String contract, LocalDate day, String typed, @Nullable String after, int limit) {
        List<CoveredPerson> people = work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT person, since FROM zz.stay WHERE pact = ?"
                    + " AND coalesce(until, 'infinity') >= ? AND person > ? ORDER BY person, since LIMIT ?")) {
                statement.setString(1, contract);
                statement.setObject(2, day);
                statement.setString(3, after == null ? "" : after);
                statement.setInt(4, limit + 1);
                List<CoveredPerson> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(new CoveredPerson(new FileRef(CODE, FileKind.MEMBER, row.getString(1)), row.getString(1),
                                LocalDate.EPOCH, UserMessage.of("zz.role"), true, row.getObject(2, LocalDate.class), null,
                                row.getString(1)));
                    }
                }
                return found;
            }
        });
        boolean more = people.size() > limit;
        return new Page<>(more ? people.subList(0, limit) : people, more);
    }

    @Override
    public List<TouchedClaim> touchedClaims(UnitOfWork work, Set<FileRef> members, LocalDate from) {
        return claims.stream().filter(claim -> members.contains(claim.member()) && !claim.day().isBefore(from)).toList();
    }

    @Override
    public boolean movesClaims(String kind) {
        return !kind.equals("structure");
    }

    @Override
    public List<PossibleDuplicate> duplicates(UnitOfWork work, AmendmentOrder order) {
        List<PossibleDuplicate> found = new ArrayList<>();
        String born = order.values().get("zz.member.birthDate").orElse("1000-01-01");
        order.values().get("zz.amendment.enrol.number").flatMap(number ->
                text(work, "SELECT code FROM zz.newcomer WHERE number = ?", number)).ifPresent(code ->
                found.add(duplicate(code, born, PossibleDuplicate.Why.NATIONAL_ID)));
        text(work, "SELECT code FROM zz.newcomer WHERE name = ? AND born = ?::date",
                order.values().get("zz.member.name").orElse(""), born).ifPresent(code ->
                found.add(duplicate(code, born, PossibleDuplicate.Why.NAME_AND_BIRTH)));
        return found;
    }

    private static PossibleDuplicate duplicate(String code, String born, PossibleDuplicate.Why why) {
        return new PossibleDuplicate(new FileRef(CODE, FileKind.MEMBER, code), code, LocalDate.parse(born), why);
    }

    @Override
    public List<Product> products(UnitOfWork work, LocalDate day) {
        return List.of();
    }

    @Override
    public List<Guarantee> guarantees(UnitOfWork work, String contract, LocalDate day) {
        return List.of();
    }

    private static int run(UnitOfWork work, String sql, @Nullable Object... arguments) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    private static Optional<String> text(UnitOfWork work, String sql, Object... arguments) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
            }
        });
    }
}
