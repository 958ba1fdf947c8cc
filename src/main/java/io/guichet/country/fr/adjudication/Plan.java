package io.guichet.country.fr.adjudication;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody's contract grants on a day.
public final class Plan {

    /// A contrat responsable always pays what the public insurance leaves of its own tariff (Code de la sécurité sociale,
    /// art. R871-2), whether its table of guarantees names the care or not.
    private static final Level WHOLE_TARIFF = new Level(
            new Guarantee("TICKET_MODERATEUR", Mode.BRSS_INCLUDED, BigDecimal.ONE, null, 0, 0, 0, 0), false);
    private static final Level NOTHING = new Level(
            new Guarantee("RIEN", Mode.NONE, BigDecimal.ZERO, null, 0, 0, 0, 0), false);

    private final boolean responsible;
    private final @Nullable Level everything;
    private final Map<String, Level> levels = new HashMap<>();
    private final boolean yearly;

    /// A guarantee, ready to be multiplied with.
    ///
    /// @param rate   millionths
    /// @param others millionths, for doctors without OPTAM; −1 where the contract makes no difference
    /// @param pair   one amount for frame and lenses together
    record Level(Guarantee guarantee, long rate, long others, boolean pair) {

        Level(Guarantee guarantee, boolean pair) {
            this(guarantee, Figure.millionths(guarantee.rate()),
                    guarantee.others() == null ? -1 : Figure.millionths(guarantee.others()), pair);
        }

        boolean named() {
            return this != WHOLE_TARIFF;
        }
    }

    private Plan(boolean responsible, @Nullable Guarantee everything, Collection<Guarantee> guarantees) {
        this.responsible = responsible;
        this.everything = everything == null ? null : new Level(everything, false);
        for (Guarantee each : guarantees) {
            levels.put(each.code(), new Level(each, each.mode() == Mode.FLAT_PER_ACT && each.code().startsWith("OPTIQUE_")));
        }
        yearly = everything != null ? everything.mode() == Mode.FLAT_PER_YEAR
                : guarantees.stream().anyMatch(each -> each.mode() == Mode.FLAT_PER_YEAR);
    }

    /// A plan that grants the same for every kind of care.
    public static Plan of(boolean responsible, Guarantee guarantee) {
        return new Plan(responsible, guarantee, List.of());
    }

    /// The guarantees of a product at one level, by their codes.
    public static Plan of(boolean responsible, Collection<Guarantee> guarantees) {
        return new Plan(responsible, null, guarantees);
    }

    /// Follows the rules of the contrat responsable.
    public boolean responsible() {
        return responsible;
    }

    /// Has amounts of a year with the public part included: what is left depends on the order in which lines are decided.
    boolean yearly() {
        return yearly;
    }

    /// What is granted for that kind of care.
    Level level(String code) {
        if (everything != null) {
            return everything;
        }
        Level level = levels.get(code);
        return level != null ? level : responsible ? WHOLE_TARIFF : NOTHING;
    }

    /// The codes of the guarantees it names; none when it grants the same for everything.
    public Set<String> codes() {
        return Set.copyOf(levels.keySet());
    }

    /// The guarantee of that code, where the plan names it.
    public @Nullable Guarantee guarantee(String code) {
        Level level = everything != null ? everything : levels.get(code);
        return level == null ? null : level.guarantee();
    }
}
