package io.guichet.country.es;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.es.AmendedPolicy.Insured;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes to somebody who is on a policy: leaving it, dates, kinship, address, account.
final class EsMemberChanges {

    private static final String VERSION = "UPDATE es.asegurado SET version = version + 1 WHERE id = ?";

    private final CountryCode country;

    EsMemberChanges(CountryCode country) {
        this.country = country;
    }

    AmendmentResult apply(Connection connection, AmendedPolicy policy, AmendmentOrder order) throws SQLException {
        Optional<Insured> found = policy.insured(connection, order.subject(), order.effective());
        if (found.isEmpty()) {
            return AmendmentResult.refused(List.of(AmendedPolicy.atSubject("es.amendment.error.notInsured")));
        }
        Insured person = found.get();
        return switch (order.kind()) {
            case EsAmendments.TERMINATE -> terminate(connection, person, order);
            case EsAmendments.MEMBER_DATES -> dates(connection, policy, person, order);
            case EsAmendments.KINSHIP -> kinship(connection, person, order);
            case EsAmendments.ADDRESS -> address(connection, person, order);
            default -> bank(connection, person, order);
        };
    }

    /// The last day is the one before; who leaves as first insured takes the family along.
    private AmendmentResult terminate(Connection connection, Insured person, AmendmentOrder order) throws SQLException {
        LocalDate last = order.effective().minusDays(1);
        if (!person.coveredFrom(order.effective())) {
            return refused(AmendedPolicy.atDay("es.amendment.error.alreadyEnded", Optional.ofNullable(person.to()).orElse(last)));
        }
        if (last.isBefore(person.from())) {
            return refused(AmendedPolicy.atDay("es.amendment.error.endsBeforeBegin", person.from()));
        }
        Set<FileRef> changed = new HashSet<>();
        for (Insured each : person.isHead() ? family(connection, person.id(), order.effective()) : List.of(person)) {
            if (last.isBefore(each.from())) {
                return refused(AmendedPolicy.atDay("es.amendment.error.familyLater", each.from()));
            }
            EsSql.update(connection, "UPDATE es.asegurado SET fecha_baja = ?, motivo_baja = ?, version = version + 1 WHERE id = ?",
                    last, order.values().get("es.amendment.terminate.reason").orElse(null), each.id());
            changed.add(AmendedPolicy.file(country, each.id()));
        }
        return AmendmentResult.done(changed);
    }

    private static List<Insured> family(Connection connection, UUID head, LocalDate day) throws SQLException {
        return EsSql.list(connection, "SELECT " + AmendedPolicy.INSURED + """
                 FROM es.asegurado a WHERE a.titular = ? AND coalesce(a.fecha_baja >= ?, true)
                ORDER BY a.fecha_alta, a.id
                """, Insured::read, head, day);
    }

    private AmendmentResult dates(Connection connection, AmendedPolicy policy, Insured person, AmendmentOrder order)
            throws SQLException {
        FieldValues values = order.values();
        boolean open = values.get("es.amendment.memberDates.open").filter("true"::equals).isPresent();
        LocalDate from = values.get("es.amendment.memberDates.from").map(LocalDate::parse).orElse(person.from());
        LocalDate to = open ? null : values.get("es.amendment.memberDates.until").map(LocalDate::parse).orElse(person.to());
        LocalDate since = values.get("es.member.recognisedSince").map(LocalDate::parse).orElse(null);
        List<FieldProblem> problems = new ArrayList<>();
        if (from.isBefore(policy.from())) {
            problems.add(problem("es.amendment.memberDates.from", "es.amendment.error.outside", policy.from()));
        }
        if (from.isBefore(person.birth())) {
            problems.add(problem("es.amendment.memberDates.from", "es.amendment.error.unborn", person.birth()));
        }
        if (to != null && to.isBefore(from)) {
            problems.add(problem("es.amendment.memberDates.until", "es.amendment.error.endsBeforeBegin", from));
        }
        if (since != null && since.isAfter(from)) {
            problems.add(problem("es.member.recognisedSince", "es.error.seniority"));
        }
        if (problems.isEmpty() && overlaps(connection, policy, person, from, to)) {
            problems.add(AmendedPolicy.atSubject("es.amendment.error.overlap", from));
        }
        if (!problems.isEmpty()) {
            return AmendmentResult.refused(problems);
        }
        EsSql.update(connection, """
                UPDATE es.asegurado SET fecha_alta = ?, fecha_baja = ?::date, motivo_baja = CASE WHEN ?::date IS NULL THEN NULL ELSE motivo_baja END,
                    antiguedad_reconocida = coalesce(?::date, antiguedad_reconocida), version = version + 1
                WHERE id = ?
                """, from, to, to, since, person.id());
        return done(person);
    }

