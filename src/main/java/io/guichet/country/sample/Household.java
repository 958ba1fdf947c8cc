package io.guichet.country.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// People who live together, the one who brings the insurance first.
///
/// @param people at least one
public record Household(List<Person> people) {

    /// The last day of sample histories. Fixed, so that a seed means the same rows next year.
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    private static final int GROWN = 18;

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

    /// Draws a household of at most `most` people: four in ten live alone, most of the others with children.
    public static Household draw(Draw draw, int most) {
        boolean retired = draw.percent(9);
        Person head = new Person(Role.HEAD, draw.percent(49), birth(draw, retired ? 63 : 19, retired ? 92 : 62));
        List<Person> people = new ArrayList<>(List.of(head));
        if (draw.percent(48)) {
            LocalDate birth = head.birth().plusDays(draw.between(-2000, 2000));
            boolean female = draw.percent(3) == head.female();
            people.add(new Person(Role.PARTNER, female, birth.isAfter(TODAY.minusYears(18)) ? head.birth() : birth));
        }
        int children = draw.percent(people.size() == 2 ? 62 : 20) ? draw.between(1, 3) : 0;
        for (int i = 0; i < children; i++) {
            LocalDate birth = head.birth().plusYears(draw.between(21, 40)).plusDays(draw.between(0, 364));
            if (birth.isBefore(TODAY) && birth.isAfter(TODAY.minusYears(25))) {
                people.add(new Person(Role.CHILD, draw.percent(49), birth));
            }
        }
        return new Household(people.subList(0, Math.min(most, people.size())));
    }

    /// The first day from `from` on which the first of the household is of age to work or to sign; `last` when that comes
    /// too late.
    public LocalDate grown(LocalDate from, LocalDate last) {
        LocalDate grown = people.getFirst().birth().plusYears(GROWN);
        return grown.isBefore(from) ? from : grown.isAfter(last) ? last : grown;
    }

    private static LocalDate birth(Draw draw, int youngest, int oldest) {
        return draw.day(TODAY.minusYears(oldest), TODAY.minusYears(youngest));
    }
}
