package io.guichet.country.be.adjudication;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a person stands with their plan before a claim is decided. Cents.
///
/// @param firstYear the calendar year of the first year of membership: insurance years are calendar years
/// @param since     first day that counts for waiting months; null when nothing has to be waited for
/// @param used      what the ceiling paid already, by calendar year
/// @param withheld  what was taken off already as deductible of the same admission
public record Standing(int firstYear, @Nullable LocalDate since, Map<Integer, Long> used, long withheld) {

    public Standing {
        used = Map.copyOf(used);
    }

    /// The year of membership of a calendar year, from 1.
    public int membershipYear(int year) {
        return Math.max(1, year - firstYear + 1);
    }

    /// What the ceiling of that calendar year paid already.
    public long usedIn(int year) {
        return used.isEmpty() ? 0 : used.getOrDefault(year, 0L);
    }
}
