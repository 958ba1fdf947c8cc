package io.guichet.country.be;

import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A month's premium of a policy, from dated tariffs and taxes. Pure: no database, no clock.
///
/// The net premium is the sum of what each person costs at their age. Taxes are percentages of the net premium of the
/// whole policy: 9.25 % on every branch, and 10 % for RIZIV/INAMI on hospitalisation. Each is rounded to the cent, half
/// up; so is the employer's share, and what is left of the total is the people's.
final class Premie {

    private static final int HUNDREDTHS = 10_000;

    /// What one person of an age costs a month, net.
    ///
    /// @param from  youngest age in full years
    /// @param to    oldest age
    /// @param cents net premium a month
    record Tariff(int from, int to, long cents) {
        boolean holds(int age) {
            return age >= from && age <= to;
        }
    }

    /// What the state takes and how the total is shared, in hundredths of a percent: 925 is 9.25 %.
    ///
    /// @param tax      yearly tax on insurance operations
    /// @param inami    contribution to RIZIV/INAMI
    /// @param employer the employer's share
    record Rates(int tax, int inami, int employer) {
    }

    /// So many people of one tariff.
    record Group(Tariff tariff, int people) {
    }

    private final List<Group> groups;
    private final Rates rates;

    Premie(List<Group> groups, Rates rates) {
        this.groups = groups.stream().filter(group -> group.people() > 0).toList();
        this.rates = rates;
    }

    /// The premium of people of these ages.
    ///
    /// @throws IllegalArgumentException when an age has no tariff
    static Premie of(List<Integer> ages, List<Tariff> tariffs, Rates rates) {
        for (int age : ages) {
            if (tariffs.stream().noneMatch(tariff -> tariff.holds(age))) {
                throw new IllegalArgumentException("no tariff for the age of " + age);
            }
        }
        return new Premie(tariffs.stream()
                .map(tariff -> new Group(tariff, (int) ages.stream().filter(tariff::holds).count())).toList(), rates);
    }

    int people() {
        return groups.stream().mapToInt(Group::people).sum();
    }

    long net() {
        return groups.stream().mapToLong(group -> group.people() * group.tariff().cents()).sum();
    }

    long tax() {
        return percent(net(), rates.tax());
    }

    long inami() {
        return percent(net(), rates.inami());
    }

    long total() {
        return net() + tax() + inami();
    }

    long employerShare() {
        return percent(total(), rates.employer());
    }

    /// The premium line by line, each with its reason.
    List<PremiumLine> lines() {
        List<PremiumLine> lines = new ArrayList<>();
        for (Group group : groups) {
            Tariff tariff = group.tariff();
            lines.add(new PremiumLine(Kind.NET, UserMessage.of("be.premium.net", tariff.from(), tariff.to()),
                    UserMessage.of("be.premium.net.reason", group.people(), Money.euros(tariff.cents())),
                    Money.euros(group.people() * tariff.cents())));
        }
        Money net = Money.euros(net());
        lines.add(new PremiumLine(Kind.TAX, UserMessage.of("be.premium.tax"),
                UserMessage.of("be.premium.percentOfNet", rate(rates.tax()), net), Money.euros(tax())));
        if (rates.inami() > 0) {
            lines.add(new PremiumLine(Kind.TAX, UserMessage.of("be.premium.inami"),
                    UserMessage.of("be.premium.percentOfNet", rate(rates.inami()), net), Money.euros(inami())));
        }
        Money total = Money.euros(total());
        lines.add(new PremiumLine(Kind.TOTAL, UserMessage.of("be.premium.total"),
                UserMessage.of("be.premium.total.reason", people()), total));
        Money employer = Money.euros(employerShare());
        if (rates.employer() > 0) {
            lines.add(new PremiumLine(Kind.EMPLOYER_SHARE, UserMessage.of("be.premium.employer"),
                    UserMessage.of("be.premium.percentOfTotal", rate(rates.employer())), employer));
        }
        lines.add(new PremiumLine(Kind.MEMBER_SHARE, UserMessage.of("be.premium.member"),
                UserMessage.of("be.premium.member.reason"), total.minus(employer)));
        return lines;
    }

    private static BigDecimal rate(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static long percent(long cents, int hundredths) {
        return (cents * hundredths + HUNDREDTHS / 2) / HUNDREDTHS;
    }
}
