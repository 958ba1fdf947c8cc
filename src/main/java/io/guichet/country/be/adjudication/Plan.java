package io.guichet.country.be.adjudication;

import io.guichet.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a plan pays over a period. Amounts in cents.
///
/// @param branch     what it insures
/// @param rate       of what is left after the mutuality
/// @param preventive the same for preventive acts; the hospital plan has none of its own and never uses it
/// @param ceilings   most that is paid in an insurance year, by year of membership from the first one; the last one holds for
///                   later years too; empty: without ceiling
/// @param hospital   what it pays of a stay; null unless it is a hospital plan
/// @param waiting    full months of membership before an act is covered, by kind of act
/// @param waitingElse the same for kinds that have no months of their own
/// @param strict     pays acts of its own branch only; a plan typed in pays what it is asked about
/// @param source     where its figures come from: code and first day of a formula; empty for a plan typed in
public record Plan(Branch branch, Rate rate, Rate preventive, List<Money> ceilings, @Nullable Hospital hospital,
                   Map<Rubriek, Integer> waiting, int waitingElse, boolean strict, String source) {

    /// Without limit.
    public static final long UNLIMITED = Long.MAX_VALUE;

    /// What a plan pays of a stay. Amounts in cents.
    ///
    /// @param deductibles   for each admission, by room
    /// @param maxFee        fee supplements in a single room are covered up to this multiple of the honorarium, on top of it:
    ///                      1.50 means that the provider gets 100 + 150
    /// @param roomPerDay    most that is paid a day for a single room; `UNLIMITED` for all of it
    /// @param daysBefore    days before the stay whose care is covered
    /// @param daysAfter     days after the stay whose care is covered
    public record Hospital(Map<Room, Long> deductibles, Rate maxFee, long roomPerDay, int daysBefore, int daysAfter) {

        public Hospital {
            deductibles = Map.copyOf(deductibles);
        }

        /// The deductible of an admission.
        public long deductible(Room room) {
            return deductibles.getOrDefault(room, 0L);
        }
    }

    public Plan {
        ceilings = List.copyOf(ceilings);
        waiting = Map.copyOf(waiting);
    }

    /// The ceiling of a year of membership, counted from 1; `UNLIMITED` where there is none.
    public long ceiling(int membershipYear) {
        if (ceilings.isEmpty()) {
            return UNLIMITED;
        }
        return ceilings.get(Math.clamp(membershipYear, 1, ceilings.size()) - 1).minor();
    }

    /// Full months of membership before such an act is covered.
    ///
    /// @param kind null for an act nobody knows the kind of
    public int waitingMonths(@Nullable Rubriek kind) {
        return kind == null ? waitingElse : waiting.getOrDefault(kind, waitingElse);
    }

    /// A plan over time.
    @FunctionalInterface
    public interface Terms {

        /// The plan that decides about care of that day, or null when there is none.
        @Nullable Plan on(LocalDate day);
    }
}