    private static boolean overlaps(Connection connection, AmendedPolicy policy, Insured person, LocalDate from,
                                    @Nullable LocalDate to) throws SQLException {
        return EsSql.first(connection, """
                SELECT id FROM es.asegurado
                WHERE persona = ? AND poliza = ? AND id <> ?
                    AND daterange(fecha_alta, fecha_baja, '[]') && daterange(?::date, ?::date, '[]')
                LIMIT 1
                """, row -> row.getString(1), person.persona(), policy.id(), person.id(), from, to).isPresent();
    }

    private AmendmentResult kinship(Connection connection, Insured person, AmendmentOrder order) throws SQLException {
        if (person.isHead()) {
            return refused(AmendedPolicy.atSubject("es.amendment.error.isHead"));
        }
        EsSql.update(connection, "UPDATE es.asegurado SET parentesco = ?, version = version + 1 WHERE id = ?",
                order.values().get("es.amendment.kinship.kinship").orElse(null), person.id());
        return done(person);
    }

    private AmendmentResult address(Connection connection, Insured person, AmendmentOrder order) throws SQLException {
        FieldValues values = order.values();
        if (values.get("es.member.street").isEmpty() && values.get("es.member.postcode").isEmpty()) {
            return refused(problem("es.member.street", "country.error.required"));
        }
        return each(connection, person, order, "es.amendment.address.family", id -> EsSql.update(connection, """
                INSERT INTO es.domicilio AS d (asegurado, tipo_via, nombre_via, numero, piso_puerta, codigo_postal, municipio, version)
                SELECT a.id, ?, ?, ?, ?, ?, ?, a.version FROM es.asegurado a WHERE a.id = ?
                ON CONFLICT (asegurado) DO UPDATE SET tipo_via = excluded.tipo_via, nombre_via = excluded.nombre_via,
                    numero = excluded.numero, piso_puerta = excluded.piso_puerta, codigo_postal = excluded.codigo_postal,
                    municipio = excluded.municipio, version = greatest(excluded.version, d.version + 1)
                """, text(values, "streetType"), text(values, "street"), text(values, "houseNumber"), text(values, "floorDoor"),
                text(values, "postcode"), text(values, "city"), id));
    }

    private AmendmentResult bank(Connection connection, Insured person, AmendmentOrder order) throws SQLException {
        FieldValues values = order.values();
        if (values.get("es.member.iban").isEmpty()) {
            return refused(problem("es.member.iban", "country.error.required"));
        }
        return each(connection, person, order, "es.amendment.bank.family", id -> EsSql.update(connection, """
                INSERT INTO es.cuenta_bancaria AS b (asegurado, iban, titular, version)
                SELECT a.id, ?, ?, a.version FROM es.asegurado a WHERE a.id = ?
                ON CONFLICT (asegurado) DO UPDATE SET iban = excluded.iban, titular = excluded.titular,
                    version = greatest(excluded.version, b.version + 1)
                """, text(values, "iban"), text(values, "accountHolder"), id));
    }

    /// Writes beside one row.
    @FunctionalInterface
    private interface Write {
        void write(UUID asegurado) throws SQLException;
    }

    private AmendmentResult each(Connection connection, Insured person, AmendmentOrder order, String flag, Write write)
            throws SQLException {
        boolean all = order.values().get(flag).filter("true"::equals).isPresent();
        Set<FileRef> changed = new HashSet<>();
        List<Insured> people = all ? new ArrayList<>(family(connection, person.titular(), order.effective())) : List.of(person);
        for (Insured each : people) {
            EsSql.update(connection, VERSION, each.id());
            write.write(each.id());
            changed.add(AmendedPolicy.file(country, each.id()));
        }
        return AmendmentResult.done(changed);
    }

    private AmendmentResult done(Insured person) {
        return AmendmentResult.done(Set.of(AmendedPolicy.file(country, person.id())));
    }

    private static AmendmentResult refused(FieldProblem problem) {
        return AmendmentResult.refused(List.of(problem));
    }

    private static FieldProblem problem(String field, String text, Object... arguments) {
        return new FieldProblem(field, UserMessage.of(text, arguments));
    }

    private static @Nullable String text(FieldValues values, String field) {
        return values.get("es.member." + field).orElse(null);
    }
}
