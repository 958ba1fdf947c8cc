package io.guichet.document;

import io.guichet.kernel.FileRef;
import java.util.List;

/// Knows which documents a file must have. Components that ask for documents implement it; lists of documents show what is
/// missing.
@FunctionalInterface
public interface RequiredDocuments {

    /// Nothing is ever required.
    RequiredDocuments NONE = file -> List.of();

    /// Codes of the types that must be attached to `file`. Waits for the database: never on the JavaFX thread.
    List<String> of(FileRef file);
}
