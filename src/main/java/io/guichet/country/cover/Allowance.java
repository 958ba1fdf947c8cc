package io.guichet.country.cover;

import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A limit of a cover over a period, and what is used of it: a yearly amount, a number of services, a renewal.
///
/// @param code  the country's code of the guarantee; the same limit has the same code every year
/// @param label what the limit is for
/// @param unit  what `limit` and `used` count
/// @param limit what may be used in the period; never negative
/// @param used  what accepted claims used of it; never negative, never above `limit`
/// @param from  first day of the period
/// @param to    last day of the period
/// @param note  what else there is to say, or null: from when on a renewal is possible
public record Allowance(String code, UserMessage label, Unit unit, long limit, long used, LocalDate from, LocalDate to,
                        @Nullable UserMessage note) {

    /// What an allowance counts.
    public enum Unit {
        /// Euro cents.
        MONEY,
        /// Consultations, sessions, admissions.
        SERVICES,
        /// Days in hospital.
        DAYS
    }

    public Allowance {
        Objects.requireNonNull(code);
        Objects.requireNonNull(label);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (limit < 0 || used < 0 || used > limit) {
            throw new IllegalArgumentException(code + ": " + used + " used of " + limit);
        }
    }

    /// What is left.
    public long left() {
        return limit - used;
    }
}
