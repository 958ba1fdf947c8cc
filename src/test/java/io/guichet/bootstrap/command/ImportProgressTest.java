package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.platform.i18n.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an import shows while it works, and what it keeps of bad rows.
class ImportProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    private ImportProgress progress(boolean moving) {
        Texts texts = Texts.of(TextFolders.of(Countries.load()));
        texts.use(Locale.ENGLISH);
        return new ImportProgress(new Terminal(texts, System.out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of()), moving, () -> now);
    }

    @Test
    void whoLooksSeesHowFarItIsAndHowLongItTakes() {
        ImportProgress progress = progress(true);
        now = now.plusSeconds(10);
        progress.at(0.25, 50_000);
        progress.end();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("[#######--").contains("25 %, 50,000 lines, 5,000 a second").contains("0:30 left")
                .endsWith("\n");
    }

    @Test
    void nobodyLookingNothingIsSaid() {
        ImportProgress progress = progress(false);
        progress.at(0.25, 50_000);
        progress.end();
        assertThat(err.size()).isZero();
    }

    @Test
    void rowsBeyondTheFirstAreKeptElsewhere() {
        List<ImportCommand.Rejected> all = new ArrayList<>();
        try (RejectedRows rows = new RejectedRows(3)) {
            for (int i = 1; i <= 50; i++) {
                rows.add(new ImportCommand.Rejected(i, "reason é " + i));
            }
            assertThat(rows.count()).isEqualTo(50);
            assertThat(rows.first(100)).hasSize(3);
            rows.iterator().forEachRemaining(all::add);
        }
        assertThat(all).hasSize(50).endsWith(new ImportCommand.Rejected(50, "reason é 50"));
    }
}
