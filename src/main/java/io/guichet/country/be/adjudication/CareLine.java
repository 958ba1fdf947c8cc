package io.guichet.country.be.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A line of an invoice, with what the nomenclature says of it. Amounts in cents, for all times together.
///
/// @param code         the act
/// @param kind         its kind; null when nobody knows it
/// @param from         first day
/// @param to           last day
/// @param charged      what was asked, supplements included
/// @param honorarium   the fee of the convention
/// @param intervention what the mutuality pays of it
/// @param others       what other covers pay
/// @param preventive   prevents rather than cures
/// @param tariff       where the figures come from
/// @param stay         how the care belongs to a stay in hospital; null when it does not
public record CareLine(String code, @Nullable Rubriek kind, LocalDate from, LocalDate to, long charged, long honorarium,
                       long intervention, long others, boolean preventive, Origin tariff, @Nullable Stay stay) {

    /// Where honorarium and intervention come from.
    ///
    /// @param status which of the four interventions
    /// @param given  the intervention came with the line
    /// @param source where it was published; empty when it came with the line
    public record Origin(Status status, boolean given, String source) {
    }

    /// How care belongs to a stay.
    public sealed interface Stay {
    }

    /// Care in hospital.
    ///
    /// @param admission first day of the stay: lines of one admission share its deductible; null for the only one of a claim
    /// @param room      the room
    /// @param partner   the hospital is a partner: no deductible
    /// @param roomExtra supplement of the room, cents
    /// @param feeExtra  fee supplement, cents
    public record Within(@Nullable LocalDate admission, Room room, boolean partner, long roomExtra, long feeExtra) implements Stay {
    }

    /// Care before or after a stay that it belongs to.
    ///
    /// @param from first day of the stay
    /// @param to   last day of the stay
    public record Around(LocalDate from, LocalDate to) implements Stay {
    }

    /// Days, both ends included.
    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
