package io.guichet.country.es.adjudication;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a modality says of one kind of act on one day. Amounts in cents, `NO_LIMIT` where there is none.
///
/// @param covered    whether it pays for such acts at all
/// @param authorised whether they must be authorised first
/// @param waiting    months since entry in which they are not paid; null for none
/// @param share      what is given back of an invoice; null when nothing is
/// @param capital    at most given back in a year, all acts together
/// @param tiers      copays by service of the year, in their order; empty for none
/// @param copayLimit at most paid as copays in a year
/// @param source     which terms these are: code of the modality and their first day
public record Terms(boolean covered, boolean authorised, @Nullable WaitingPeriod waiting, @Nullable Share share, long capital,
                    List<Tier> tiers, long copayLimit, String source) {

    /// An amount that nobody reaches.
    public static final long NO_LIMIT = Long.MAX_VALUE;

    public Terms {
        tiers = List.copyOf(tiers);
    }

    /// What is given back of an invoice of a provider outside the network.
    ///
    /// @param spain   of care in Spain
    /// @param abroad  of care abroad
    /// @param perAct  at most for one act
    /// @param perYear at most in a year for acts of this kind
    public record Share(Rate spain, Rate abroad, long perAct, long perYear) {
    }

    /// A share of an amount, exact to six decimals.
    ///
    /// @param fraction   0.80 is 80 %
    /// @param millionths the same, to reckon with
    public record Rate(BigDecimal fraction, long millionths) {

        private static final int DECIMALS = 6;
        private static final long WHOLE = 1_000_000;

        /// Nothing.
        public static final Rate NONE = of(BigDecimal.ZERO);

        /// @throws ArithmeticException for more than six decimals
        public static Rate of(BigDecimal fraction) {
            return new Rate(fraction, fraction.movePointRight(DECIMALS).longValueExact());
        }

        /// The share of so many cents, rounded half up.
        public long of(long cents) {
            return (2 * cents * millionths + WHOLE) / (2 * WHOLE);
        }
    }

    /// The copay of services of the year.
    ///
    /// @param from   from this service on, the first is 1
    /// @param to     up to this service, `Integer.MAX_VALUE` for all further ones
    /// @param amount cents a service
    public record Tier(int from, int to, long amount) {
    }

    /// The copay of that service of the year, in cents: nothing where no tier says otherwise.
    long copay(int service) {
        for (Tier tier : tiers) {
            if (service >= tier.from() && service <= tier.to()) {
                return tier.amount();
            }
        }
        return 0;
    }
}
