package io.guichet.document;

import io.guichet.kernel.FileRef;
import java.time.Instant;
import java.util.Objects;

/// A document in a list.
///
/// @param id        its key
/// @param file      what it is attached to
/// @param type      code of what it is
/// @param name      file name, without a folder
/// @param mediaType as its content says: `application/pdf`
/// @param size      bytes
/// @param by        who attached it
/// @param at        when
public record DocumentRow(long id, FileRef file, String type, String name, String mediaType, long size, String by,
                          Instant at) {

    public DocumentRow {
        Objects.requireNonNull(file);
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
