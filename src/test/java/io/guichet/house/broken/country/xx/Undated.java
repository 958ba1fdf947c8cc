package io.guichet.house.broken.country.xx;

import io.guichet.house.broken.country.Partial;
import java.time.LocalDate;

/// Breaks: asks for today without a clock.
public final class Undated extends Partial {
    LocalDate today() {
        return LocalDate.now();
    }
}
