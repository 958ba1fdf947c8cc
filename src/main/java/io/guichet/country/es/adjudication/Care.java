package io.guichet.country.es.adjudication;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line: an act that was had.
///
/// @param act           its kind
/// @param day           when
/// @param charged       what it cost, cents
/// @param abroad        outside Spain
/// @param inNetwork     at a provider of the medical network
/// @param authorisation when an authorisation of such an act holds; null when there is none
public record Care(MedicalAct act, LocalDate day, long charged, boolean abroad, boolean inNetwork, @Nullable Period authorisation) {

    public Care {
        Objects.requireNonNull(act);
        Objects.requireNonNull(day);
        if (charged < 0) {
            throw new IllegalArgumentException("care that costs less than nothing");
        }
    }
}
