package io.guichet.country.fr.adjudication;

import io.guichet.country.fr.adjudication.Figures.Tariff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the public insurance pays: its rate of BRSS, less what it keeps.
final class PublicPart {

    private static final Series OUTSIDE = Figures.published().parameter("TAUX_HORS_PARCOURS");
    private static final Series FLAT = Figures.published().parameter("PF");
    private static final Series FLAT_A_YEAR = Figures.published().parameter("PF_ANNEE");
    private static final Series HEAVY = Figures.published().parameter("PHA");
    private static final Series HEAVY_FROM = Figures.published().parameter("PHA_SEUIL");

    private final Pots pots;
    private final Stays stays;

    PublicPart(Pots pots, Stays stays) {
        this.pots = pots;
        this.stays = stays;
    }

    void decide(LineWork work) {
        CareLine line = work.line;
        if (line.act().basis() == CareAct.Basis.CHARGE) {
            charge(work);
        } else {
            base(work);
        }
        work.refunded = Math.min(work.base, line.charged());
        gross(work);
        if (line.publicPaid() >= 0) {
            told(work);
        } else {
            work.publicPaid = work.gross - flat(work);
        }
        work.steps.add(Told.publicPaid(work.publicPaid));
    }

    private void base(LineWork work) {
        CareLine line = work.line;
        if (line.base() >= 0) {
            work.base = line.base();
            work.steps.add(Told.baseGiven(line.act(), line.base()));
            return;
        }
        if (line.act().basis() == CareAct.Basis.NONE) {
            work.steps.add(Told.noBase(line.act()));
            return;
        }
        Tariff tariff = line.act().tariff(line.first(), line.sector());
        if (tariff == null) {
            throw new IllegalArgumentException(line.act() + " has no tariff on " + line.first());
        }
        work.base = tariff.base().value() * line.quantity();
        work.steps.add(tariff.strongest() > 0 ? Told.weakest(line.act(), tariff, work.base)
                : Told.base(line.act(), line.first(), tariff.base(), work.base));
    }

    /// What the law lets a hospital charge the patient: it stands where BRSS stands for other care, and the public insurance
    /// pays none of it.
    private void charge(LineWork work) {
        CareLine line = work.line;
        CareAct act = line.act();
        if (line.base() >= 0) {
            work.base = line.base();
            work.steps.add(Told.baseGiven(act, line.base()));
        } else if (act.byDay()) {
            days(work);
        } else if (act.oncePerStay() && !stays.takes(line)) {
            work.steps.add(Told.onceAStay(act));
        } else {
            Figure figure = Objects.requireNonNull(act.charge(line.first()), act.code());
            work.base = figure.value() * line.quantity();
            work.steps.add(Told.charge(act, line.first(), figure, work.base));
        }
    }

    // A stay may go on after the charge changed: each of its days counts at its own.
    private static void days(LineWork work) {
        CareLine line = work.line;
        LocalDate from = line.first();
        while (!from.isAfter(line.last())) {
            Figure figure = Objects.requireNonNull(line.act().charge(from), line.act().code());
            LocalDate to = figure.to() == null || figure.to().isAfter(line.last()) ? line.last() : figure.to();
            int days = (int) (to.toEpochDay() - from.toEpochDay() + 1);
            work.base += figure.value() * days;
            work.steps.add(Told.chargedDays(line.act(), days, from, to, figure));
            from = to.plusDays(1);
        }
    }

    private void gross(LineWork work) {
        CareLine line = work.line;
        BigDecimal given = line.publicRate();
        @Nullable Figure usual = line.act().rate(line.first());
        boolean outside = line.act().doctor() && !line.inPathway();
        if (given != null) {
            long rate = Figure.millionths(given);
            work.gross = Figure.share(work.refunded, rate);
            work.within = outside && usual != null ? Figure.share(work.refunded, Math.max(rate, usual.value())) : work.gross;
            work.steps.add(Told.rate("AMO_RATE_GIVEN", work, given, ""));
        } else if (usual == null) {
            if (line.act().basis() == CareAct.Basis.TARIFF || line.act().rateComesWithLine() && work.base > 0) {
                throw new IllegalArgumentException(line.act() + " has no rate on " + line.first());
            }
        } else if (outside) {
            Figure less = Objects.requireNonNull(OUTSIDE.at(line.first()));
            work.gross = Figure.share(work.refunded, less.value());
            work.within = Figure.share(work.refunded, usual.value());
            work.steps.add(Told.rate("AMO_OUTSIDE", work, less.rate(), less.source()));
        } else {
            Figure heavy = heavy(work);
            work.gross = heavy == null ? Figure.share(work.refunded, usual.value()) : heavy(work, heavy);
            work.within = work.gross;
            work.steps.add(heavy == null ? Told.rate("AMO_RATE", work, usual.rate(), usual.source())
                    : Told.heavy(work, heavy));
        }
        work.within = Math.max(work.within, work.gross);
    }

    private @Nullable Figure heavy(LineWork work) {
        if (!work.line.act().heavy()) {
            return null;
        }
        Figure from = HEAVY_FROM.at(work.line.first());
        return from == null || work.base < from.value() ? null : HEAVY.at(work.line.first());
    }

    private long heavy(LineWork work, Figure contribution) {
        boolean due = !stays.invoiced(work.line) && stays.takes(work.line);
        return due ? Math.max(0, work.refunded - contribution.value()) : work.refunded;
    }

    /// What the public insurance keeps of a doctor's act, until the year's maximum.
    private long flat(LineWork work) {
        CareLine line = work.line;
        @Nullable Figure flat = line.act().doctor() ? FLAT.at(line.first()) : null;
        if (flat == null) {
            return 0;
        }
        Figure year = Objects.requireNonNull(FLAT_A_YEAR.at(line.first()));
        pots.atLeast(Used.FLAT_CONTRIBUTIONS, line.first(), line.flatPaid());
        long left = pots.left(Used.FLAT_CONTRIBUTIONS, year.value(), line.first());
        long due = Math.min(flat.value() * line.quantity(), work.gross);
        long kept = Math.min(due, left);
        pots.take(Used.FLAT_CONTRIBUTIONS, line.first(), kept);
        work.uses(Used.FLAT_CONTRIBUTIONS, kept);
        work.steps.add(kept < due ? Told.flatCapped(kept, year) : Told.flat(kept, flat));
        return kept;
    }

    // The public insurance has spoken: its amount counts, and what it kept of its own share stays with the member.
    private void told(LineWork work) {
        work.publicPaid = work.line.publicPaid();
        long kept = work.gross - work.publicPaid;
        if (kept != 0) {
            work.steps.add(Told.kept(kept));
        }
        @Nullable Figure flat = work.line.act().doctor() ? FLAT.at(work.line.first()) : null;
        if (flat != null) {
            // what it kept beyond the year's maximum was kept for something else
            LocalDate day = work.line.first();
            pots.atLeast(Used.FLAT_CONTRIBUTIONS, day, work.line.flatPaid());
            long left = pots.left(Used.FLAT_CONTRIBUTIONS, Objects.requireNonNull(FLAT_A_YEAR.at(day)).value(), day);
            long counted = Math.min(left, Math.clamp(kept, 0, flat.value() * work.line.quantity()));
            pots.take(Used.FLAT_CONTRIBUTIONS, day, counted);
            work.uses(Used.FLAT_CONTRIBUTIONS, counted);
        }
        work.gross = Math.max(work.gross, work.publicPaid);
        work.within = Math.max(work.within, work.gross);
    }
}
