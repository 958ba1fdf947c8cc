package io.guichet.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The two locks of one data folder: `start.lock` serialises who starts or stops the server, `clients.lock` is shared by
/// all who use it. The operating system releases both when a process dies, however it dies.
///
/// Operating systems hold file locks for a process, not for an object: closing any channel of a file drops all the
/// locks that the process has on it. So each process has one instance a folder, which counts its clients.
final class HomeLocks {

    private static final Map<Path, HomeLocks> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path startFile;
    private final Path clientsFile;
    private final ReentrantLock starting = new ReentrantLock(true);
    private int clients;
    private @Nullable FileChannel clientsChannel;

    private HomeLocks(Path folder) {
        this.startFile = folder.resolve("start.lock");
        this.clientsFile = folder.resolve("clients.lock");
    }

    /// @param folder without symbolic links
    static HomeLocks of(Path folder) {
        return OF_THIS_PROCESS.computeIfAbsent(folder, HomeLocks::new);
    }

    /// Work that throws what files throw.
    interface Work<T> {
        T run() throws IOException;
    }

    /// Runs `work` while nobody else, in any process, starts or stops the server of this folder.
    <T> T exclusively(Work<T> work) throws IOException {
        starting.lock();
        try {
            if (starting.getHoldCount() > 1) {
                return work.run();
            }
            try (FileChannel channel = open(startFile); FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("the lock of " + startFile + " was lost");
                }
                return work.run();
            }
        } finally {
            starting.unlock();
        }
    }

    /// One more client in this process. Only inside `exclusively`.
    void enter() throws IOException {
        if (clients == 0) {
            FileChannel channel = open(clientsFile);
            channel.lock(0, Long.MAX_VALUE, true);
            clientsChannel = channel;
        }
        clients++;
    }

    /// One client less in this process. Only inside `exclusively`.
    void leave() throws IOException {
        clients--;
        FileChannel channel = clientsChannel;
        if (clients == 0 && channel != null) {
            channel.close();
            clientsChannel = null;
        }
    }

    /// Whether no client is left, in this process or another. Only inside `exclusively`.
    boolean deserted() throws IOException {
        if (clients > 0) {
            return false;
        }
        try (FileChannel channel = open(clientsFile); FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
