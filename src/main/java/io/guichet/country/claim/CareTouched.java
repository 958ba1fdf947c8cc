package io.guichet.country.claim;

import java.time.LocalDate;
import java.util.Set;

/// Care that a changed tariff touches: what was done, and when.
///
/// @param from first day of care
/// @param to   last day of care, not before the first
/// @param acts codes as the country's claims have them; empty: any
public record CareTouched(LocalDate from, LocalDate to, Set<String> acts) {

    public CareTouched {
        acts = Set.copyOf(acts);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("care ends before it begins");
        }
    }
}
