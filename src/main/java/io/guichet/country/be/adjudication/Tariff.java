package io.guichet.country.be.adjudication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an act costs over a period, and what the mutuality pays of it. Cents.
///
/// @param from        first day of care
/// @param to          last day; null until it changes
/// @param honorarium  fee of a provider who keeps to the convention
/// @param ordinary    intervention for ordinary insured people
/// @param bim         for preferential ones; null where none of its own is published
/// @param ordinaryGmd ordinary with a global medical file; null where the file changes nothing
/// @param bimGmd      preferential with a global medical file; null where the file changes nothing
/// @param source      where it was published
public record Tariff(LocalDate from, @Nullable LocalDate to, long honorarium, long ordinary, @Nullable Long bim,
                     @Nullable Long ordinaryGmd, @Nullable Long bimGmd, String source) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /// The status whose figure holds for that one: its own, or that of the next lower one where it has none.
    public Status published(Status status) {
        return switch (status) {
            case ORDINARY -> Status.ORDINARY;
            case BIM -> bim == null ? Status.ORDINARY : Status.BIM;
            case ORDINARY_GMD -> ordinaryGmd == null ? Status.ORDINARY : Status.ORDINARY_GMD;
            case BIM_GMD -> bimGmd != null ? Status.BIM_GMD : bim != null ? Status.BIM : published(Status.ORDINARY_GMD);
        };
    }

    /// What the mutuality pays for people of that status.
    public long intervention(Status status) {
        Long figure = switch (published(status)) {
            case ORDINARY -> null;
            case BIM -> bim;
            case ORDINARY_GMD -> ordinaryGmd;
            case BIM_GMD -> bimGmd;
        };
        return figure == null ? ordinary : figure;
    }
}
