package io.guichet.country.be;

import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Household;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sample policy while its people are drawn: counts them by age, for the premiums of the last months.
final class SamplePolicy {

    /// A person's membership of it.
    record Membership(SamplePolicy policy, int person, String member, LocalDate from, @Nullable LocalDate to) {
    }

    private static final int MONTHS = 4;
    private static final int OLDEST = 151;
    private static final LocalDate LAST_MONTH = Household.TODAY.withDayOfMonth(1);

    private final String number;
    private final String branch;
    private final LocalDate start;
    private final @Nullable LocalDate end;
    private final @Nullable LocalDate suspended;
    private final int share;
    private final String first;
    private @Nullable LocalDate changed;
    private String formula;
    private final int[][] ages = new int[MONTHS][OLDEST];

    /// @param share percent that the employer bears
    SamplePolicy(String number, String branch, String formula, LocalDate start, @Nullable LocalDate end,
                 @Nullable LocalDate suspended, int share) {
        this.number = number;
        this.branch = branch;
        this.first = formula;
        this.formula = formula;
        this.start = start;
        this.end = end;
        this.suspended = suspended;
        this.share = share;
    }

    String number() {
        return number;
    }

    String branch() {
        return branch;
    }

    LocalDate start() {
        return start;
    }

    @Nullable LocalDate end() {
        return end;
    }

    /// From that day on it has another formula.
    void change(String other, LocalDate day) {
        formula = other;
        changed = day;
    }

    String formula(LocalDate day) {
        return changed != null && day.isBefore(changed) ? first : formula;
    }

    void writeFormulas(CopyTable formulas) {
        if (changed == null) {
            formulas.row(number, start, null, branch, formula, share);
        } else {
            formulas.row(number, start, changed.minusDays(1), branch, first, share);
            formulas.row(number, changed, null, branch, formula, share);
        }
    }

    /// Counts somebody in the months they are insured in.
    void count(LocalDate birth, LocalDate from, @Nullable LocalDate to) {
        for (int i = 0; i < MONTHS; i++) {
            LocalDate month = month(i);
            if (!from.isAfter(month) && (to == null || !to.isBefore(month))) {
                int age = month.getYear() - birth.getYear() - (month.getMonthValue() < birth.getMonthValue()
                        || month.getMonthValue() == birth.getMonthValue() && birth.getDayOfMonth() > 1 ? 1 : 0);
                ages[i][Math.max(0, age)]++;
            }
        }
    }

    private static LocalDate month(int index) {
        return LAST_MONTH.minusMonths(MONTHS - 1L - index);
    }

    void writePremiums(CopyTable premiums, SampleTerms terms) {
        for (int i = 0; i < MONTHS; i++) {
            LocalDate month = month(i);
            if (month.isBefore(start) || end != null && month.isAfter(end)) {
                continue;
            }
            int[] counts = ages[i];
            List<Premie.Group> groups = terms.tariffs(formula(month), month).stream().map(tariff -> {
                int people = 0;
                for (int age = tariff.from(); age <= tariff.to(); age++) {
                    people += counts[age];
                }
                return new Premie.Group(tariff, people);
            }).toList();
            Premie premium = new Premie(groups, terms.taxes(branch));
            if (premium.people() == 0) {
                continue;
            }
            boolean paid = i < MONTHS - 1 && (suspended == null || month.isBefore(suspended.minusMonths(1)));
            premiums.row(number, month, premium.people(), Figures.amount(premium.net()), Figures.amount(premium.tax()),
                    Figures.amount(premium.inami()), Figures.amount(premium.total()), paid ? month.plusDays(9) : null);
        }
    }
}
