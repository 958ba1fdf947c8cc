package io.guichet.platform.ui.list;

import java.util.List;
import java.util.Map;

/// Where the filters of lists are kept that a person gave a name. Every call waits: never on the JavaFX thread.
public interface ViewStore {

    /// The views of one list, by name.
    ///
    /// @param list names the list: `contract.contracts`
    List<SavedView> of(String list);

    /// Keeps a view, in the place of one of the same name.
    void keep(String list, SavedView view);

    /// Forgets a view; nothing happens when there is none of that name.
    void forget(String list, String name);

    /// A named filter.
    ///
    /// @param name  1 to 60 characters
    /// @param query what the list understands
    record SavedView(String name, Map<String, String> query) {
        public SavedView {
            if (name.isBlank() || name.length() > 60) {
                throw new IllegalArgumentException("a view has a name of 1 to 60 characters");
            }
            query = Map.copyOf(query);
        }
    }
}
