package io.guichet.platform.ui;

import java.util.Objects;
import org.kordamp.ikonli.Ikon;

/// A line of the navigation at the left.
///
/// @param screenId the screen it opens
/// @param textKey  key of its word
/// @param icon     its icon
/// @param order    lines are sorted by it; tens, with room between
public record NavEntry(String screenId, String textKey, Ikon icon, int order) {

    public NavEntry {
        Objects.requireNonNull(screenId);
        Objects.requireNonNull(textKey);
        Objects.requireNonNull(icon);
    }
}
