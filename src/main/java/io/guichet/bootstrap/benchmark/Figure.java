package io.guichet.bootstrap.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// One measured figure.
///
/// @param name  what was measured: `search.keystroke.p95`
/// @param value what it took
/// @param unit  `ms`
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

    private static BigDecimal rounded(double millis) {
        return BigDecimal.valueOf(millis).setScale(2, RoundingMode.HALF_UP);
    }
}
