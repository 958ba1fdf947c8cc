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
    /// data.
    ///
    /// @throws io.guichet.platform.database.DatabaseFailure of kind `DENIED` when the signed-in role may not know, or does
    ///         not have a file with health data open
    List<DocumentRow> of(FileRef file, int limit);

    /// Attaches a file of this computer. Told apart by content, not by name: PDF, JPEG, PNG, CSV and plain text are taken,
    /// everything else is refused with what to do, and so is what cannot be read, what is empty or too large, and what
    /// the file has already. Problems are about the fields `file` and `type`.
    ///
    /// @param type code of what it is: `document.type.<code>`
    Outcome<DocumentRow> attach(FileRef file, String type, Path source);

    /// The same from memory.
    ///
    /// @param name file name; folders and characters that would disguise it are taken out
    Outcome<DocumentRow> attach(FileRef file, String type, String name, byte[] content);

    /// Reads a file of this computer as `attach` does, with the same problems, and attaches it to nothing: for a paper that
    /// many files are to have.
    ///
    /// @param type code of what it is: `document.type.<code>`
    Outcome<Paper> read(String type, Path source);

    /// Writes the document to a file of this computer, replacing one that is there; recorded as a reading. `Denied` when
    /// the document is gone meanwhile.
    ///
    /// @throws IOException when the file cannot be written; what stood there is then as it was
    Outcome<Path> save(DocumentRow document, Path target) throws IOException;

    /// The document with its content, to be looked at; recorded as a reading. `Denied` when the document is gone meanwhile.
    Outcome<Paper> open(DocumentRow document);

    /// Takes a document off its file; what was attached stays in the trail, and nobody reads its content any more.
    /// `Denied` when somebody else took it off before.
    ///
    /// @param reason why, for the record; problems are about the field `reason`
    Outcome<DocumentRow> remove(DocumentRow document, String reason);
}
