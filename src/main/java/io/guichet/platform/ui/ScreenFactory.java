package io.guichet.platform.ui;

import java.util.List;
import java.util.Optional;

/// Makes the screens of one component for the signed-in person. The shell has one list of factories and knows no
/// component by name.
public interface ScreenFactory {

    /// The screen of that id, or empty when it is not one of this component's or not for this person. Called on the
    /// JavaFX thread: whatever waits happens later, in the background.
    ///
    /// @param id as of `Screen.id`; the id of a file is made by `FileScreens`
    Optional<Screen> make(String id);

    /// What this component adds to the navigation, for this person.
    default List<NavEntry> navigation() {
        return List.of();
    }
}
