package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedProgressTest {

    private static final UserMessage STEP = UserMessage.of("bootstrap.start.sample", "ZZ");
    private static final UserMessage LAST = UserMessage.of("bootstrap.start.index");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");

    private SeedProgress progress(boolean moving) {
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        InstantSource clock = () -> now;
        return new SeedProgress(new Terminal(Texts.of(List.of("bootstrap")), err, err, Map.of()), moving, clock, 6_000);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysEachTenthOnceHowFastAndWhatIsLeftOfTheWhole() {
        SeedProgress progress = progress(false);
        progress.whole(0);
        progress.at(STEP, 0);
        now = now.plus(Duration.ofSeconds(60));
        progress.whole(0.25);
        progress.at(STEP, 0.5);
        progress.at(STEP, 0.52);
        progress.at(STEP, 1);
        progress.whole(0.75);
        progress.at(LAST, 0);
        now = now.plus(Duration.ofSeconds(30));
        progress.at(LAST, 0.5);
        progress.whole(1);
        progress.at(LAST, 1);

        assertThat(said().lines()).containsExactly("Creating sample data: ZZ",
                "25 % of all, 50 members a second, about 3:00 left", "100 %", "Indexing for the search",
                "75 % of all, about 0:30 left", "100 %");
    }

    @Test
    void drawsABarOverItselfForAPerson() {
        SeedProgress progress = progress(true);
        progress.whole(0);
        progress.at(STEP, 0);
        now = now.plus(Duration.ofSeconds(30));
        progress.whole(0.5);
        progress.at(STEP, 0.5);
        assertThat(said()).contains("\rCreating sample data: ZZ [###############---------------] "
                        + "50 % of all, 100 members a second, about 0:30 left")
                .doesNotContain(System.lineSeparator());
        progress.at(STEP, 1);
        progress.at(STEP, 1);
        assertThat(said()).contains("100 %").endsWith(System.lineSeparator()).containsOnlyOnce(System.lineSeparator());
    }
}
