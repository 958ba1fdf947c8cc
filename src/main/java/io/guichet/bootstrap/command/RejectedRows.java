package io.guichet.bootstrap.command;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Rows of a file that were not taken, however many: the first stay in memory, the others go to a file that only its owner may
/// read and that is gone in the end.
final class RejectedRows implements AutoCloseable {

    private final int most;
    private final List<ImportCommand.Rejected> first = new ArrayList<>();
    private long count;
    private @Nullable Path file;
    private @Nullable DataOutputStream more;

    /// @param most rows that stay in memory
    RejectedRows(int most) {
        this.most = most;
    }

    void add(ImportCommand.Rejected row) {
        count++;
        if (first.size() < most) {
            first.add(row);
            return;
        }
        try {
            DataOutputStream out = more;
            if (out == null) {
                Path made = Files.createTempFile("guichet", ".rejected");
                made.toFile().deleteOnExit();
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(made)));
                file = made;
                more = out;
            }
            byte[] reason = row.reason().getBytes(StandardCharsets.UTF_8);
            out.writeInt(row.line());
            out.writeInt(reason.length);
            out.write(reason);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// How many there are.
    long count() {
        return count;
    }

    /// The first of them.
    List<ImportCommand.Rejected> first(int wanted) {
        return first.subList(0, Math.min(wanted, first.size()));
    }

    /// All of them, in their order.
    Iterator<ImportCommand.Rejected> iterator() {
        return new Iterator<>() {
            private final Iterator<ImportCommand.Rejected> kept = first.iterator();
            private final @Nullable DataInputStream written = written();
            private long left = count;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public ImportCommand.Rejected next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                left--;
                return kept.hasNext() ? kept.next() : read(written, left == 0);
            }
        };
    }

    private @Nullable DataInputStream written() {
        Path path = file;
        if (path == null || more == null) {
            return null;
        }
        try {
            more.flush();
            return new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ImportCommand.Rejected read(@Nullable DataInputStream written, boolean last) {
        try {
            if (written == null) {
                throw new EOFException();
            }
            int line = written.readInt();
            String reason = new String(written.readNBytes(written.readInt()), StandardCharsets.UTF_8);
            if (last) {
                written.close();
            }
            return new ImportCommand.Rejected(line, reason);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            if (more != null) {
                more.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
