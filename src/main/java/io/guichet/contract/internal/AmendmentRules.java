package io.guichet.contract.internal;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Reading;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is the same for amendments of every country: form, who it is about, and who a newcomer may already be.
final class AmendmentRules {

    static final String SUBJECT = "subject";
    static final String EFFECTIVE = "effective";
    static final int LONGEST_NOTE = 2000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final FieldInput input;

    AmendmentRules(FieldInput input) {
        this.input = input;
    }

    /// The kind of that code, or empty when the country has none.
    static Optional<AmendmentKind> kind(ContractRecords records, String code) {
        return records.amendments().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /// The order with canonical values of this kind's fields and no others, about nobody where it is about the contract.
    AmendmentOrder canonical(AmendmentKind kind, AmendmentOrder order) {
        FieldValues values = FieldValues.of(Map.of());
        for (FieldSpec field : fields(kind)) {
            String typed = order.values().get(field.key()).orElse("");
            values = values.with(field.key(),
                    input.read(field, typed) instanceof Reading.Value(String canonical) ? canonical : typed);
        }
        return new AmendmentOrder(order.contract(), order.kind(), order.effective(),
                kind.subject() == AmendmentKind.Subject.CONTRACT ? null : order.subject(), values, order.stranger());
    }

    /// What keeps it from being kept, as a draft that may be unfinished.
    List<FieldProblem> draftProblems(AmendmentKind kind, AmendmentOrder order, String note) {
        List<FieldProblem> problems = formProblems(kind, order, false);
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            problems.add(new FieldProblem("note", UserMessage.of("country.error.tooLong", LONGEST_NOTE)));
        }
        return problems;
    }

    /// What keeps it from being applied, as far as the country need not be asked.
    List<FieldProblem> problems(UnitOfWork work, ContractRecords records, AmendmentKind kind, AmendmentOrder order) {
        List<FieldProblem> problems = formProblems(kind, order, true);
        if (kind.subject() == AmendmentKind.Subject.COVERED && order.subject() == null) {
            problems.addFirst(new FieldProblem(SUBJECT, UserMessage.of("contract.error.subjectMissing")));
        }
        if (problems.isEmpty() && newcomer(kind, order)) {
            duplicate(work, records, order).ifPresent(problems::add);
        }
        return problems;
    }

    /// Whether it enrols somebody whom the fields describe.
    static boolean newcomer(AmendmentKind kind, AmendmentOrder order) {
        return kind.subject() == AmendmentKind.Subject.NEWCOMER && order.subject() == null;
    }

    private static Optional<FieldProblem> duplicate(UnitOfWork work, ContractRecords records, AmendmentOrder order) {
        List<PossibleDuplicate> found = records.duplicates(work, order);
        Optional<PossibleDuplicate> same = found.stream()
                .filter(each -> each.why() == PossibleDuplicate.Why.NATIONAL_ID).findFirst();
        if (same.isPresent()) {
            return same.map(each -> new FieldProblem(SUBJECT,
                    UserMessage.of("contract.error.sameNationalId", each.name(), each.birth())));
        }
        return order.stranger() ? Optional.empty() : found.stream().findFirst().map(each -> new FieldProblem(SUBJECT,
                UserMessage.of("contract.error.possibleDuplicate", each.name(), each.birth())));
    }

    private List<FieldProblem> formProblems(AmendmentKind kind, AmendmentOrder order, boolean complete) {
        List<FieldProblem> problems = new ArrayList<>();
        if (order.effective().isBefore(FIRST_DAY) || order.effective().isAfter(LAST_DAY)) {
            problems.add(new FieldProblem(EFFECTIVE, UserMessage.of("contract.error.effective", FIRST_DAY, LAST_DAY)));
        }
        boolean known = kind.subject() == AmendmentKind.Subject.NEWCOMER && order.subject() != null;
        for (FieldSpec field : fields(kind)) {
            String value = order.values().get(field.key()).orElse("");
            // Who is a member already is described in their own file.
            boolean demanded = complete && !(known && ofTheMember(field));
            if ((demanded || !value.isEmpty()) && input.read(field, value) instanceof Reading.Refused refused) {
                problems.add(new FieldProblem(field.key(), refused.problem()));
            }
        }
        return problems;
    }

    private static boolean ofTheMember(FieldSpec field) {
        return field.key().split("\\.")[1].equals("member");
    }

    static List<FieldSpec> fields(AmendmentKind kind) {
        return kind.groups().stream().map(FieldGroup::fields).flatMap(List::stream).toList();
    }
}
