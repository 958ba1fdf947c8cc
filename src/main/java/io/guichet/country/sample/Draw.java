package io.guichet.country.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chance, repeatable: the same seed draws the same.
public final class Draw {

    private final RandomGenerator random;

    /// @param seed   the seed of the request
    /// @param stream tells apart draws that share a seed: a country, a position
    public Draw(long seed, long stream) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 0x9E3779B97F4A7C15L + stream);
    }

    /// True in `percent` of 100 cases.
    public boolean percent(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    /// A number from `from` to `to`, both included.
    public int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /// Any of the list, each as likely.
    public <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// Any of the list, the first ones more likely: as names and cities are.
    public <T> T early(List<T> list) {
        double skewed = random.nextDouble();
        return list.get((int) (skewed * skewed * list.size()));
    }

    /// A day from `from` to `to`, both included.
    public LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextLong(ChronoUnit.DAYS.between(from, to) + 1));
    }

    /// `count` random digits.
    public String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /// Random bits.
    public long bits() {
        return random.nextLong();
    }
}
