package io.guichet.country.contract;

import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing a contract pays for.
///
/// @param family what kind of care, the heading it stands under
/// @param code   the country's code
/// @param label  what is paid for
/// @param level  how much is paid, in words: "300 % BRSS", "80 %, at most 1,500.00 € a year"
/// @param from   since when it is so
/// @param to     until when, null while nobody changed it
public record Guarantee(UserMessage family, String code, UserMessage label, UserMessage level, LocalDate from,
                        @Nullable LocalDate to) {

    public Guarantee {
        Objects.requireNonNull(family);
        Objects.requireNonNull(code);
        Objects.requireNonNull(label);
        Objects.requireNonNull(level);
        Objects.requireNonNull(from);
    }
}
