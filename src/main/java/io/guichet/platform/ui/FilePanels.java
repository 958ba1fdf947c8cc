package io.guichet.platform.ui;

import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;

/// Brings one part of files' screens.
@FunctionalInterface
public interface FilePanels {

    /// The panel for that file, or empty when there is none for it or for this person.
    Optional<FilePanel> make(FileRef file);

    /// What the head of the file leads to on a screen of its own, "What-if"; empty when there is nothing for it or for this
    /// person.
    default Optional<Link> link(FileRef file) {
        return Optional.empty();
    }

    /// What else the file leads to, behind the `⋯` of its head: what is wanted now and then.
    ///
    /// @param day the day that the file is looked at for
    default List<Link> more(FileRef file, Supplier<LocalDate> day) {
        return List.of();
    }

    /// A way to another screen.
    ///
    /// @param text what the button says, in the language in use
    /// @param icon beside the text
    /// @param go   opens it
    record Link(ObservableValue<String> text, Ikon icon, Runnable go) {
    }
}
