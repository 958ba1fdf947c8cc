package io.guichet.platform.i18n;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Moments as a person reads them: the nearer, the more like people say it.
public final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Texts texts;
    private final Clock clock;

    public Moments(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /// The moment in the language in use: "a moment ago", "today 10:12", "21/11/2026 10:12".
    public String of(Instant at) {
        Duration ago = Duration.between(at, clock.instant());
        if (!ago.isNegative() && ago.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.get("platform.moment.now");
        }
        if (!ago.isNegative() && ago.compareTo(Duration.ofHours(1)) < 0) {
            return texts.get("platform.moment.minutes", ago.toMinutes());
        }
        ZonedDateTime local = at.atZone(clock.getZone());
        String time = TIME.format(local);
        LocalDate day = local.toLocalDate();
        LocalDate today = LocalDate.now(clock);
        if (day.equals(today)) {
            return texts.get("platform.moment.today", time);
        }
        if (day.equals(today.minusDays(1))) {
            return texts.get("platform.moment.yesterday", time);
        }
        return texts.get("platform.moment.dayTime", day, time);
    }
}
