package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.fr.adjudication.Figures;
import io.guichet.country.fr.adjudication.Guarantee;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.adjudication.Used;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one person used of limited guarantees, period by period.
final class CounterBook implements Used {

    private static final int INFANT = 6;
    private static final int CHILD = 16;

    private final LocalDate birth;
    private final List<Counter> counters;

    /// One counter of one period.
    static final class Counter {

        final @Nullable Long number;
        final String code;
        final LocalDate from;
        final LocalDate to;
        long used;

        /// @param number null while it is not in its table
        Counter(@Nullable Long number, String code, long used, LocalDate from, LocalDate to) {
            this.number = number;
            this.code = code;
            this.used = used;
            this.from = from;
            this.to = to;
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// @param counters may grow
    CounterBook(LocalDate birth, List<Counter> counters) {
        this.birth = birth;
        this.counters = counters;
    }

    @Override
    public long of(String counter, LocalDate day) {
        long used = 0;
        LocalDate until = counter.equals(GLASSES) ? renewedAfter(day) : day;
        for (Counter each : counters) {
            // what overlaps the period that would begin with new glasses; of all else, what holds the day
            if (each.code.equals(counter) && !each.from.isAfter(until) && !each.to.isBefore(day)) {
                used += each.used;
            }
        }
        return used;
    }

    /// The last day of the period in which glasses had on that day are not renewed: six months below 6, a year below 16, two
    /// years later on.
    LocalDate renewedAfter(LocalDate day) {
        LocalDate next = day.isBefore(birth.plusYears(INFANT)) ? day.plusMonths(6)
                : day.isBefore(birth.plusYears(CHILD)) ? day.plusYears(1) : day.plusYears(2);
        return next.minusDays(1);
    }

    /// The counter that holds that day.
    Optional<Counter> on(String code, LocalDate day) {
        return counters.stream().filter(each -> each.code.equals(code) && each.holds(day)).findFirst();
    }

    /// A counter that begins with the use of it on that day, nothing used yet: of the year, or of the pair of glasses.
    Counter begun(String code, LocalDate day) {
        boolean glasses = code.equals(GLASSES);
        Counter counter = new Counter(null, code, 0, glasses ? day : day.withDayOfYear(1),
                glasses ? renewedAfter(day) : day.withDayOfYear(day.lengthOfYear()));
        counters.add(counter);
        return counter;
    }

    /// How much there is of a counter in its period.
    ///
    /// @param plan of the day of care
    static long limit(CounterMove move, Plan plan, LocalDate day) {
        return switch (move.counter()) {
            case GLASSES -> 1;
            case FLAT_CONTRIBUTIONS -> Objects.requireNonNull(Figures.published().parameter("PF_ANNEE").at(day)).value();
            default -> {
                Guarantee guarantee = plan.guarantee(move.counter());
                if (guarantee == null) {
                    throw new IllegalArgumentException("the plan counts no " + move.counter());
                }
                yield guarantee.limit();
            }
        };
    }

    /// What is counted, as `compteur.unite` has it.
    static String unit(String counter, Plan plan) {
        Guarantee guarantee = plan.guarantee(counter);
        return counter.equals(GLASSES) ? "EQUIPEMENT" : guarantee == null ? "CENTIME" : switch (guarantee.unit()) {
            case TIMES -> "SEANCE";
            case DAYS -> "JOUR";
            default -> "CENTIME";
        };
    }
}
