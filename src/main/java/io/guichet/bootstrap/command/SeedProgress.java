package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Progress;
import io.guichet.kernel.UserMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Says on standard error how far a long command is, how fast, and how long it will still take: a bar that moves when a
/// person is looking, else a line at each tenth of a step.
final class SeedProgress implements Progress {

    private static final int BAR = 30;
    private static final int PARTS = 10;
    private static final double WORTH_GUESSING = 0.02;
    private static final long MILLIS = 1000;
    /// The steps in which members are counted.
    private static final String COUNTED = "bootstrap.start.sample";

    private final Terminal terminal;
    private final boolean moving;
    private final InstantSource clock;
    private final long members;
    private UserMessage step = UserMessage.of("");
    private Instant started = Instant.EPOCH;
    private Instant began = Instant.EPOCH;
    private double whole;
    private int told;

    /// @param moving  whether the bar may be drawn over itself
    /// @param members how many a country gets
    SeedProgress(Terminal terminal, boolean moving, InstantSource clock, long members) {
        this.terminal = terminal;
        this.moving = moving;
        this.clock = clock;
        this.members = members;
    }

    @Override
    public void whole(double done) {
        if (started.equals(Instant.EPOCH)) {
            started = clock.instant();
        }
        whole = done;
    }

    @Override
    public void at(UserMessage next, double done) {
        if (!next.equals(step)) {
            if (moving && told > 0 && told < PARTS) {
                terminal.err().println();
            }
            step = next;
            began = clock.instant();
            told = 0;
            if (!moving || done < 0) {
                terminal.say(next);
            }
        }
        if (done < 0 || done == 0 && !moving) {
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
        if (told == PARTS) {
            return;
        }
        told = Math.max(1, (int) (done * PARTS));
        int full = (int) (done * BAR);
        terminal.err().print("\r" + terminal.texts().get(step) + " [" + "#".repeat(full) + "-".repeat(BAR - full) + "] "
                + sentence(done) + "   ");
        if (done >= 1) {
            terminal.err().println();
        }
        terminal.err().flush();
    }

    private String sentence(double done) {
        Duration passed = Duration.between(started, clock.instant());
        if (whole < WORTH_GUESSING || whole >= 1 || done >= 1 || passed.isZero()) {
            return terminal.texts().get("bootstrap.command.seed.done", (int) (done * 100));
        }
        Duration left = Duration.ofMillis((long) (passed.toMillis() / whole * (1 - whole)));
        String clockwise = "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
        long millis = Duration.between(began, clock.instant()).toMillis();
        int percent = (int) (whole * 100);
        return step.key().equals(COUNTED) && millis > 0
                ? terminal.texts().get("bootstrap.command.seed.rate", percent, (long) (done * members * MILLIS / millis), clockwise)
                : terminal.texts().get("bootstrap.command.seed.left", percent, clockwise);
    }
}
