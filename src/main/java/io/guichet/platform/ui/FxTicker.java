package io.guichet.platform.ui;

import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/// Ticks on the JavaFX thread.
public final class FxTicker implements Ticker {

    @Override
    public Background.Running every(Duration period, Runnable action) {
        Timeline timeline = new Timeline(
                new KeyFrame(javafx.util.Duration.millis(period.toMillis()), ticked -> action.run()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }
}
