package io.guichet.country.es;

import io.guichet.country.sample.Household;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sample policy while people join it: what it says, and the sums that its receipts will be made of.
final class EsSamplePolicy {

    /// Months whose copays and premiums are kept: of last year and this one.
    static final int MONTHS = 24;
    private static final int FIRST_YEAR = Household.TODAY.getYear() - 1;

    final UUID id;
    final LocalDate start;
    final @Nullable LocalDate end;
    final @Nullable LocalDate suspended;
    final String payment;
    final EsSampleTerms terms;
    final EsSampleTerms before;
    final @Nullable LocalDate changed;
    final long[] premium = new long[MONTHS];
    final int[] insured = new int[MONTHS];
    final long[] copays = new long[MONTHS];

    /// @param before  what it was until `changed`; the same as `terms` when it never changed
    /// @param changed first day of `terms`, null when it never was anything else
    EsSamplePolicy(UUID id, LocalDate start, @Nullable LocalDate end, @Nullable LocalDate suspended, String payment,
                   EsSampleTerms terms, EsSampleTerms before, @Nullable LocalDate changed) {
        this.id = id;
        this.start = start;
        this.end = end;
        this.suspended = suspended;
        this.payment = payment;
        this.terms = terms;
        this.before = before;
        this.changed = changed;
    }

    /// Last day on which anything can have happened.
    LocalDate last() {
        return end == null || end.isAfter(Household.TODAY) ? Household.TODAY : end;
    }

    /// What it says on that day.
    EsSampleTerms on(LocalDate day) {
        return changed != null && day.isBefore(changed) ? before : terms;
    }

    /// Somebody is covered from `from` to `to`, and costs so much a month.
    void add(int monthly, LocalDate from, LocalDate to) {
        for (int month = 0; month < MONTHS; month++) {
            LocalDate first = first(month);
            if (!first.isBefore(from) && !first.isAfter(to)) {
                premium[month] += monthly;
                insured[month]++;
            }
        }
    }

    /// A copay of that day; older ones are on no receipt that is kept.
    void addCopay(LocalDate day, long cents) {
        int month = (day.getYear() - FIRST_YEAR) * 12 + day.getMonthValue() - 1;
        if (month >= 0) {
            copays[month] += cents;
        }
    }

    private static final LocalDate[] FIRSTS = firsts();

    private static LocalDate[] firsts() {
        LocalDate[] firsts = new LocalDate[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            firsts[month] = LocalDate.of(FIRST_YEAR, 1, 1).plusMonths(month);
        }
        return firsts;
    }

    /// The first day of a kept month.
    static LocalDate first(int month) {
        return FIRSTS[month];
    }
}
