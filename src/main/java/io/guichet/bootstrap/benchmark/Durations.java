package io.guichet.bootstrap.benchmark;

import java.util.Arrays;

/// Durations of the same thing done many times, in microseconds.
final class Durations {

    private static final double NANOS_PER_MICRO = 1000;

    private double[] micros = new double[1024];
    private int count;

    void addNanos(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = nanos / NANOS_PER_MICRO;
    }

    int count() {
        return count;
    }

    /// The duration that `percent` of all do not exceed; 0 when there are none.
    double percentile(int percent) {
        if (count == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(count * percent / 100.0) - 1, 0, count - 1)];
    }
}
