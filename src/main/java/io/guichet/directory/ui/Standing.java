package io.guichet.directory.ui;

import io.guichet.country.cover.Cover;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a member is covered, in one word: what a caller wants to know first.
///
/// @param kind  how they stand
/// @param cover the cover that says so, null for who never had any
/// @param more  how many further covers stand alike
public record Standing(Kind kind, @Nullable Cover cover, int more) {

    /// How a member stands on a day.
    public enum Kind {
        /// A cover runs.
        COVERED,
        /// There is a cover, and it pays nothing meanwhile.
        SUSPENDED,
        /// The first cover begins later.
        COMING,
        /// The last cover is over.
        ENDED,
        /// There never was a cover, and none is to come.
        NEVER
    }

    /// What the covers of a day amount to: the best of them counts.
    public static Standing of(List<Cover> covers) {
        return first(covers, Cover.State.RUNNING, Kind.COVERED, Comparator.comparing(Cover::from));
    }

    private static Standing first(List<Cover> covers, Cover.State state, Kind kind, Comparator<Cover> order) {
        List<Cover> alike = covers.stream().filter(cover -> cover.state() == state).sorted(order).toList();
        if (!alike.isEmpty()) {
            return new Standing(kind, alike.getFirst(), alike.size() - 1);
        }
        return switch (state) {
            case RUNNING -> first(covers, Cover.State.SUSPENDED, Kind.SUSPENDED, order);
            case SUSPENDED -> first(covers, Cover.State.COMING, Kind.COMING, order);
            case COMING -> first(covers, Cover.State.ENDED, Kind.ENDED, order.reversed());
            case ENDED -> new Standing(Kind.NEVER, null, 0);
        };
    }
}
