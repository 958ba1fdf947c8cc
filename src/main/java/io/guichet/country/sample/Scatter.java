package io.guichet.country.sample;

/// Turns 0, 1, 2 … into numbers that look drawn and never repeat within `size`: unique identifiers without memory.
public final class Scatter {

    private static final long STEP = 2_654_435_761L;

    private final long size;
    private final long step;

    /// @param size how many numbers there are; below 2³¹
    public Scatter(long size) {
        this.size = size;
        long candidate = STEP % size;
        while (greatestCommonDivisor(candidate, size) != 1) {
            candidate++;
        }
        this.step = candidate;
    }

    /// The number of `index`, 0 to size − 1; another index below `size` has another number.
    public long at(long index) {
        return ((index % size) * step + size / 3) % size;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
