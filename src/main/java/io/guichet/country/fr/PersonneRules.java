package io.guichet.country.fr;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What must agree across the fields of a French member file.
final class PersonneRules {

    private static final Pattern POSTCODE = Pattern.compile("[0-9]{5}");
    private static final Pattern CAISSE = Pattern.compile("[0-9]{9}");
    private static final int LAST_MONTH = 12;

    private final Clock clock;

    PersonneRules(Clock clock) {
        this.clock = clock;
    }

    List<FieldProblem> check(FieldValues values) {
        List<FieldProblem> problems = new ArrayList<>();
        values.get("fr.member.nir").ifPresent(nir -> {
            values.get("fr.member.sex").filter(sex -> contradictsSex(nir, sex))
                    .ifPresent(sex -> problems.add(problem("fr.member.nir", "fr.error.nirSex")));
            values.get("fr.member.birthDate").filter(birth -> contradictsBirth(nir, LocalDate.parse(birth)))
                    .ifPresent(birth -> problems.add(problem("fr.member.nir", "fr.error.nirBirthDate")));
        });
        values.get("fr.member.birthDate").map(LocalDate::parse).filter(birth -> birth.isAfter(LocalDate.now(clock)))
                .ifPresent(birth -> problems.add(problem("fr.member.birthDate", "fr.error.birthDateAhead")));
        values.get("fr.member.postcode").filter(typed -> !POSTCODE.matcher(typed).matches())
                .ifPresent(typed -> problems.add(problem("fr.member.postcode", "fr.error.postcode")));
        values.get("fr.member.fund").filter(typed -> !CAISSE.matcher(typed).matches())
                .ifPresent(typed -> problems.add(problem("fr.member.fund", "fr.error.fund")));
        return problems;
    }

    /// 1, 3 and 7 are given to men, 2, 4 and 8 to women.
    private static boolean contradictsSex(String nir, String sex) {
        boolean man = "137".indexOf(nir.charAt(0)) >= 0;
        return man != sex.equals("M");
    }

    /// The NIR carries year and month; months above 12 stand for a month nobody knew at registration.
    private static boolean contradictsBirth(String nir, LocalDate birth) {
        int year = Integer.parseInt(nir.substring(1, 3));
        int month = Integer.parseInt(nir.substring(3, 5));
        return year != birth.getYear() % 100 || month <= LAST_MONTH && month != birth.getMonthValue();
    }

    private static FieldProblem problem(String field, String text) {
        return new FieldProblem(field, UserMessage.of(text));
    }
}
