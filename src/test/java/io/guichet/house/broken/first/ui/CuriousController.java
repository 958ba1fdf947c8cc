package io.guichet.house.broken.first.ui;

import io.guichet.house.broken.second.internal.Secret;
import org.jspecify.annotations.Nullable;

/// Breaks: a screen knows what is internal to a component, which its own does not even declare.
public final class CuriousController {
    @Nullable Secret secret;
}
