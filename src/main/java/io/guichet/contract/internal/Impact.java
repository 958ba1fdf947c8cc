package io.guichet.contract.internal;

import io.guichet.contract.PremiumCorrection;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.PremiumLine;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.platform.database.UnitOfWork;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a change that holds from a day in the past makes wrong.
///
/// A month's premium is due on its first day, as the contract stands on that day: a change in the middle of a month is
/// charged from the next month on.
final class Impact {

    /// Months behind today beyond which no premium is corrected: claims for premiums are statute-barred before, in every
    /// country (France two years, code des assurances L114-1; Belgium three, law of 4 April 2014 art. 88; Spain two, Ley
    /// 50/1980 art. 23).
    private static final int MONTHS = 36;
    private static final int PAGE = 500;

    private final Clock clock;

    Impact(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The months already due whose premium a change from that day on may have made wrong.
    List<YearMonth> months(LocalDate effective) {
        YearMonth last = YearMonth.from(today());
        YearMonth first = YearMonth.from(effective);
        if (effective.getDayOfMonth() > 1) {
            first = first.plusMonths(1);
        }
        YearMonth earliest = last.minusMonths(MONTHS - 1L);
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first.isBefore(earliest) ? earliest : first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /// What the contract costs in each of these months as things stand in `work`.
    static Map<YearMonth, Money> premiums(UnitOfWork work, ContractRecords records, String contract, List<YearMonth> months) {
        Map<YearMonth, Money> premiums = new TreeMap<>();
        for (YearMonth month : months) {
            premiums.put(month, premium(work, records, contract, month.atDay(1)));
        }
        return premiums;
    }

    /// A month, taxes included.
    static Money premium(UnitOfWork work, ContractRecords records, String contract, LocalDate day) {
        List<PremiumLine> lines = records.premium(work, contract, day);
        return lines.stream().filter(line -> line.kind() == PremiumLine.Kind.TOTAL).map(PremiumLine::amount)
                .reduce(Money::plus).orElse(Money.ZERO);
    }

    /// The months that differ, and by how much.
    static List<PremiumCorrection> corrections(Map<YearMonth, Money> before, Map<YearMonth, Money> after) {
        List<PremiumCorrection> corrections = new ArrayList<>();
        after.forEach((month, amount) -> {
            Money was = before.get(month);
            Money difference = was == null ? amount : amount.minus(was);
            if (difference.minor() != 0) {
                corrections.add(new PremiumCorrection(month, difference));
            }
        });
        return corrections;
    }

    /// Everybody whom the contract covers on that day or later.
    static Set<FileRef> covered(UnitOfWork work, ContractRecords records, String contract, LocalDate day) {
        Set<FileRef> covered = new HashSet<>();
        @Nullable String after = null;
        while (true) {
            Page<CoveredPerson> page = records.people(work, contract, day, "", after, PAGE);
            page.rows().forEach(person -> covered.add(person.member()));
            if (!page.more() || page.rows().isEmpty()) {
                return covered;
            }
            after = page.rows().getLast().place();
        }
    }
}
