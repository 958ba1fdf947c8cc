package io.guichet.bootstrap.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A bar on standard error that says how far an import is, for who is looking at it.
final class ImportProgress {

    private static final int BAR = 30;
    private static final long MILLIS = 1000;
    private static final double WORTH_GUESSING = 0.02;

    private final Terminal terminal;
    private final boolean moving;
    private final InstantSource clock;
    private final Instant began;
    private boolean drawn;

    /// @param moving whether somebody is looking; nothing is said otherwise
    ImportProgress(Terminal terminal, boolean moving, InstantSource clock) {
        this.terminal = terminal;
        this.moving = moving;
        this.clock = clock;
        this.began = clock.instant();
    }

    /// So much of the file is done, 0 to 1, with so many lines of claims.
    void at(double done, long lines) {
        if (!moving) {
            return;
        }
        long millis = Math.max(1, Duration.between(began, clock.instant()).toMillis());
        int full = (int) (Math.min(1, done) * BAR);
        String sentence = terminal.texts().get("bootstrap.command.import.progress", (int) (Math.min(1, done) * 100), lines,
                lines * MILLIS / millis);
        if (done > WORTH_GUESSING && done < 1) {
            Duration left = Duration.ofMillis((long) (millis / done * (1 - done)));
            sentence = terminal.texts().get("bootstrap.command.import.left", sentence, "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart()));
        }
        PrintStream err = terminal.err();
        err.print("\r[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + sentence + "   ");
        err.flush();
        drawn = true;
    }

    /// Leaves the line of the bar.
    void end() {
        if (drawn) {
            terminal.err().println();
            drawn = false;
        }
    }
}
