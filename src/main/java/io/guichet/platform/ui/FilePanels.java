package io.guichet.platform.ui;

import io.guichet.kernel.FileRef;
import java.util.Optional;

/// Brings one part of files' screens.
@FunctionalInterface
public interface FilePanels {

    /// The panel for that file, or empty when there is none for it or for this person.
    Optional<FilePanel> make(FileRef file);
}
