package io.guichet.country.sample;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// People who live together, the one who brings the insurance first.
///
/// @param people at least one
public record Household(List<Person> people) {

    /// The last day of sample histories. Fixed, so that a seed means the same rows next year.
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    private static final int GROWN = 18;
    private static final int YOUNGEST = 19;
    private static final int PENSION = 65;
    private static final int OLDEST = 92;
    private static final double RETIRED = 9;
    private static final double TWINS = 3;

    /// What somebody is to the first of the household.
    public enum Role {
        HEAD, PARTNER, CHILD
    }

    /// One of them.
    ///
    /// @param role   what they are to the first
    /// @param female women and girls
    /// @param birth  birth date
    public record Person(Role role, boolean female, LocalDate birth) {
        /// Full years on `TODAY`.
        public int age() {
            return birth.until(TODAY).getYears();
        }
    }

    public Household {
        people = List.copyOf(people);
    }

    /// Draws a household of at most `most` people: four in ten live alone, most of the others with children. The first of
    /// one in eleven is retired.
    public static Household draw(Draw draw, int most) {
        return draw(draw, most, draw.percent(RETIRED));
    }

    /// The same, but the first of them is of an age to work.
    public static Household working(Draw draw, int most) {
        return draw(draw, most, false);
    }

    private static Household draw(Draw draw, int most, boolean retired) {
        Person head = new Person(Role.HEAD, draw.percent(49),
                retired ? birth(draw, PENSION, OLDEST) : birth(draw, YOUNGEST, PENSION - 1));
        List<Person> people = new ArrayList<>(List.of(head));
        LocalDate grown = head.birth();
        if (draw.percent(48)) {
            LocalDate drawn = head.birth().plusDays(draw.between(-2000, 2000));
            LocalDate birth = drawn.isAfter(TODAY.minusYears(GROWN)) ? head.birth() : drawn;
            people.add(new Person(Role.PARTNER, draw.percent(3) == head.female(), birth));
            grown = birth.isAfter(grown) ? birth : grown;
        }
        int children = draw.percent(people.size() == 2 ? 62 : 20) ? draw.between(1, 3) : 0;
        LocalDate birth = grown.plusYears(draw.between(21, 37)).plusDays(draw.between(0, 364));
        for (int i = 0; i < children; i++) {
            if (birth.isBefore(TODAY) && birth.isAfter(TODAY.minusYears(25))) {
                people.add(new Person(Role.CHILD, draw.percent(49), birth));
            }
            birth = draw.percent(TWINS) ? birth : birth.plusDays(draw.between(330, 1_700));
        }
        return new Household(people.subList(0, Math.min(most, people.size())));
    }

    /// Whether the first of the household no longer works: nobody employs them, what covers them is their own.
    public boolean retired() {
        return people.getFirst().age() >= PENSION;
    }

    /// The last day on which the first of the household works: the month of their 65th birthday ends.
    public LocalDate lastAtWork() {
        return people.getFirst().birth().plusYears(PENSION).with(TemporalAdjusters.lastDayOfMonth());
    }

    /// The first day from `from` on which the first of the household is of age to work or to sign; `last` when that comes
    /// too late.
    public LocalDate grown(LocalDate from, LocalDate last) {
        LocalDate grown = people.getFirst().birth().plusYears(GROWN);
        return grown.isBefore(from) ? from : grown.isAfter(last) ? last : grown;
    }

    /// Of somebody who has had that many birthdays at least, and `oldest` at most.
    private static LocalDate birth(Draw draw, int youngest, int oldest) {
        return draw.day(TODAY.minusYears(oldest + 1L).plusDays(1), TODAY.minusYears(youngest));
    }
}
