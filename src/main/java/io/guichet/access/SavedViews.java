package io.guichet.access;

import io.guichet.platform.ui.list.ViewStore;

/// Filters of lists that a person keeps by name. Each person sees their own, on every computer. Every call waits for the
/// database: never on the JavaFX thread.
public interface SavedViews extends ViewStore {
}
