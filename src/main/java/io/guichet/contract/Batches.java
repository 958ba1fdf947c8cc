package io.guichet.contract;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/// The same kind of change for many people at once, from a CSV file: the joiners and leavers of a company. Every call
/// waits: never on the JavaFX thread.
public interface Batches {

    /// The kinds that may come many at a time on this contract.
    List<AmendmentKind> kinds(FileRef contract);

    /// Writes an empty file with the right headers and one commented example.
    void template(FileRef contract, String kind, Path target) throws IOException;

    /// Reads a file without touching anything. Problems of the file as a whole (a folder, unreadable, encoding, headers, size) are `Invalid`
    /// with field `file`; problems of rows are in the batch.
    Outcome<Batch> read(FileRef contract, String kind, Path file);

    /// Brings a document that each row needs beside the file: a file of this computer, read and not yet attached. Problems of
    /// that file are `Invalid` with field `file`.
    ///
    /// @param type one of the batch's `demanded`
    Outcome<Batch> add(Batch batch, String type, Path paper);

    /// Carries every row out and rolls all of it back: what would happen.
    ///
    /// @param done told the share that is done, 0 to 1
    BatchReport rehearse(Batch batch, DoubleConsumer done);

    /// Carries out the rows that have no problem, each as an amendment of its own, all in one transaction: all of what the
    /// rehearsal found possible, or nothing. File and papers are attached to each of them and stored once. A demanded
    /// document that is missing is `Invalid` with field `document`.
    Outcome<BatchReport> apply(Batch batch, DoubleConsumer done);
}
