package io.guichet.country.es;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What must agree across the fields of a Spanish member file.
final class AseguradoRules {

    private static final Pattern POSTCODE = Pattern.compile("(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}");
    private static final Pattern HEALTH_CARD = Pattern.compile("[A-Z0-9]{8,16}");

    private final Clock clock;

    AseguradoRules(Clock clock) {
        this.clock = clock;
    }

    List<FieldProblem> check(FieldValues values) {
        List<FieldProblem> problems = new ArrayList<>();
        checkDocument(values.get("es.member.documentType").orElse(""), values.get("es.member.document").orElse(""),
                problems);
        checkNotAhead("es.member.birthDate", "es.error.birthDateAhead", values, problems);
        checkNotAhead("es.member.questionnaireDate", "es.error.questionnaireAhead", values, problems);
        values.get("es.member.postcode").filter(typed -> !POSTCODE.matcher(typed).matches())
                .ifPresent(typed -> problems.add(problem("es.member.postcode", "es.error.postcode")));
        values.get("es.member.healthCard").filter(typed -> !HEALTH_CARD.matcher(typed).matches())
                .ifPresent(typed -> problems.add(problem("es.member.healthCard", "es.error.healthCard")));
        checkSeniority(values, problems);
        return problems;
    }

    private static void checkDocument(String type, String number, List<FieldProblem> problems) {
        if (type.isEmpty() && !number.isEmpty()) {
            problems.add(problem("es.member.documentType", "es.error.documentTypeMissing"));
        } else if (!type.isEmpty() && number.isEmpty()) {
            problems.add(problem("es.member.document", "es.error.documentMissing"));
        } else if (!number.isEmpty() && !type.equals(Document.PASSPORT) && !type.equals(Document.typeOf(number))) {
            problems.add(problem("es.member.document", "es.error.documentType"));
        }
    }

    private void checkNotAhead(String field, String text, FieldValues values, List<FieldProblem> problems) {
        values.get(field).map(LocalDate::parse).filter(day -> day.isAfter(LocalDate.now(clock)))
                .ifPresent(day -> problems.add(problem(field, text)));
    }

    /// Time recognised before the policy shortens waiting periods; it cannot begin after the policy does.
    private static void checkSeniority(FieldValues values, List<FieldProblem> problems) {
        values.get("es.member.recognisedSince").map(LocalDate::parse).ifPresent(since ->
                values.get("es.member.coverFrom").map(LocalDate::parse).filter(since::isAfter)
                        .ifPresent(from -> problems.add(problem("es.member.recognisedSince", "es.error.seniority"))));
    }

    private static FieldProblem problem(String field, String text) {
        return new FieldProblem(field, UserMessage.of(text));
    }
}
