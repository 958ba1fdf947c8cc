package io.guichet.country.fr.adjudication;

import io.guichet.country.fr.adjudication.Figures.Tariff;
import io.guichet.country.fr.adjudication.Plan.Level;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What we pay: what the guarantee reaches, less the public part, within what the law and the year leave.
///
/// Each step's amount is what it adds to our part or takes from it, so that they add up to it.
final class InsurerPart {

    private static final Series EXCESS = Figures.published().parameter("NON_OPTAM_PLAFOND");
    private static final Series BELOW = Figures.published().parameter("NON_OPTAM_ECART");
    private static final Series CEILING = Figures.published().parameter("PMSS");
    private static final Series FRAME = Figures.published().parameter("OPTIQUE_B_MONTURE");

    private final Plan plan;
    private final Pots pots;
    private final Glasses glasses;

    InsurerPart(Plan plan, Pots pots, List<LineWork> works) {
        this.plan = plan;
        this.pots = pots;
        this.glasses = new Glasses(works, plan);
    }

    void decide(LineWork work) {
        CareLine line = work.line;
        boolean within = plan.responsible() && line.hundredHealth();
        Glasses.@Nullable Pair pair = line.act().opticalClass().isEmpty() ? null : glasses.pair(line.first());
        String code = pair != null && line.act().classB() ? pair.guarantee() : line.act().guarantee(within);
        Level level = plan.level(code);
        if (level.guarantee().mode() == Mode.NONE || !level.named() && work.base == 0) {
            work.steps.add(Told.nothingGranted(line.act()));
            return;
        }
        reach(work, level, within, pair);
        subtractPublicPart(work, level, within);
        limit(work, line.charged() - counted(work), "LEFT");
        if (plan.responsible()) {
            responsible(work, pair);
        }
        if (line.act().basis() == CareAct.Basis.CHARGE) {
            limit(work, work.base - work.gross, "LEGAL_CHARGE");
        }
        renewal(work, pair);
        yearly(work, level, within);
        if (work.due < 0) {
            work.steps.add(Told.reached(-work.due));
            work.due = 0;
        }
        use(work, level, within, pair);
    }

    /// The public part that a guarantee counts: a contrat responsable counts it as if the care pathway had been kept.
    private long counted(LineWork work) {
        return plan.responsible() ? work.within : work.gross;
    }

    private void reach(LineWork work, Level level, boolean within, Glasses.@Nullable Pair pair) {
        CareLine line = work.line;
        if (within) {
            long limit = priceLimit(work);
            work.due = Math.min(line.charged(), limit);
            work.steps.add(limit < line.charged() ? Told.priceLimit(work.due) : Told.hundredHealth(work.due));
            return;
        }
        Guarantee guarantee = level.guarantee();
        switch (guarantee.mode()) {
            case BRSS_INCLUDED, BRSS_ADDED -> {
                long rate = rate(work, level);
                work.due = Figure.share(work.base, rate);
                work.steps.add(Told.brss(guarantee, level, rate, work));
            }
            case FLAT_PER_ACT -> {
                int payable = times(work, level, line.quantity());
                boolean shared = level.pair() && pair != null && pair.granted() >= 0;
                work.due = shared ? pair.granted() + work.gross : guarantee.amount() * payable;
                work.steps.add(shared ? Told.aPair(guarantee, work.due) : Told.anAct(guarantee, payable, work.due));
            }
            case FLAT_PER_DAY -> {
                int payable = times(work, level, (int) line.days());
                work.due = guarantee.amount() * payable;
                work.steps.add(Told.aDay(guarantee, payable, work.due));
            }
            case FLAT_PER_YEAR -> {
                long left = pots.left(guarantee.code(), guarantee.limit(), line.first());
                work.due = left;
                work.steps.add(Told.aYear(guarantee, left));
            }
            case PMSS -> {
                Figure ceiling = CEILING.at(line.first());
                if (ceiling == null) {
                    throw new IllegalArgumentException("no PMSS on " + line.first());
                }
                work.due = Figure.share(ceiling.value(), level.rate());
                work.steps.add(Told.ofCeiling(guarantee, ceiling, work.due));
            }
            default -> {
                work.due = line.charged();
                work.steps.add(Told.actualCost(work.due));
            }
        }
        if (guarantee.plusFlat() > 0 && guarantee.mode() != Mode.FLAT_PER_YEAR && guarantee.mode() != Mode.ACTUAL_COST) {
            work.due += guarantee.plusFlat();
            work.steps.add(Told.plusFlat(guarantee.plusFlat()));
        }
    }

