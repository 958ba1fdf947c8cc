package io.guichet.country.es;

import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a Spanish policy costs a month, line by line: a pure function of dated tariff data.
///
/// Per person by age band and zone, the same for both sexes (Directive 2004/113/EC, judgment C-236/09); then the discount
/// from four insured persons, then on what is left the one for yearly payment. Health premiums are exempt from the insurance
/// tax (Ley 13/1996, article 12.cinco.1); the Consorcio's surcharge is a share of the yearly net premium, on the first
/// receipt of the year only. Each line is rounded half up to the cent.
final class EsPremium {

    private static final int FEW = 4;
    private static final String YEARLY = "ANUAL";
    private static final String DEAREST = "A";

    private EsPremium() {
    }

    /// People who cost the same.
    ///
    /// @param province two digits, or null when nobody knows: the dearest zone
    /// @param age      full years on 1 January; 0 for who is born later
    /// @param count    how many
    record People(@Nullable String province, int age, int count) {
    }

    /// The net premium of one person.
    ///
    /// @param zone    group of provinces
    /// @param fromAge from this age on
    /// @param toAge   up to this age
    /// @param monthly cents
    /// @param since   first day of this tariff
    record Price(String zone, int fromAge, int toAge, long monthly, LocalDate since) {
    }

    /// What holds on the day.
    ///
    /// @param prices of the modality
    /// @param zones  province → zone
    /// @param ccs    rate of the Consorcio's surcharge
    /// @param yearly rate of the discount for yearly payment
    /// @param group  rate of the discount from four insured persons
    record Tariff(List<Price> prices, Map<String, String> zones, BigDecimal ccs, BigDecimal yearly, BigDecimal group) {
        Tariff {
            prices = List.copyOf(prices);
            zones = Map.copyOf(zones);
        }
    }

    /// What the policy says.
    ///
    /// @param start   first day
    /// @param payment how the premium is split over the year
    /// @param company whether a company took it out
    /// @param share   per cent that the company bears
    record Policy(LocalDate start, String payment, boolean company, BigDecimal share) {
    }

    /// The lines of the month of `day`.
    static List<PremiumLine> lines(LocalDate day, Policy policy, List<People> people, Tariff tariff) {
        List<PremiumLine> lines = new ArrayList<>();
        long sum = 0;
        int insured = 0;
        for (Price price : tariff.prices()) {
            int count = people.stream().filter(each -> price.equals(price(each, tariff))).mapToInt(People::count).sum();
            if (count > 0) {
                insured += count;
                sum += count * price.monthly();
                lines.add(new PremiumLine(Kind.NET, UserMessage.of("es.premium.band", price.fromAge(), price.toAge(), price.zone()),
                        UserMessage.of("es.premium.tariff", count, Money.euros(price.monthly()), price.since()),
                        Money.euros(count * price.monthly())));
            }
        }
        long net = sum;
        if (insured >= FEW) {
            net -= discount(lines, "es.premium.group", tariff.group(), net);
        }
        if (policy.payment().equals(YEARLY)) {
            net -= discount(lines, "es.premium.yearly", tariff.yearly(), net);
        }
        if (lines.isEmpty()) {
            lines.add(new PremiumLine(Kind.NET, UserMessage.of("es.premium.net"), UserMessage.of("es.premium.nobody"), Money.ZERO));
        }
        lines.add(new PremiumLine(Kind.TAX, UserMessage.of("es.premium.tax"), UserMessage.of("es.premium.exempt"), Money.ZERO));
        long total = net + surcharge(lines, day, policy, tariff, net);
        lines.add(new PremiumLine(Kind.TOTAL, UserMessage.of("es.premium.total"),
                UserMessage.of("es.premium.insured", insured), Money.euros(total)));
        share(lines, policy, total);
        return lines;
    }

    /// The monthly net premium of so many people whose tariffs add up to `sum`, in cents.
    static long net(long sum, int insured, String payment, Tariff tariff) {
        long net = insured >= FEW ? sum - part(sum, tariff.group()) : sum;
        return payment.equals(YEARLY) ? net - part(net, tariff.yearly()) : net;
    }

    /// The price of these people, or null when the tariff knows none.
    static @Nullable Price price(People people, Tariff tariff) {
        String zone = people.province() == null ? DEAREST : tariff.zones().getOrDefault(people.province(), DEAREST);
        return tariff.prices().stream().filter(price -> price.zone().equals(zone) && people.age() >= price.fromAge()
                && people.age() <= price.toAge()).findFirst().orElse(null);
    }

    /// How many months of that year a policy runs that began on `start`.
    static int months(LocalDate start, int year) {
        return start.getYear() < year ? 12 : 13 - start.getMonthValue();
    }

    private static long discount(List<PremiumLine> lines, String label, BigDecimal rate, long of) {
        long amount = part(of, rate);
        lines.add(new PremiumLine(Kind.NET, UserMessage.of(label),
                UserMessage.of("es.premium.part", percent(rate), Money.euros(of)), Money.euros(-amount)));
        return amount;
    }

    private static long surcharge(List<PremiumLine> lines, LocalDate day, Policy policy, Tariff tariff, long net) {
        YearMonth first = policy.start().getYear() == day.getYear() ? YearMonth.from(policy.start()) : YearMonth.of(day.getYear(), 1);
        if (!first.equals(YearMonth.from(day))) {
            return 0;
        }
        long yearly = net * months(policy.start(), day.getYear());
        long amount = part(yearly, tariff.ccs());
        lines.add(new PremiumLine(Kind.TAX, UserMessage.of("es.premium.ccs"),
                UserMessage.of("es.premium.ccsReason", percent(tariff.ccs()), Money.euros(yearly)), Money.euros(amount)));
        return amount;
    }

    private static void share(List<PremiumLine> lines, Policy policy, long total) {
        long company = policy.company() ? part(total, policy.share().movePointLeft(2)) : 0;
        if (policy.company()) {
            lines.add(new PremiumLine(Kind.EMPLOYER_SHARE, UserMessage.of("es.premium.company"),
                    UserMessage.of("es.premium.part", policy.share().stripTrailingZeros(), Money.euros(total)), Money.euros(company)));
        }
        lines.add(new PremiumLine(Kind.MEMBER_SHARE, UserMessage.of("es.premium.member"),
                UserMessage.of("es.premium.rest"), Money.euros(total - company)));
    }

    private static long part(long amount, BigDecimal rate) {
        return rate.multiply(BigDecimal.valueOf(amount)).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static BigDecimal percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros();
    }
}
