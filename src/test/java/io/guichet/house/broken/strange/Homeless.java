package io.guichet.house.broken.strange;

import io.guichet.house.broken.country.Partial;
import org.jspecify.annotations.Nullable;

/// Breaks: its package is neither a floor nor a component.
public final class Homeless {
    @Nullable Partial partial;
}
