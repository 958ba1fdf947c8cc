package io.guichet.house.broken.first.ui;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Breaks: a view model that needs a toolkit.
public final class HeavyViewModel {
    @Nullable Node node;
}
