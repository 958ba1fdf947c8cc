package io.guichet.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.HeldBackground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestWorkTest {

    private final HeldBackground background = new HeldBackground();
    private final List<String> screen = new ArrayList<>();
    private long now;
    private final LatestWork latest = new LatestWork(background, () -> now);

    @Test
    void anAnswerReachesTheScreen() {
        ask("a");
        assertThat(latest.busyProperty().get()).isTrue();
        background.doAll();
        assertThat(screen).containsExactly("a");
        assertThat(latest.busyProperty().get()).isFalse();
    }

    @Test
    void onlyTheNewestRequestReachesTheScreenAndThoseBetweenAreNeverAsked() {
        ask("a");
        ask("ab");
        ask("abc");
        assertThat(background.size()).isEqualTo(1);
        background.doNext();
        assertThat(screen).isEmpty();
        assertThat(background.size()).isEqualTo(1);
        background.doNext();
        assertThat(screen).containsExactly("abc");
        assertThat(latest.busyProperty().get()).isFalse();
    }

    @Test
    void aSlowRequestIsCancelledByANewerOne() {
        ask("slow");
        now += LatestWork.PATIENCE.plus(Duration.ofMillis(1)).toNanos();
        ask("new");
        assertThat(background.size()).isEqualTo(1);
        background.doAll();
        assertThat(screen).containsExactly("new");
    }

    @Test
    void aFailureIsToldToo() {
        latest.<String>run(() -> {
            throw new IllegalStateException("gone");
        }, screen::add, failure -> screen.add("failed " + failure.getMessage()));
        background.doAll();
        assertThat(screen).containsExactly("failed gone");
    }

    @Test
    void nothingFollowsWhatWasForgotten() {
        ask("a");
        latest.cancel();
        background.doAll();
        assertThat(screen).isEmpty();
        assertThat(latest.busyProperty().get()).isFalse();
    }

    private void ask(String text) {
        latest.run(() -> text, screen::add, failure -> screen.add(failure.toString()));
    }
}
