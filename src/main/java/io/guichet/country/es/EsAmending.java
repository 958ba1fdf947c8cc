package io.guichet.country.es;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Carries changes out. What is wrong is looked for first and said at its field; what two colleagues do at the same moment
/// is caught by the database's own constraints, and said in the same words.
final class EsAmending {

    /// There is one way to pay, one home and one account: what shall hold later cannot be kept beside it.
    private static final Set<String> UNDATED = Set.of(EsAmendments.PAYMENT, EsAmendments.ADDRESS, EsAmendments.BANK);

    private final EsEnrolment enrolment;
    private final EsMemberChanges members;
    private final Clock clock;

    EsAmending(CountryCode country, Function<FieldValues, List<FieldProblem>> rules, Clock clock) {
        this.clock = clock;
        this.enrolment = new EsEnrolment(country, rules);
        this.members = new EsMemberChanges(country);
    }

    EsEnrolment enrolment() {
        return enrolment;
    }

    AmendmentResult apply(Connection connection, AmendmentOrder order) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            AmendmentResult result = carryOut(connection, order);
            if (result.isDone()) {
                connection.releaseSavepoint(before);
            } else {
                connection.rollback(before);
            }
            return result;
        } catch (SQLException refused) {
            FieldProblem problem = problem(refused);
            if (problem == null) {
                throw refused;
            }
            connection.rollback(before);
            return AmendmentResult.refused(List.of(problem));
        }
    }

    private AmendmentResult carryOut(Connection connection, AmendmentOrder order) throws SQLException {
        Optional<AmendedPolicy> policy = AmendedPolicy.lock(connection, order.contract());
        if (policy.isEmpty()) {
            return AmendmentResult.refused(List.of(AmendedPolicy.atDay("es.amendment.error.noPolicy")));
        }
        if (UNDATED.contains(order.kind()) && order.effective().isAfter(LocalDate.now(clock))) {
            return AmendmentResult.refused(List.of(AmendedPolicy.atDay("es.amendment.error.notAhead")));
        }
        return switch (order.kind()) {
            case EsAmendments.ENROL -> enrolment.apply(connection, policy.get(), order);
            case EsAmendments.OPTION, EsAmendments.PAYMENT, EsAmendments.DATES, EsAmendments.SUSPEND ->
                    EsPolicyChanges.apply(connection, policy.get(), order);
            case EsAmendments.TERMINATE, EsAmendments.MEMBER_DATES, EsAmendments.KINSHIP, EsAmendments.ADDRESS,
                 EsAmendments.BANK -> members.apply(connection, policy.get(), order);
            default -> throw new IllegalArgumentException("no kind of change " + order.kind());
        };
    }

    /// What a constraint says, or null when it is no matter of the fields.
    static @Nullable FieldProblem problem(SQLException refused) {
        ServerErrorMessage message = refused instanceof PSQLException told ? told.getServerErrorMessage() : null;
        String constraint = message == null ? null : message.getConstraint();
        return constraint == null ? null : switch (constraint) {
            case "asegurado_sin_solape" -> AmendedPolicy.atSubject("es.amendment.error.overlapNow");
            case "asegurado_periodo", "poliza_fin", "poliza_modalidad_periodo", "poliza_suspension_periodo" ->
                    AmendedPolicy.atDay("es.amendment.error.endsBeforeBeginNow");
            case "asegurado_fecha_nacimiento" -> at("es.member.birthDate", "es.error.birthDateAhead");
            case "asegurado_antiguedad" -> at("es.member.recognisedSince", "es.error.seniority");
            case "asegurado_documento" -> at("es.member.document", "es.error.documentType");
            case "domicilio_codigo_postal" -> at("es.member.postcode", "es.error.postcode");
            case "poliza_modalidad_sin_solape", "poliza_suspension_sin_solape" ->
                    AmendedPolicy.atDay("es.amendment.error.changedNow");
            default -> null;
        };
    }

    private static FieldProblem at(String field, String text) {
        return new FieldProblem(field, UserMessage.of(text));
    }
}
