package io.guichet.bootstrap.desktop;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.guichet.shell.Settings;
import io.guichet.shell.SettingsStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings of everybody who uses this data folder, in one JSON file. Windows of several people share it: nothing of it is
/// remembered here, and whoever writes replaces their own part of what is there at that moment.
final class SettingsFile implements SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    // The operating system's lock holds between processes; within this one a lock of the language must.
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final ObjectMapper json = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;

    /// @param file `<home>/settings.json`; it need not exist
    SettingsFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<LastSignIn> lastSignIn() {
        return Optional.ofNullable(content().last);
    }

    @Override
    public Settings of(String user) {
        return content().users.getOrDefault(user, Settings.DEFAULT);
    }

    @Override
    public void keep(String user, Settings settings) {
        replace(content -> content.users.put(user, settings));
    }

    @Override
    public void keep(LastSignIn signIn) {
        replace(content -> content.last = signIn);
    }

    private Content content() {
        if (!Files.exists(file)) {
            return new Content();
        }
        try {
            return alone(this::read);
        } catch (IOException gone) {
            LOG.warn("the settings {} cannot be read: {}", file, gone.toString());
            return new Content();
        }
    }

    private void replace(Consumer<Content> part) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            alone(() -> {
                Content content = read();
                part.accept(content);
                write(content);
                return content;
            });
        } catch (IOException refused) {
            throw new NotKept("the settings " + file + " cannot be written", refused);
        }
    }

    private interface Work {
        Content run() throws IOException;
    }

    /// Runs `work` while no other window reads or writes the file. The lock is a file of its own: the settings are replaced
    /// as a whole, and a lock on the old file would keep nobody from the new one.
    private Content alone(Work work) throws IOException {
        IN_THIS_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock of " + file + " was lost");
            }
            return work.run();
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private Content read() throws IOException {
        if (!Files.exists(file)) {
            return new Content();
        }
        try {
            return json.readValue(Files.readString(file), Content.class);
        } catch (CharacterCodingException | JacksonException unreadable) {
            // A file that somebody damaged must not keep anybody from working; it is kept for whoever wants to look.
            LOG.warn("the settings {} cannot be read and are set aside: {}", file, unreadable.toString());
            setAside();
            return new Content();
        }
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.warn("the settings {} cannot be set aside: {}", file, refused.toString());
        }
    }

    private void write(Content content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        json.writeValue(next.toFile(), content);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The file.
    static final class Content {
        public @Nullable LastSignIn last;
        public Map<String, Settings> users = new TreeMap<>();
    }
}
