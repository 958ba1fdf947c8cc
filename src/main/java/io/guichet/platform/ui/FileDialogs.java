package io.guichet.platform.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks for a file. A port: the headless platform has no chooser, and tests answer by themselves.
public interface FileDialogs {

    /// Asks where to write; empty when the person gave up.
    void save(Request request, Consumer<Optional<Path>> chosen);

    /// Asks what to read; empty when the person gave up.
    void open(Request request, Consumer<Optional<Path>> chosen);

    /// What is asked, its words already in the person's language.
    ///
    /// @param title      of the chooser
    /// @param name       proposed file name, or empty
    /// @param typeName   what kind of file: `PDF document`
    /// @param extensions without the dot: `pdf`
    record Request(String title, String name, String typeName, List<String> extensions) {

        public Request {
            extensions = List.copyOf(extensions);
        }

        public Request(String title, String name, String typeName, String extension) {
            this(title, name, typeName, List.of(extension));
        }
    }
}
