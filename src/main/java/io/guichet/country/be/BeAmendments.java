package io.guichet.country.be;

import io.guichet.country.MemberRecords;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Checks and carries out the changes of Belgian policies. What two clerks do at the same time, and neither saw, the
/// constraints of the tables refuse: their refusal becomes the sentence that the check would have said.
final class BeAmendments {

    /// Carries out one kind: first checks, then writes unless something is wrong.
    @FunctionalInterface
    private interface Step {
        void run(Change change) throws SQLException;
    }

    private static final String RULE_BROKEN = "23";
    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "aansluiting_zonder_overlapping", problem(Change.EFFECTIVE, "be.error.overlapRace"),
            "aansluiting_periode", problem(Change.EFFECTIVE, "be.error.endBeforeStart"),
            "polis_periode", problem("be.amendment.dates.end", "be.error.endBeforeStart"),
            "polis_schorsing", problem("be.amendment.dates.end", "be.error.endBeforeSuspension"),
            "polis_formule_zonder_overlapping", problem(Change.EFFECTIVE, "be.error.formulaRace"),
            "verzekerde_per_inss", problem("be.member.inss", "be.error.inssRace"));

    private final CountryCode country;
    private final List<AmendmentKind> kinds;
    private final Enrolment enrolment;
    private final Map<String, Step> steps;

    BeAmendments(CountryCode country, MemberRecords members, Clock clock) {
        this.country = country;
        this.kinds = BeAmendmentKinds.all(members);
        this.enrolment = new Enrolment(country, members);
        PersonChanges persons = new PersonChanges(members, clock);
        this.steps = Map.of("enrol", enrolment::run,
                "terminate", MembershipChanges::terminate,
                "memberDates", MembershipChanges::dates,
                "continuation", Continuation::run,
                "option", PolicyChanges::option,
                "dates", PolicyChanges::dates,
                "address", change -> persons.run(change, "be.amendment.address.family"),
                "bank", change -> persons.run(change, "be.amendment.bank.family"));
    }

    List<AmendmentKind> kinds() {
        return kinds;
    }

    List<PossibleDuplicate> duplicates(UnitOfWork work, AmendmentOrder order) {
        return work.sql(connection -> enrolment.duplicates(connection, order));
    }

    AmendmentResult apply(UnitOfWork work, AmendmentOrder order) {
        Step step = steps.get(order.kind());
        if (step == null) {
            throw new IllegalArgumentException("Belgian policies know no amendment " + order.kind());
        }
        return work.sql(connection -> apply(work, connection, order, step));
    }

    private AmendmentResult apply(UnitOfWork work, Connection connection, AmendmentOrder order, Step step)
            throws SQLException {
        Optional<Change> found = Change.of(country, work, connection, order);
        if (found.isEmpty()) {
            return AmendmentResult.refused(List.of(problem(Change.SUBJECT, "be.error.noPolicy")));
        }
        Change change = found.get();
        Savepoint before = connection.setSavepoint();
        try {
            step.run(change);
            if (!change.isFaultless()) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
            return change.result();
        } catch (SQLException refused) {
            FieldProblem sentence = sentence(refused);
            if (sentence == null) {
                throw refused;
            }
            connection.rollback(before);
            return AmendmentResult.refused(List.of(sentence));
        }
    }

    private static @Nullable FieldProblem sentence(SQLException refused) {
        String state = refused.getSQLState();
        if (state == null || !state.startsWith(RULE_BROKEN) || !(refused instanceof PSQLException server)) {
            return null;
        }
        ServerErrorMessage message = server.getServerErrorMessage();
        String constraint = message == null ? null : message.getConstraint();
        return constraint == null ? null : REFUSALS.get(constraint);
    }

    private static FieldProblem problem(String field, String text) {
        return new FieldProblem(field, UserMessage.of(text));
    }
}
