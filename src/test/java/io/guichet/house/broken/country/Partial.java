package io.guichet.house.broken.country;

import io.guichet.house.broken.country.xx.Undated;
import org.jspecify.annotations.Nullable;

/// Breaks: shared code knows a concrete country, which makes a cycle too.
public class Partial {
    @Nullable Undated undated;
}
