package io.guichet.house.broken.country.yy;

import io.guichet.house.broken.country.xx.Undated;
import org.jspecify.annotations.Nullable;

/// Breaks: one country knows another.
public final class Neighbour {
    @Nullable Undated undated;
}
