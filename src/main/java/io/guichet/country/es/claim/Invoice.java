package io.guichet.country.es.claim;

import io.guichet.country.es.adjudication.MedicalAct;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invoice that can be written. Does not print its values.
///
/// @param member   the person on their policy
/// @param received the day it came in
/// @param provider who made it
/// @param nif      their tax number, or null
/// @param number   its number, or null
/// @param currency ISO 4217
/// @param rate     euros for one unit of the currency; null for euros
/// @param lines    in the order of the invoice
record Invoice(UUID member, LocalDate received, String provider, @Nullable String nif, @Nullable String number, boolean inNetwork, boolean abroad,
               String currency, @Nullable BigDecimal rate, List<Line> lines) {

    Invoice {
        lines = List.copyOf(lines);
    }

    /// @param charged cents of the currency
    /// @param euros   cents
    record Line(MedicalAct act, LocalDate day, @Nullable String concept, long charged, long euros) {

        @Override
        public String toString() {
            return act.name();
        }
    }

    LocalDate firstDay() {
        return lines.stream().map(Line::day).min(LocalDate::compareTo).orElse(received);
    }

    long charged() {
        return lines.stream().mapToLong(Line::charged).sum();
    }

    long euros() {
        return lines.stream().mapToLong(Line::euros).sum();
    }

    @Override
    public String toString() {
        return lines.size() + " lines";
    }
}
