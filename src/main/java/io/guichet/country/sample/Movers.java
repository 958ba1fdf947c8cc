package io.guichet.country.sample;

import io.guichet.kernel.CountryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Draws people who moved from one country to another.
public final class Movers {

    private static final LocalDate FIRST = LocalDate.of(2018, 2, 1);
    private static final int YOUNGEST = 22;
    private static final int OLDEST = 55;

    private Movers() {
    }

    /// A country people come from or go to.
    ///
    /// @param names what its people are called
    public record Home(CountryCode country, SampleNames names) {
    }

    /// Draws `count` people, the same for the same seed and stream; none when there is only one country.
    ///
    /// @param stream tells loads apart that share a seed
    public static List<Mover> draw(List<Home> homes, long count, long seed, long stream) {
        if (homes.size() < 2) {
            return List.of();
        }
        Draw draw = new Draw(seed, stream);
        List<Mover> movers = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            int from = draw.between(0, homes.size() - 1);
            int to = (from + draw.between(1, homes.size() - 1)) % homes.size();
            boolean female = draw.percent(50);
            SampleNames called = homes.get(from).names();
            String first = called.first(draw, female);
            String family = draw.early(called.surnames());
            LocalDate moved = draw.day(FIRST, Household.TODAY.minusDays(60)).withDayOfMonth(1);
            movers.add(new Mover(id, homes.get(from).country(), homes.get(to).country(), moved, female, first, family,
                    draw.day(moved.minusYears(OLDEST), moved.minusYears(YOUNGEST)), Mailbox.of(draw, first, family)));
        }
        return List.copyOf(movers);
    }
}
