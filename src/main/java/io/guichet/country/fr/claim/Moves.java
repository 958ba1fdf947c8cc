package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.claim.Covers.Cover;
import io.guichet.country.fr.claim.CounterBook.Counter;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;

/// What the accepted statements of a chunk use of counters, in their order, as `fr.mouvoir` takes it.
final class Moves {

    private final Map<Counter, Touched> touched = new IdentityHashMap<>();
    private final Table counters = new Table("bigint", "bigint", "text", "text", "date", "date");
    private final Table uses = new Table("bigint", "integer", "integer", "integer", "bigint", "bigint");

    /// A counter that was used here.
    private static final class Touched {
        private final int place;
        private int uses;

        Touched(int place) {
            this.place = place;
        }
    }

    /// Uses what the lines of an accepted statement do: those behind it find it used.
    ///
    /// @param cover of the person
    /// @param book  of the person
    void use(ChunkClaim claim, ClaimDecision decision, Covers cover, CounterBook book) throws SQLException {
        for (int i = 0; i < claim.acts().size(); i++) {
            LocalDate day = claim.acts().get(i).entered().day();
            for (CounterMove move : decision.lines().get(i).moves()) {
                Plan plan = cover.on(day).map(Cover::plan).orElse(Assessor.NOTHING);
                Counter counter = book.on(move.counter(), day).orElseGet(() -> book.begun(move.counter(), day));
                Touched place = touched.computeIfAbsent(counter, each -> {
                    counters.add(each.number, claim.person(), each.code, CounterBook.unit(each.code, plan), each.from, each.to);
                    return new Touched(counters.rows());
                });
                place.uses++;
                uses.add(claim.number(), claim.acts().get(i).rank(), place.place, place.uses, CounterBook.limit(move, plan, day), move.used());
                counter.used += move.used();
            }
        }
    }

    /// Writes them.
    void write(Connection connection) throws SQLException {
        if (uses.rows() > 0) {
            Rows.list(connection, "SELECT fr.mouvoir(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row -> "",
                    uses.arguments(connection, counters.arguments(connection)));
        }
    }
}