    private long priceLimit(LineWork work) {
        CareLine line = work.line;
        Tariff tariff = line.act().tariff(line.first(), line.sector());
        long limit = tariff == null ? 0 : tariff.limit(work.base / line.quantity());
        return limit == 0 ? Long.MAX_VALUE : limit * line.quantity();
    }

    /// Of BRSS, in millionths. Doctors without OPTAM: the contract's level for them, in a contrat responsable 20 points below
    /// the level for the others at least; the public insurance's own tariff is always made whole.
    private long rate(LineWork work, Level level) {
        if (work.line.sector() != Sector.NON_OPTAM || level.others() < 0) {
            return level.rate();
        }
        @Nullable Figure below = plan.responsible() ? BELOW.at(work.line.first()) : null;
        return below == null ? level.others()
                : Math.min(level.others(), Math.max(Math.min(level.rate(), Figure.WHOLE), level.rate() - below.value()));
    }

    // How many of that line are still within the year's number.
    private int times(LineWork work, Level level, int wanted) {
        Guarantee guarantee = level.guarantee();
        if (guarantee.times() == 0 || guarantee.yearlyMost() > 0) {
            return wanted;
        }
        return (int) Math.min(wanted, pots.left(guarantee.code(), guarantee.times(), work.line.first()));
    }

    private void subtractPublicPart(LineWork work, Level level, boolean within) {
        if (within || level.guarantee().mode() != Mode.BRSS_ADDED) {
            work.due -= work.gross;
            if (work.gross > 0) {
                work.steps.add(Told.publicCounted(work.gross));
            }
            if (counted(work) > work.gross) {
                long lost = work.within - work.gross;
                work.due -= lost;
                work.steps.add(Told.pathway(lost));
            }
        }
    }

    private void responsible(LineWork work, Glasses.@Nullable Pair pair) {
        CareLine line = work.line;
        @Nullable Figure excess = line.sector() == Sector.NON_OPTAM ? EXCESS.at(line.first()) : null;
        if (excess != null) {
            long above = Math.min(Math.max(0, line.charged() - work.base), Figure.share(work.base, excess.value()));
            limit(work, work.refunded - work.within + above, "NON_OPTAM", excess);
        }
        if (pair != null && line.act().classB()) {
            if (line.act().lensClass() == 0) {
                Figure frame = Objects.requireNonNull(FRAME.at(line.first()));
                limit(work, frame.value() * line.quantity() - work.gross, "CLASS_B_FRAME", frame);
            }
            if (pair.left() >= 0) {
                limit(work, pair.left(), "CLASS_B_PAIR", pair.source());
            }
        }
    }

    private void renewal(LineWork work, Glasses.@Nullable Pair pair) {
        if (pair != null && work.due > 0 && pots.used(Used.GLASSES, work.line.first()) > (pair.counted() ? 1 : 0)) {
            limit(work, 0, "RENEWAL");
        }
    }

    private void yearly(LineWork work, Level level, boolean within) {
        Guarantee guarantee = level.guarantee();
        if (!within && guarantee.yearlyMost() > 0) {
            long left = pots.left(guarantee.code(), guarantee.yearlyMost(), work.line.first());
            if (left < work.due) {
                work.steps.add(Told.yearlyMost(guarantee, left, left - work.due));
                work.due = left;
            }
        }
    }

    private void use(LineWork work, Level level, boolean within, Glasses.@Nullable Pair pair) {
        if (work.due == 0) {
            return;
        }
        Guarantee guarantee = level.guarantee();
        if (pair != null) {
            pair.take(work, level.pair() && !within);
            if (!pair.counted()) {
                pair.count();
                pots.take(Used.GLASSES, work.line.first(), 1);
                work.uses(Used.GLASSES, 1);
            }
        }
        if (!within) {
            long used = switch (guarantee.unit()) {
                case NONE -> 0;
                case CENTS -> work.due;
                case TIMES -> times(work, level, work.line.quantity());
                case DAYS -> times(work, level, (int) work.line.days());
            };
            if (used > 0) {
                pots.take(guarantee.code(), work.line.first(), used);
                work.uses(guarantee.code(), used);
            }
        }
    }

    private static void limit(LineWork work, long most, String rule, Figure figure) {
        if (most < work.due) {
            work.steps.add(Told.limit(rule, most, most - work.due, figure));
            work.due = most;
        }
    }

    private static void limit(LineWork work, long most, String rule) {
        limit(work, most, rule, Told.NO_FIGURE);
    }
}
