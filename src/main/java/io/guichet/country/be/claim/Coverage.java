package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Standing;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody has of a policy, as it stands on the day it was asked for.
///
/// @param policy    its number
/// @param formula   its formula on that day
/// @param name      what people call the formula
/// @param from      first day of the membership
/// @param to        last day; null while it runs
/// @param suspended first day nothing is paid because the premium is not; null while it is
/// @param since     first day that counts for waiting months
record Coverage(String policy, String formula, String name, Branch branch, LocalDate from, @Nullable LocalDate to,
                @Nullable LocalDate suspended, LocalDate since) {

    /// Whether the membership holds that day.
    boolean runs(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /// Whether it covers care of that day, paid for.
    boolean covers(LocalDate day) {
        return runs(day) && !isSuspended(day);
    }

    boolean isSuspended(LocalDate day) {
        return suspended != null && !day.isBefore(suspended);
    }

    /// Where the person stands with it.
    ///
    /// @param used     of its ceiling, by calendar year, cents
    /// @param withheld deductible of the same admission taken off by other statements, cents
    Standing standing(Map<Integer, Long> used, long withheld) {
        return new Standing(from.getYear(), since, used, withheld);
    }
}
