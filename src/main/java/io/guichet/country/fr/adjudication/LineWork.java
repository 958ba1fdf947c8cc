package io.guichet.country.fr.adjudication;

import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/// One line while it is decided. All amounts in cents.
final class LineWork {

    private static final int STEPS = 10;

    final CareLine line;
    final List<Step> steps = new ArrayList<>(STEPS);
    final List<CounterMove> moves = new ArrayList<>(2);
    /// BRSS.
    long base;
    /// What of BRSS was charged at all.
    long refunded;
    /// Paid by the public insurance before it keeps the flat contribution.
    long gross;
    /// What would have been paid within the care pathway.
    long within;
    long publicPaid;
    /// We pay; while it is worked out it may be below 0.
    long due;

    LineWork(CareLine line) {
        this.line = line;
    }

    void uses(String counter, long used) {
        if (used > 0) {
            moves.add(new CounterMove(counter, used));
        }
    }

    LineDecision decided() {
        Money charged = Money.euros(line.charged());
        Money insurer = Money.euros(due);
        Money paid = Money.euros(publicPaid);
        Money rest = Money.euros(line.charged() - publicPaid - due);
        steps.add(Told.insurer(insurer));
        steps.add(Told.member(rest));
        return new LineDecision(charged, paid, insurer, rest, steps, moves);
    }
}
