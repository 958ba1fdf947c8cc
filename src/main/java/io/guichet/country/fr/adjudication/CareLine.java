package io.guichet.country.fr.adjudication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of a claim, as the rules take it.
///
/// @param act        what was done
/// @param first      day of care, or first day of a stay: it decides every figure
/// @param last       last day of a stay, the same day otherwise
/// @param quantity   how many, 1 or more
/// @param charged    cents
/// @param base       BRSS that came with the line, cents; −1 for the tariff
/// @param publicRate rate that came with the line; null for the tariff's
/// @param sector     under which agreement it was charged
/// @param inPathway  within the care pathway, or where there is none
/// @param basket     null where the act has none
/// @param flatPaid   flat contributions paid this year before the line, cents
/// @param publicPaid what the public insurance says it paid, cents; −1 where the rules work it out
public record CareLine(CareAct act, LocalDate first, LocalDate last, int quantity, long charged, long base,
                       @Nullable BigDecimal publicRate, Sector sector, boolean inPathway, @Nullable Basket basket,
                       long flatPaid, long publicPaid) {

    public CareLine {
        Objects.requireNonNull(act);
        Objects.requireNonNull(sector);
        if (last.isBefore(first) || quantity < 1 || charged < 0 || flatPaid < 0 || publicPaid > charged) {
            throw new IllegalArgumentException("a line that cannot be: " + act.code());
        }
    }

    /// Days of the stay; the first and the last both count.
    long days() {
        return last.toEpochDay() - first.toEpochDay() + 1;
    }

    /// Within the 100 % Santé: as the line says, or by what was sold.
    boolean hundredHealth() {
        return basket == null ? act.alwaysHundredHealth() : basket == Basket.HUNDRED_HEALTH;
    }
}
