package io.guichet.bootstrap.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Output that is not to be seen before all of it is there: a refused input prints nothing. Up to some megabytes stay in
/// memory; more goes to a file that only its owner may read and that is gone with the process, however it ends.
final class HeldOutput extends OutputStream {

    private final int most;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;

    /// @param most bytes that stay in memory
    HeldOutput(int most) {
        this.most = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (memory.size() + length > most) {
            spill();
        }
        memory.write(bytes, from, length);
    }

    /// Copies all that was written.
    void copyTo(OutputStream target) throws IOException {
        if (file != null) {
            spill();
            file.position(0);
            InputStream written = Channels.newInputStream(file);
            written.transferTo(target);
        } else {
            memory.writeTo(target);
        }
        target.flush();
    }

    /// Forgets what was written.
    @Override
    public void close() throws IOException {
        memory.reset();
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private void spill() throws IOException {
        FileChannel spilled = file;
        if (spilled == null) {
            // Made with the rights of its owner alone.
            Path path = Files.createTempFile("guichet", ".out");
            spilled = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            file = spilled;
        }
        OutputStream end = Channels.newOutputStream(spilled);
        memory.writeTo(end);
        memory.reset();
    }
}
