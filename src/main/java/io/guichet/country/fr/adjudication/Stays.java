package io.guichet.country.fr.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which lines of a claim belong to one stay, and whether its contribution for heavy acts is taken already.
final class Stays {

    private final List<CareLine> lines;
    private List<LocalDate> taken = List.of();

    Stays(List<CareLine> lines) {
        this.lines = lines;
    }

    /// Whether the contribution of that line's stay is due with it: the first time only.
    boolean takes(CareLine line) {
        LocalDate stay = stay(line);
        if (taken.contains(stay)) {
            return false;
        }
        taken = taken.isEmpty() ? new ArrayList<>(2) : taken;
        taken.add(stay);
        return true;
    }

    /// Whether the invoice has a line of its own for the contribution of that stay.
    boolean invoiced(CareLine line) {
        LocalDate stay = stay(line);
        for (CareLine other : lines) {
            if (other.act().oncePerStay() && stay(other).equals(stay)) {
                return true;
            }
        }
        return false;
    }

    // The first day of the longest stay on the claim that holds the line's first day; the line's own otherwise.
    private LocalDate stay(CareLine line) {
        LocalDate first = line.first();
        for (CareLine other : lines) {
            if (other.first().isBefore(first) && !other.last().isBefore(line.first())) {
                first = other.first();
            }
        }
        return first;
    }
}
