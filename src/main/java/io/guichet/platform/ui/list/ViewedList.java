package io.guichet.platform.ui.list;

import io.guichet.platform.ui.list.ViewStore.SavedView;
import javafx.beans.value.ObservableValue;

/// A list whose filters a person keeps as views.
public interface ViewedList {

    /// The views that are kept.
    SavedViewsViewModel views();

    /// What the list shows, and in which order.
    ObservableValue<?> queryProperty();

    /// Shows what a view remembers.
    void pick(SavedView view);

    /// Keeps what is shown under that name.
    void keep(String name);

    /// Whether what is shown is no longer what the picked view remembers.
    boolean differsFromView();
}
