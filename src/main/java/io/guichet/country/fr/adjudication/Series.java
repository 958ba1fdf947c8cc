package io.guichet.country.fr.adjudication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The periods of one figure. They do not overlap; between them there may be days without.
public final class Series {

    /// A figure that was never published.
    static final Series NONE = new Series(List.of());

    private final Figure[] figures;
    private final long[] first;

    Series(List<Figure> figures) {
        this.figures = figures.toArray(Figure[]::new);
        this.first = figures.stream().mapToLong(figure -> figure.from().toEpochDay()).toArray();
        for (int i = 1; i < first.length; i++) {
            if (first[i] <= first[i - 1] || this.figures[i - 1].holds(first[i])) {
                throw new IllegalArgumentException("two figures hold on " + this.figures[i].from());
            }
        }
    }

    /// The figure of that day, or null when there is none. Null rather than empty: asked for each line of millions.
    public @Nullable Figure at(LocalDate day) {
        long epochDay = day.toEpochDay();
        for (int i = first.length - 1; i >= 0; i--) {
            if (epochDay >= first[i]) {
                return figures[i].holds(epochDay) ? figures[i] : null;
            }
        }
        return null;
    }

    /// All periods, the oldest first.
    public List<Figure> all() {
        return List.of(figures);
    }
}
