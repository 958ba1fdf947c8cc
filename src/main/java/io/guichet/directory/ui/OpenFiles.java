package io.guichet.directory.ui;

import io.guichet.kernel.FileRef;
import java.util.HashMap;
import java.util.Map;

/// Which files this window has open, and in how many places: a member's own tab, and beside another one. The database
/// knows one opening a window, which must last until the last place is left. To be used on the JavaFX thread.
public final class OpenFiles {

    private final Map<FileRef, Integer> places = new HashMap<>();

    /// One more place shows the file.
    void enter(FileRef file) {
        places.merge(file, 1, Integer::sum);
    }

    /// A place shows it no longer.
    ///
    /// @return whether it was the last one
    boolean leave(FileRef file) {
        return places.merge(file, -1, (had, one) -> had + one == 0 ? null : had + one) == null;
    }
}
