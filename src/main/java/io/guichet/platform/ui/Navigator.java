package io.guichet.platform.ui;

import io.guichet.kernel.FileRef;

/// Opens files in tabs; the shell implements it, screens ask it.
public interface Navigator {

    /// Opens `file`, or selects its tab when it is open.
    ///
    /// @param behind open without leaving the current tab
    void open(FileRef file, boolean behind);

    /// The same for a file that the person saw by its name: the tab says it until the file is read.
    ///
    /// @param label  what people call the file
    default void open(FileRef file, String label, boolean behind) {
        open(file, behind);
    }

    /// Opens the screen of that id (`Screen.id`), or selects its tab: for what is no file yet.
    ///
    /// @return false when there is no such screen for this person, who was told; a navigator of files has none
    default boolean open(String screen, boolean behind) {
        return false;
    }
}
