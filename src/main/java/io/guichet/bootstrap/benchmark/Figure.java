package io.guichet.bootstrap.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// One measured figure.
///
/// @param name  what was measured: `search.keystroke.p95`
/// @param value what it took
/// @param unit  `ms`, `s`, `rows/s`
/// @param limit what the same machine needs at least: the bare question to the database
/// @param ratio value / limit
public record Figure(String name, BigDecimal value, String unit, BigDecimal limit, BigDecimal ratio) {

    private static final double MICROS_PER_MILLI = 1000;
    private static final double LEAST_MICROS = 1;

    /// A duration beside a duration, in milliseconds.
    static Figure ofMicros(String name, double micros, double limitMicros) {
        return new Figure(name, rounded(micros / MICROS_PER_MILLI), "ms", rounded(limitMicros / MICROS_PER_MILLI),
                BigDecimal.valueOf(micros / Math.max(LEAST_MICROS, limitMicros)).setScale(1, RoundingMode.HALF_UP));
    }

    /// A rate beside the rate that is possible; the ratio says how much of that is reached.
    static Figure ofRates(String name, double rate, double limit, String unit) {
        return new Figure(name, BigDecimal.valueOf(Math.round(rate)), unit, BigDecimal.valueOf(Math.round(limit)),
                BigDecimal.valueOf(rate / limit).setScale(2, RoundingMode.HALF_UP));
    }

    /// A duration beside a duration, in seconds.
    static Figure ofSeconds(String name, double seconds, double limit) {
        return new Figure(name, BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP), "s",
                BigDecimal.valueOf(limit).setScale(1, RoundingMode.HALF_UP),
                BigDecimal.valueOf(seconds / limit).setScale(1, RoundingMode.HALF_UP));
    }

    private static BigDecimal rounded(double millis) {
        return BigDecimal.valueOf(millis).setScale(2, RoundingMode.HALF_UP);
    }
}
