package io.guichet.country.fr.adjudication;

import io.guichet.country.fr.adjudication.Figures.Tariff;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a line cannot be decided.
///
/// @param field  of the line, as the command `adjudicate` calls it: `careDate`, `base`, `publicRate`, `sector`, `basket`
/// @param reason what is wrong and what to do
public record LineProblem(String field, UserMessage reason) {

    private static final Series CEILING = Figures.published().parameter("PMSS");
    private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 1);

    private static Optional<LineProblem> of(String field, String key, Object... arguments) {
        return Optional.of(new LineProblem(field, UserMessage.of(key, arguments)));
    }

    /// What speaks against deciding that line, or empty when nothing does.
    public static Optional<LineProblem> of(Plan plan, CareLine line) {
        return basket(line).or(() -> base(line)).or(() -> rate(line)).or(() -> ceiling(plan, line));
    }

    private static Optional<LineProblem> basket(CareLine line) {
        CareAct act = line.act();
        if (line.basket() == Basket.HUNDRED_HEALTH && !act.hasHundredHealth()
                || line.basket() == Basket.MODERATED && act.guarantee(true).equals(act.guarantee(false))) {
            return of("basket", "fr.input.basket", act.label());
        }
        if (act.alwaysHundredHealth() && line.basket() != null && line.basket() != Basket.HUNDRED_HEALTH) {
            return of("basket", "fr.input.basketAlways", act.label());
        }
        return Optional.empty();
    }

    private static Optional<LineProblem> base(CareLine line) {
        CareAct act = line.act();
        @Nullable Tariff tariff = act.tariff(line.first(), line.sector());
        if (line.base() >= 0) {
            boolean outOfRange = tariff != null && tariff.strongest() > 0
                    && (line.base() < tariff.base().value() * line.quantity() || line.base() > tariff.strongest() * line.quantity());
            return outOfRange ? of("base", "fr.input.correction", act.label(), tariff.base().money(), Money.euros(tariff.strongest()))
                    : Optional.empty();
        }
        return switch (act.basis()) {
            case NONE -> Optional.empty();
            case LINE -> of("base", "fr.input.base", act.label());
            case CHARGE -> act.charge(line.first()) == null || act.charge(line.last()) == null
                    ? of("careDate", "fr.input.tariff", act.label(), line.first()) : Optional.empty();
            case TARIFF -> tariff != null ? Optional.empty()
                    : act.tariff(line.first(), Sector.OPTAM) != null ? of("sector", "fr.input.sector", act.label())
                    : of("careDate", "fr.input.tariff", act.label(), line.first());
        };
    }

    private static Optional<LineProblem> rate(CareLine line) {
        CareAct act = line.act();
        if (line.publicRate() != null || line.base() < 0 && act.basis() == CareAct.Basis.NONE
                || act.basis() == CareAct.Basis.CHARGE) {
            return Optional.empty();
        }
        return act.rate(line.first()) == null || line.first().isBefore(FIRST_DAY)
                ? of("publicRate", "fr.input.rate", act.label()) : Optional.empty();
    }

    private static Optional<LineProblem> ceiling(Plan plan, CareLine line) {
        boolean needed = plan.level(line.act().guarantee(false)).guarantee().mode() == Mode.PMSS;
        return needed && CEILING.at(line.first()) == null ? of("careDate", "fr.input.ceiling", line.first()) : Optional.empty();
    }
}
