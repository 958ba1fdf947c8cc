package io.guichet.country.be;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What must agree across the fields of a Belgian member file.
final class VerzekerdeRules {

    private static final Pattern POSTCODE = Pattern.compile("[1-9][0-9]{3}");
    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}");
    private static final Pattern FUND = Pattern.compile("[1-9][0-9]{2}");
    private static final int BIS_STEP = 20;
    private static final int CENTURY = 2000;

    private final Clock clock;

    VerzekerdeRules(Clock clock) {
        this.clock = clock;
    }

    /// BIS numbers add 20 to the month when the sex was unknown at registration, 40 when it was known.
    static boolean isBis(String inss) {
        return writtenMonth(inss) >= BIS_STEP;
    }

    List<FieldProblem> check(FieldValues values) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate birth = values.get("be.member.birthDate").map(LocalDate::parse).orElse(null);
        String sex = values.get("be.member.sex").orElse("X");
        values.get("be.member.inss").ifPresent(inss -> {
            if (birth != null && contradictsBirth(inss, birth)) {
                problems.add(problem("be.member.inss", "be.error.inssBirthDate"));
            }
            if (contradictsSex(inss, sex)) {
                problems.add(problem("be.member.inss", "be.error.inssSex"));
            }
        });
        if (birth != null && birth.isAfter(LocalDate.now(clock))) {
            problems.add(problem("be.member.birthDate", "be.error.birthDateAhead"));
        }
        values.get("be.member.postcode").filter(typed -> !POSTCODE.matcher(typed).matches())
                .ifPresent(typed -> problems.add(problem("be.member.postcode", "be.error.postcode")));
        values.get("be.member.fund").filter(typed -> !FUND.matcher(typed).matches())
                .ifPresent(typed -> problems.add(problem("be.member.fund", "be.error.fund")));
        checkInsurability(values, problems);
        values.get("be.member.doctor").filter(typed -> !typed.startsWith("1"))
                .ifPresent(typed -> problems.add(problem("be.member.doctor", "be.error.doctor")));
        return problems;
    }

    private static void checkInsurability(FieldValues values, List<FieldProblem> problems) {
        String ct1 = values.get("be.member.ct1").orElse("");
        String ct2 = values.get("be.member.ct2").orElse("");
        if (!ct1.isEmpty() && !THREE_DIGITS.matcher(ct1).matches()) {
            problems.add(problem("be.member.ct1", "be.error.insurabilityCode"));
        }
        if (!ct2.isEmpty() && !THREE_DIGITS.matcher(ct2).matches()) {
            problems.add(problem("be.member.ct2", "be.error.insurabilityCode"));
        }
        if (ct1.isEmpty() != ct2.isEmpty()) {
            problems.add(problem(ct1.isEmpty() ? "be.member.ct1" : "be.member.ct2", "be.error.insurabilityPair"));
        }
    }

    private static int writtenMonth(String inss) {
        return Integer.parseInt(inss.substring(2, 4));
    }

    /// Unknown parts (00) contradict nothing. The control digits tell the century.
    private static boolean contradictsBirth(String inss, LocalDate birth) {
        int year = Integer.parseInt(inss.substring(0, 2));
        int month = writtenMonth(inss) % BIS_STEP;
        int day = Integer.parseInt(inss.substring(4, 6));
        boolean from2000 = birth.getYear() >= CENTURY;
        boolean control = Niss.complete(inss.substring(0, 9), from2000).equals(inss);
        return !control || year != birth.getYear() % 100
                || month != 0 && month != birth.getMonthValue()
                || day != 0 && day != birth.getDayOfMonth();
    }

    /// The counter is odd for men and even for women; a BIS number below month 40 says nothing, and people who are
    /// registered as X kept theirs.
    private static boolean contradictsSex(String inss, String sex) {
        int month = writtenMonth(inss);
        boolean telling = month < BIS_STEP || month >= 2 * BIS_STEP;
        boolean odd = Integer.parseInt(inss.substring(6, 9)) % 2 == 1;
        return telling && !sex.equals("X") && odd != sex.equals("M");
    }

    private static FieldProblem problem(String field, String text) {
        return new FieldProblem(field, UserMessage.of(text));
    }
}
