package io.guichet.document;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Papers attached to files. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Documents {

    /// The largest document, in bytes.
    long LARGEST = 20L * 1024 * 1024;

    /// What is attached to the file, newest first, at most `limit`. Documents that say what care a person had are health
    /// data: they are missing unless the signed-in role has the file open.
    List<DocumentRow> of(FileRef file, int limit);

    /// Attaches a file of this computer. Told apart by content, not by name: PDF, JPEG, PNG, CSV and plain text are taken,
    /// everything else is refused with what to do.
    ///
    /// @param type code of what it is: `document.type.<code>`
    Outcome<DocumentRow> attach(FileRef file, String type, Path source) throws IOException;

    /// The same from memory.
    Outcome<DocumentRow> attach(FileRef file, String type, String name, byte[] content);

    /// Writes the document to a file of this computer; recorded as an opening.
    void save(DocumentRow document, Path target) throws IOException;

    /// Takes a document off its file, with a reason; what was attached stays in the trail.
    Outcome<DocumentRow> remove(DocumentRow document, String reason);
}
