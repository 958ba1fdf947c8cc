package io.guichet.country.fr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The monthly premium of a French contract: a pure function of dated tariffs and of the families covered.
///
/// Each family pays the tariff of the contract's structure at its level; who the structure does not include (*isolé*
/// nobody, *duo* one, *famille* and *uniforme* everybody) pays as an adult or a child, from the third such child on nothing.
/// The *taxe de solidarité additionnelle* is added to each family's sum, half-up to the cent: 13.27 % for a contrat
/// responsable, 20.27 % otherwise (Code de la sécurité sociale, art. L862-4). The employer bears a share of the mandatory
/// level for the employee, never of levels and people that were chosen.
final class Premium {

    private static final int TEN_THOUSAND = 10_000;
    private static final int THOUSAND = 1_000;
    private static final int CHILDREN_CHARGED = 2;

    private Premium() {
    }

    /// The levels, tariffs and rates of one day.
    ///
    /// @param structure      ISOLE, DUO, FAMILLE or UNIFORME
    /// @param mandatory      the level that everybody has
    /// @param employerShare  hundredths of a percent of the mandatory level
    /// @param taxRate        hundredths of a percent
    /// @param ceiling        PMSS of the day, cents
    /// @param prices         by level and role
    /// @param ages           factors in thousandths, empty for products that do not look at ages
    record Terms(String structure, String mandatory, int employerShare, int taxRate, long ceiling, Map<Role, Price> prices,
                 List<AgeFactor> ages) {
        Terms {
            prices = Map.copyOf(prices);
            ages = List.copyOf(ages);
        }
    }

    /// What is priced.
    ///
    /// @param level the level of the product
    /// @param role  a structure, ADULTE or ENFANT
    record Role(String level, String role) {
    }

    /// A tariff: cents a month without tax, or hundredths of a percent of the PMSS with tax.
    record Price(long amount, boolean ofCeiling) {
    }

    /// Thousandths for ages from `from` to `to`.
    record AgeFactor(int from, int to, int factor) {
    }

    /// Families that are alike.
    ///
    /// @param level    the level they have
    /// @param head     age of the head
    /// @param adults   ages of further adults
    /// @param children ages of children
    /// @param count    how many such families
    record Family(String level, int head, List<Integer> adults, List<Integer> children, long count) {
        Family {
            adults = List.copyOf(adults);
            children = List.copyOf(children);
        }
    }

    /// What makes up the net premium.
    ///
    /// @param role   what it is for
    /// @param count  how many people or families
    /// @param amount cents without tax, for all of them
    record Part(Role role, long count, long amount) {
    }

    /// A premium a month, in cents.
    ///
    /// @param parts    net, by level and role
    /// @param net      their sum
    /// @param tax      of all families
    /// @param employer what the employer bears of net and tax
    record Result(List<Part> parts, long net, long tax, long employer) {
        Result {
            parts = List.copyOf(parts);
        }

        long total() {
            return net + tax;
        }

        long member() {
            return total() - employer;
        }
    }

    /// What these families cost a month.
    ///
    /// @throws IllegalStateException when the product has no tariff for one of them
    static Result of(Terms terms, List<Family> families) {
        List<Part> parts = new ArrayList<>();
        long net = 0;
        long tax = 0;
        long employer = 0;
        for (Family family : families) {
            List<Part> own = family(terms, family);
            long due = own.stream().mapToLong(Part::amount).sum();
            long dueTax = tax(terms, own);
            Part mandatory = part(terms, new Role(terms.mandatory(), terms.structure()), List.of(family.head()), false);
            long mandatoryTotal = mandatory.amount() + tax(terms, List.of(mandatory));
            long borne = Math.min(due + dueTax, share(mandatoryTotal, terms.employerShare(), TEN_THOUSAND));
            net += due * family.count();
            tax += dueTax * family.count();
            employer += borne * family.count();
            own.forEach(part -> add(parts, new Part(part.role(), part.count() * family.count(), part.amount() * family.count())));
        }
        parts.sort(Comparator.comparing((Part part) -> part.role().level()).thenComparing(part -> order(part.role().role())));
        return new Result(parts, net, tax, employer);
    }

    private static int order(String role) {
        return switch (role) {
            case "ADULTE" -> 1;
            case "ENFANT" -> 2;
            default -> 0;
        };
    }

    private static void add(List<Part> parts, Part added) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.role().equals(added.role())) {
                parts.set(i, new Part(part.role(), part.count() + added.count(), part.amount() + added.amount()));
                return;
            }
        }
        parts.add(added);
    }

    private static List<Part> family(Terms terms, Family family) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(terms, new Role(family.level(), terms.structure()), List.of(family.head()), false));
        int included = switch (terms.structure()) {
            case "ISOLE" -> 0;
            case "DUO" -> 1;
            default -> Integer.MAX_VALUE;
        };
        List<Integer> adults = family.adults().subList(Math.min(included, family.adults().size()), family.adults().size());
        int left = included - Math.min(included, family.adults().size());
        List<Integer> children = family.children().subList(Math.min(left, family.children().size()), family.children().size());
        if (!adults.isEmpty()) {
            parts.add(part(terms, new Role(family.level(), "ADULTE"), adults, false));
        }
        if (!children.isEmpty()) {
            parts.add(part(terms, new Role(family.level(), "ENFANT"), children, true));
        }
        return parts;
    }

    private static Part part(Terms terms, Role role, List<Integer> ages, boolean children) {
        Price price = Objects.requireNonNullElseGet(terms.prices().get(role), () -> {
            throw new IllegalStateException("no tariff for " + role);
        });
        long amount = 0;
        int charged = children ? Math.min(CHILDREN_CHARGED, ages.size()) : ages.size();
        for (int age : ages.subList(0, charged)) {
            amount += price.ofCeiling() ? withoutTax(share(terms.ceiling(), price.amount(), TEN_THOUSAND), terms.taxRate())
                    : share(price.amount(), factor(terms.ages(), age), THOUSAND);
        }
        return new Part(role, ages.size(), amount);
    }

    /// The tax on what is priced without it, to the cent; what is priced with tax keeps its price to the cent.
    private static long tax(Terms terms, List<Part> parts) {
        long plain = 0;
        long tax = 0;
        for (Part part : parts) {
            Price price = Objects.requireNonNull(terms.prices().get(part.role()));
            if (price.ofCeiling()) {
                tax += part.count() * share(terms.ceiling(), price.amount(), TEN_THOUSAND) - part.amount();
            } else {
                plain += part.amount();
            }
        }
        return tax + share(plain, terms.taxRate(), TEN_THOUSAND);
    }

    private static int factor(List<AgeFactor> ages, int age) {
        return ages.stream().filter(each -> age >= each.from() && age <= each.to()).findFirst()
                .map(AgeFactor::factor).orElse(THOUSAND);
    }

    /// `amount` × `numerator` / `denominator`, half-up.
    static long share(long amount, long numerator, long denominator) {
        return (2 * amount * numerator + denominator) / (2 * denominator);
    }

    private static long withoutTax(long total, int rate) {
        return BigDecimal.valueOf(total).multiply(BigDecimal.valueOf(TEN_THOUSAND))
                .divide(BigDecimal.valueOf((long) TEN_THOUSAND + rate), 0, RoundingMode.HALF_UP).longValueExact();
    }

    /// Age in the calendar year of `day`, as tariffs by age count it.
    static int age(LocalDate birth, LocalDate day) {
        return day.getYear() - birth.getYear();
    }
}
