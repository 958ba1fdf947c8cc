package io.guichet.country.es;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes to a policy as a whole: its modality, its payment, its end, its suspension.
final class EsPolicyChanges {

    private static final String REFUSED_DAY = "es.amendment.error.outside";
    private static final String TOUCH = "UPDATE es.poliza SET version = version + 1 WHERE id = ?";

    private EsPolicyChanges() {
    }

    static AmendmentResult apply(Connection connection, AmendedPolicy policy, AmendmentOrder order) throws SQLException {
        FieldProblem problem = switch (order.kind()) {
            case EsAmendments.OPTION -> option(connection, policy, order);
            case EsAmendments.PAYMENT -> payment(connection, policy, order);
            case EsAmendments.DATES -> dates(connection, policy, order);
            default -> suspension(connection, policy, order);
        };
        return problem == null ? AmendmentResult.done(Set.of()) : AmendmentResult.refused(List.of(problem));
    }

    /// A dated row.
    private record Period(UUID id, UUID modality, LocalDate from) {
    }

    private static @Nullable FieldProblem option(Connection connection, AmendedPolicy policy, AmendmentOrder order)
            throws SQLException {
        LocalDate day = order.effective();
        String code = order.values().get("es.amendment.option.modality").orElse("");
        Optional<UUID> wanted = EsSql.first(connection, """
                SELECT m.id FROM es.modalidad m JOIN es.producto o ON o.id = m.producto
                WHERE m.codigo = ? AND daterange(o.desde, o.hasta, '[]') @> ?::date
                """, row -> EsSql.key(row, "id"), code, day);
        if (wanted.isEmpty()) {
            return new FieldProblem("es.amendment.option.modality", UserMessage.of("es.amendment.error.unknownProduct", code));
        }
        if (!policy.covers(day)) {
            return AmendedPolicy.atDay(REFUSED_DAY, policy.from());
        }
        Period current = EsSql.first(connection, """
                SELECT id, modalidad, desde FROM es.poliza_modalidad WHERE poliza = ? ORDER BY desde DESC LIMIT 1 FOR UPDATE
                """, row -> new Period(EsSql.key(row, "id"), EsSql.key(row, "modalidad"), EsSql.day(row, "desde")),
                policy.id()).orElse(null);
        if (current != null && current.from().isAfter(day)) {
            return AmendedPolicy.atDay("es.amendment.error.laterChange", current.from());
        }
        if (current != null && current.modality().equals(wanted.get())) {
            return new FieldProblem("es.amendment.option.modality", UserMessage.of("es.amendment.error.sameProduct"));
        }
        if (current != null && current.from().equals(day)) {
            EsSql.update(connection, "UPDATE es.poliza_modalidad SET modalidad = ?, version = version + 1 WHERE id = ?",
                    wanted.get(), current.id());
        } else {
            if (current != null) {
                EsSql.update(connection, "UPDATE es.poliza_modalidad SET hasta = ?, version = version + 1 WHERE id = ?",
                        day.minusDays(1), current.id());
            }
            EsSql.update(connection, "INSERT INTO es.poliza_modalidad (id, poliza, modalidad, desde) VALUES (?, ?, ?, ?)",
                    UUID.randomUUID(), policy.id(), wanted.get(), day);
        }
        EsSql.update(connection, TOUCH, policy.id());
        return null;
    }

    private static @Nullable FieldProblem payment(Connection connection, AmendedPolicy policy, AmendmentOrder order)
            throws SQLException {
        if (!policy.covers(order.effective())) {
            return AmendedPolicy.atDay(REFUSED_DAY, policy.from());
        }
        EsSql.update(connection, "UPDATE es.poliza SET forma_pago = ?, version = version + 1 WHERE id = ?",
                order.values().get("es.amendment.payment.form").orElse(null), policy.id());
        return null;
    }

    /// Ends it on the day before, or lets an ended one go on from the day after its end.
    private static @Nullable FieldProblem dates(Connection connection, AmendedPolicy policy, AmendmentOrder order)
            throws SQLException {
        FieldValues values = order.values();
        LocalDate day = order.effective();
        if (values.get("es.amendment.dates.change").filter("GO_ON"::equals).isPresent()) {
            LocalDate end = policy.to();
            if (end == null || !day.equals(end.plusDays(1))) {
                return end == null ? AmendedPolicy.atDay("es.amendment.error.notEnded")
                        : AmendedPolicy.atDay("es.amendment.error.goesOn", end.plusDays(1));
            }
            EsSql.update(connection, """
                    UPDATE es.poliza SET fin = NULL, motivo_fin = NULL, vencimiento = greatest(vencimiento, ?), version = version + 1
                    WHERE id = ?
                    """, endOfYear(day), policy.id());
            return null;
        }
        LocalDate last = day.minusDays(1);
        if (last.isBefore(policy.from())) {
            return AmendedPolicy.atDay("es.amendment.error.endsBeforeBegin", policy.from());
        }
        if (values.get("es.amendment.dates.reason").isEmpty()) {
            return new FieldProblem("es.amendment.dates.reason", UserMessage.of("country.error.required"));
        }
        EsSql.update(connection, """
                UPDATE es.poliza SET fin = ?, motivo_fin = ?, vencimiento = greatest(vencimiento, ?), version = version + 1
                WHERE id = ?
                """, last, values.get("es.amendment.dates.reason").get(), endOfYear(last), policy.id());
        return null;
    }

    private static @Nullable FieldProblem suspension(Connection connection, AmendedPolicy policy, AmendmentOrder order)
            throws SQLException {
        LocalDate day = order.effective();
        Optional<Period> open = EsSql.first(connection, """
                SELECT id, poliza AS modalidad, desde FROM es.poliza_suspension
                WHERE poliza = ? AND coalesce(hasta >= ?, true) ORDER BY desde LIMIT 1 FOR UPDATE
                """, row -> new Period(EsSql.key(row, "id"), EsSql.key(row, "modalidad"), EsSql.day(row, "desde")),
                policy.id(), day);
        if (order.values().get("es.amendment.suspend.change").filter("RESUME"::equals).isPresent()) {
            if (open.isEmpty() || !open.get().from().isBefore(day)) {
                return AmendedPolicy.atDay("es.amendment.error.notSuspended");
            }
            EsSql.update(connection, "UPDATE es.poliza_suspension SET hasta = ?, version = version + 1 WHERE id = ?",
                    day.minusDays(1), open.get().id());
        } else {
            if (open.isPresent()) {
                return AmendedPolicy.atDay("es.amendment.error.suspended", open.get().from());
            }
            if (!policy.covers(day)) {
                return AmendedPolicy.atDay(REFUSED_DAY, policy.from());
            }
            EsSql.update(connection, "INSERT INTO es.poliza_suspension (id, poliza, motivo, desde) VALUES (?, ?, ?, ?)",
                    UUID.randomUUID(), policy.id(), order.values().get("es.amendment.suspend.reason").orElse("PETICION"), day);
        }
        EsSql.update(connection, TOUCH, policy.id());
        return null;
    }

    private static LocalDate endOfYear(LocalDate day) {
        return LocalDate.of(day.getYear(), 12, 31);
    }
}
