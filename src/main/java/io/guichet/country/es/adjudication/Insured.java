package io.guichet.country.es.adjudication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules must know of a person.
///
/// @param from        first day covered by the policy; null when nobody said, and then neither waiting nor proportion count
/// @param to          last day covered; null while nobody knows one
/// @param suspended   when the policy ran and paid nothing
/// @param recognised  whether they came from another insurer, and that was recognised
public record Insured(@Nullable LocalDate from, @Nullable LocalDate to, List<Period> suspended, boolean recognised) {

    public Insured {
        suspended = List.copyOf(suspended);
    }

    /// Whether they were covered on that day.
    public boolean coveredOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to))
                && (suspended.isEmpty() || suspended.stream().noneMatch(period -> period.holds(day)));
    }
}
