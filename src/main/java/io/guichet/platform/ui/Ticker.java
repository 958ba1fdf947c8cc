package io.guichet.platform.ui;

import java.time.Duration;

/// Does something again and again, on the JavaFX thread. View models get it injected; tests give one that they wind by
/// hand.
@FunctionalInterface
public interface Ticker {

    /// Runs `action` each time `period` has passed, until cancelled.
    Background.Running every(Duration period, Runnable action);
}
