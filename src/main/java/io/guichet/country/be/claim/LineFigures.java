package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.CareLine;
import io.guichet.country.be.adjudication.Rubriek;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the nomenclature says of an act on a day, for a person. Cents, of one act.
///
/// @param kind         kind of act
/// @param preventive   prevents rather than cures
/// @param honorarium   null when the act has no tariff that day
/// @param intervention null when it has none
record LineFigures(Rubriek kind, boolean preventive, @Nullable Long honorarium, @Nullable Long intervention, CareLine.Origin published) {

    /// The amounts of a line, in cents for all times together.
    ///
    /// @param base       of the honorarium, what was charged
    /// @param mutuality  what the mutuality pays
    /// @param supplement what was charged on top of the honorarium, the room aside
    record Amounts(long base, long mutuality, long supplement) {

        long remgeld() {
            return base - mutuality;
        }

        /// @param rest what was charged, the room aside
        static Amounts of(long rest, long honorarium, long intervention) {
            long base = Math.min(rest, honorarium);
            return new Amounts(base, Math.min(base, intervention), rest - base);
        }
    }

    /// What they make of a line whose invoice brings no figures, or some; empty when both are needed.
    Optional<Amounts> amounts(long rest, int times, @Nullable Long given, @Nullable Long paid) {
        if (given == null && honorarium == null || paid == null && intervention == null) {
            return Optional.empty();
        }
        long fee = given != null ? given : honorarium * times;
        return Optional.of(Amounts.of(rest, fee, paid != null ? paid : intervention * times));
    }
}
