package io.guichet.directory;

import io.guichet.kernel.FileRef;

/// Health data of a member was asked for while their file is not open, or no longer: an empty answer would look as if
/// there were none. Open the file (`Directory.open`) and ask again.
public final class FileClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FileClosed(FileRef file) {
        super(file + " is not open");
    }
}
