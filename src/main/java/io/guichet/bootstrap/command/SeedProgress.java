package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Progress;
import io.guichet.kernel.UserMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Says on standard error how far a long command is and how long it will still take: a bar that moves when a person is
/// looking, else a line at each tenth.
final class SeedProgress implements Progress {

    private static final int BAR = 30;
    private static final int PARTS = 10;
    private static final double WORTH_GUESSING = 0.03;

    private final Terminal terminal;
    private final boolean moving;
    private final InstantSource clock;
    private UserMessage step = UserMessage.of("");
    private Instant began = Instant.EPOCH;
    private int told;

    /// @param moving whether the bar may be drawn over itself
    SeedProgress(Terminal terminal, boolean moving, InstantSource clock) {
        this.terminal = terminal;
        this.moving = moving;
        this.clock = clock;
    }

    @Override
    public void at(UserMessage next, double done) {
        if (!next.equals(step)) {
            step = next;
            began = clock.instant();
            told = 0;
            if (!moving || done < 0) {
                terminal.say(next);
            }
        }
        if (done <= 0) {
            return;
        }
        if (moving) {
            draw(done);
        } else if ((int) (done * PARTS) > told) {
            told = (int) (done * PARTS);
            terminal.err().println(sentence(done));
        }
    }

    private void draw(double done) {
        int full = (int) (done * BAR);
        terminal.err().print("\r" + terminal.texts().get(step) + " [" + "#".repeat(full) + "-".repeat(BAR - full) + "] "
                + sentence(done) + "   ");
        if (done >= 1) {
            terminal.err().println();
        }
        terminal.err().flush();
    }

    private String sentence(double done) {
        int percent = (int) (done * 100);
        if (done < WORTH_GUESSING || done >= 1) {
            return terminal.texts().get("bootstrap.command.seed.done", percent);
        }
        Duration left = Duration.between(began, clock.instant()).multipliedBy(100 - percent).dividedBy(Math.max(1, percent));
        return terminal.texts().get("bootstrap.command.seed.left", percent,
                "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart()));
    }
}
