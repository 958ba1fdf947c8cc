package io.guichet.country.claim;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A text file on its way through, that tells afterwards whether its last line has an end. One without may have been cut on its way,
/// and what its last value says may be the beginning of what was meant: `1.33` of `1.331,81`.
public final class EndedLines extends FilterInputStream {

    private int last = '\n';

    /// @param file from its beginning
    public EndedLines(InputStream file) {
        super(file);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        last = read < 0 ? last : read;
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        last = read > 0 ? buffer[from + read - 1] : last;
        return read;
    }

    /// Whether what was read until now ends with the end of a line.
    public boolean ended() {
        return last == '\n' || last == '\r';
    }
}
